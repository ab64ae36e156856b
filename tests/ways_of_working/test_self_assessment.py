"""A year ends when three questions about it are answered, under every way of working; say is known beforehand."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.world import World, make_world
from wijkwerk.approaches import Involvement, Power
from wijkwerk.cycles import actions
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.pages import goals_of
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.cycles.wording import SAY
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may

pytestmark = pytest.mark.django_db

FILES = ["deventer_1997", "dordrecht_1997", "tilburg_1997"]


def leader(world: World) -> Person:
    """Whoever opens and closes steps here."""
    return next(
        person
        for person in world.people.values()
        if may(person, Power.CLOSE_STEP, within=world.area)
        and may(person, Power.OPEN_STEP, within=world.area)
    )


def all_closed(world: World) -> Cycle:
    cycle = actions.begin_cycle(area=world.area, name="2026", starts_on=date(2026, 1, 1), by=leader(world))
    CycleStep.objects.filter(cycle=cycle).update(
        status=StepStatus.CLOSED, opened_on=date(2026, 1, 1), closed_on=date(2026, 2, 1)
    )
    return Cycle.objects.get(pk=cycle.pk)


@pytest.mark.requirement("GEN-02")
@pytest.mark.parametrize("key", FILES)
def test_a_year_does_not_close_while_a_question_about_it_is_open(key: str) -> None:
    world = make_world(key)
    cycle, by = all_closed(world), leader(world)
    with pytest.raises(Conflict):
        actions.close_cycle(cycle_id=cycle.pk, by=by)
    known = {"what": "Een veilige wijk", "why": "Mensen vroegen erom", "how_well": "Half: vijf van de tien"}
    for empty in known:
        actions.assess(cycle_id=cycle.pk, **{**known, empty: " "}, by=by)
        with pytest.raises(Conflict) as refused:
            actions.close_cycle(cycle_id=cycle.pk, by=by)
        assert refused.value.reason.rule == "cycle.terugblik"
    actions.assess(cycle_id=cycle.pk, **known, by=by)
    with pytest.raises(Refused):
        actions.close_cycle(cycle_id=cycle.pk, by=world.desk_worker)
    assert actions.close_cycle(cycle_id=cycle.pk, by=by).closed_on
    with pytest.raises(Conflict):  # what was said of it stays
        actions.assess(cycle_id=cycle.pk, **known, by=by)


def test_a_year_does_not_close_before_its_steps() -> None:
    world = make_world("deventer_1997")
    cycle, by = all_closed(world), leader(world)
    actions.assess(cycle_id=cycle.pk, what="Dit", why="Daarom", how_well="Goed", by=by)
    cycle.steps.filter(ordinal=1).update(status=StepStatus.OPEN, closed_on=None)
    with pytest.raises(Conflict):
        actions.close_cycle(cycle_id=cycle.pk, by=by)


@pytest.mark.requirement("DOR-36")
@pytest.mark.parametrize("key", FILES)
def test_how_far_say_goes_is_known_before_a_step_begins(key: str) -> None:
    world = make_world(key)
    cycle = actions.begin_cycle(area=world.area, name="2026", starts_on=date(2026, 1, 1), by=leader(world))
    page = Client().get(f"/jaar/{world.area.code}").content.decode()
    steps = list(cycle.steps.all())
    assert {step.status for step in steps} == {StepStatus.PLANNED}
    for level in {step.involvement for step in steps}:
        shown = (
            str(SAY[Involvement(level)].meaning) if level else "Hoe ver uw stem gaat, staat niet beschreven."
        )
        expected = sum(step.involvement == level for step in steps)
        assert page.count(shown) == expected


@pytest.mark.requirement("GEN-02")
def test_a_year_looks_back_on_itself_in_a_browser() -> None:
    world = make_world("deventer_1997")
    cycle, by = all_closed(world), leader(world)
    browser = Client()
    browser.force_login(by.account)
    end, assess = f"/jaar/{cycle.pk}/afsluiten", f"/jaar/{cycle.pk}/terugblik"
    assert browser.post(end).status_code == 422
    said = {"what": "Een veilige wijk", "why": "Mensen vroegen erom", "how_well": "Vijf van de tien"}
    assert browser.post(assess, said).status_code == 302
    assert browser.post(end).status_code == 302
    shown = Client().get(f"/jaar/{world.area.code}").content.decode()
    assert all(text in shown for text in said.values())


@pytest.mark.requirement("TIL-03")
@pytest.mark.parametrize(("key", "lines"), [("tilburg_1997", 4), ("deventer_1997", 2)])
def test_the_review_of_a_year_has_one_line_per_goal(key: str, lines: int, client: Client) -> None:
    world = make_world(key)
    cycle, by = all_closed(world), leader(world)
    goals = world.approach.working_goals
    assert len(goals) == lines
    known = {"what": "Dit", "why": "Daarom", "how_well": "Half"}
    with pytest.raises(Invalid):
        actions.assess(cycle_id=cycle.pk, **known, goals={"of_nobody": "Goed"}, by=by)
    actions.assess(cycle_id=cycle.pk, **known, goals={goals[0].key: "Drie teams vragen nu eerst."}, by=by)
    shown = goals_of(Cycle.objects.get(pk=cycle.pk))
    assert shown == [
        (goal.label.within("nl"), "" if place else "Drie teams vragen nu eerst.")
        for place, goal in enumerate(goals)
    ]
    body = client.get(reverse("cycles:area", args=[world.area.code])).content.decode()
    assert all(escape(label) in body for label, _said in shown)
    assert body.count("Hierover is nog niets gezegd.") == lines - 1
    # Whoever leads the year writes them where the three questions are.
    client.force_login(by.account)
    address = reverse("cycles:assess", args=[cycle.pk])
    assert "Drie teams vragen nu eerst." in client.get(address).content.decode()
    client.post(address, {**known, f"goal_{goals[1].key}": "Beter dan vorig jaar."})
    assert [said for _label, said in goals_of(Cycle.objects.get(pk=cycle.pk))][:2] == [
        "",
        "Beter dan vorig jaar.",
    ]
