"""A year begins, its steps open and close in order; the alderman of process may, and decides nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.world import World, make_world
from wijkwerk.approaches import StepKind
from wijkwerk.cycles import actions
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.queries import cycles_of, open_steps
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused, no
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture(autouse=True)
def today():
    with clock.at(datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


def begun(world: World, name: str = "2026") -> tuple[Cycle, list[CycleStep]]:
    cycle = actions.begin_cycle(area=world.area, name=name, starts_on=TODAY, by=world.area_officer)
    return cycle, list(cycle.steps.order_by("ordinal"))


@pytest.mark.requirement("DEV-08")
def test_the_year_of_an_area_has_the_steps_of_its_approach_in_order(world: World) -> None:
    _cycle, steps = begun(world)
    assert [step.kind for step in steps] == [StepKind.PANEL, StepKind.PRIORITISATION, StepKind.EXECUTION]
    assert {step.status for step in steps} == {StepStatus.PLANNED}
    assert steps[0].planned_from == TODAY


@pytest.mark.requirement("DEV-08")
def test_a_step_cannot_open_before_the_former_is_closed(world: World) -> None:
    _cycle, (panel, prioritisation, _execution) = begun(world)
    with pytest.raises(Conflict, match="pas beginnen als “panellen” is gesloten") as refused:
        actions.open_step(step_id=prioritisation.pk, by=world.area_officer)
    assert refused.value.reason.way_out
    actions.open_step(step_id=panel.pk, by=world.area_officer)
    with pytest.raises(Conflict):
        actions.open_step(step_id=prioritisation.pk, by=world.area_officer)
    actions.close_step(step_id=panel.pk, by=world.area_officer)
    assert actions.open_step(step_id=prioritisation.pk, by=world.area_officer).status == StepStatus.OPEN


def test_a_step_opens_once(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    actions.open_step(step_id=panel.pk, by=world.area_officer)
    with pytest.raises(Conflict, match="al open geweest"):
        actions.open_step(step_id=panel.pk, by=world.area_officer)


def test_a_step_that_is_not_open_cannot_be_closed(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    with pytest.raises(Conflict, match="is niet open"):
        actions.close_step(step_id=panel.pk, by=world.area_officer)


def test_the_last_day_of_a_step_is_not_behind_us(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    with pytest.raises(Invalid) as refused:
        actions.open_step(step_id=panel.pk, by=world.area_officer, until=TODAY - timedelta(1))
    assert refused.value.reason.field == "until"
    panel.refresh_from_db()
    assert panel.status == StepStatus.PLANNED


def test_a_capability_can_keep_a_step_open(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _cycle, (panel, *_) = begun(world)
    actions.open_step(step_id=panel.pk, by=world.area_officer)
    monkeypatch.setattr(
        actions, "_closing_checks", {StepKind.PANEL: [lambda _step: no("Er is nog niemand gevraagd.")]}
    )
    with pytest.raises(Conflict, match="nog niemand gevraagd"):
        actions.close_step(step_id=panel.pk, by=world.area_officer)


@pytest.mark.requirement("DEV-57")
def test_the_alderman_of_the_process_opens_and_closes_steps(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    assert actions.open_step(step_id=panel.pk, by=world.area_alderman).status == StepStatus.OPEN
    assert actions.close_step(step_id=panel.pk, by=world.area_alderman).status == StepStatus.CLOSED


def test_a_resident_opens_no_step(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    for person in (world.resident_team_member, world.executor, None):
        with pytest.raises(Refused) as refused:
            actions.open_step(step_id=panel.pk, by=person)
        assert refused.value.status == 403
        assert str(refused.value.reason)


def test_two_years_run_at_once_and_wait_for_themselves_only(world: World) -> None:
    _former, (panel, *_) = begun(world, "2025")
    _cycle, (other_panel, *_) = begun(world, "2026")
    actions.open_step(step_id=panel.pk, by=world.area_officer)
    actions.open_step(step_id=other_panel.pk, by=world.area_officer)
    running, finished = cycles_of(world.area)
    assert [cycle.name for cycle in running] == ["2026", "2025"]
    assert finished == []
    assert len(open_steps([world.area])[world.area.pk]) == 2


def test_a_year_has_a_name_of_its_own(world: World) -> None:
    begun(world)
    for name in ("2026", " ", ""):
        with pytest.raises(Invalid) as refused:
            begun(world, name)
        assert refused.value.reason.field == "name"
    assert Cycle.objects.count() == 1


@pytest.mark.requirement("DEV-56")
def test_weighing_happens_at_the_level_of_the_wijk_only(world: World) -> None:
    with pytest.raises(
        Conflict, match=r"wegen bewoners per wijk\. De Venen heeft geen eigen jaar"
    ) as refused:
        actions.begin_cycle(area=world.neighbourhood, name="2026", starts_on=TODAY, by=world.area_officer)
    reason = refused.value.reason
    assert reason.rule == "deventer_1997: levels.district.ranking"
    assert (reason.value, bool(reason.source), reason.may_change) == ("ja", True, "beleidsmedewerker")
    assert begun(world)


def test_the_journal_tells_who_opened_and_closed(world: World) -> None:
    _cycle, (panel, *_) = begun(world)
    actions.open_step(step_id=panel.pk, by=world.area_officer)
    actions.close_step(step_id=panel.pk, by=world.area_alderman)
    told = JournalEntry.objects.filter(verb__startswith="cycles.").order_by("id")
    assert [(entry.verb, entry.by) for entry in told] == [
        ("cycles.begun", world.area_officer),
        ("cycles.step_opened", world.area_officer),
        ("cycles.step_closed", world.area_alderman),
    ]
