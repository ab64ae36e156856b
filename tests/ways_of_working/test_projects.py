"""Policy frame, programme, project; a service that reports its project to the office; an office that does no work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.planning import Place, adopted, place_under
from tests.ways_of_working.variants import variant
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Organisation, OrganisationKind
from wijkwerk.plans import actions
from wijkwerk.plans.models import Plan
from wijkwerk.plans.queries import chain_of
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.thread.actions import bear, link
from wijkwerk.thread.models import Role

pytestmark = pytest.mark.django_db

REGISTERS = "options.service_registers_projects"
EXECUTES = "options.office_may_execute"
OWNER = "options.plan_owner"
DECIDED = "options.measures_decided_by"


@pytest.fixture
def utrecht() -> Place:
    return place_under("utrecht_1997")


def begun(place: Place, key: str, parent: Plan | None = None, foreword: str = "Dit willen wij.") -> Plan:
    return actions.begin_plan(
        area=place.world.area, key=key, parent=parent, foreword=foreword, by=place.world.area_office_manager
    )


def programme(place: Place) -> Plan:
    """An adopted programme under an adopted frame."""
    board = place.world.executive_board
    frame = adopted(begun(place, "area_policy"), board)
    return adopted(begun(place, "area_programming", frame), board)


def project(place: Place, parent: Plan) -> Plan:
    """A project of the welfare service, as it reports it."""
    return actions.begin_plan(
        area=place.world.area,
        key="project",
        parent=parent,
        service=place.service("welfare"),
        sentence="Buurtkamer in de oude school",
        foreword="Een plek voor de buurt.",
        by=place.officer_of("welfare"),
    )


@pytest.mark.requirement("UTR97-06")
@pytest.mark.requirement("UTR97-15")
def test_a_project_stands_under_a_programme_and_a_programme_under_policy(utrecht: Place) -> None:
    frame = begun(utrecht, "area_policy")
    with pytest.raises(Invalid) as orphan:
        begun(utrecht, "area_programming")
    assert orphan.value.reason.rule == "utrecht_1997: plans.area_programming.parent"
    with pytest.raises(Invalid):  # a draft holds nothing yet
        begun(utrecht, "area_programming", frame)
    adopted(frame, utrecht.world.executive_board)
    with pytest.raises(Invalid):  # not past the level between
        begun(utrecht, "project", frame)
    middle = adopted(begun(utrecht, "area_programming", frame), utrecht.world.executive_board)
    with pytest.raises(Invalid):
        begun(utrecht, "project")
    below = begun(utrecht, "project", middle)
    assert [each.key for each in chain_of(below)] == ["area_policy", "area_programming", "project"]


def test_a_plan_stands_alone_where_the_file_names_nothing_above_it() -> None:
    place = place_under("deventer_1997")
    made = actions.begin_plan(area=place.world.area, key="long_term_perspective", by=place.world.area_officer)
    assert made.parent is None


@pytest.mark.requirement("UTR97-12")
@pytest.mark.switch(REGISTERS, "true")
def test_a_project_of_a_service_waits_for_the_office(utrecht: Place) -> None:
    officer, manager = utrecht.officer_of("welfare"), utrecht.world.area_office_manager
    found = project(utrecht, programme(utrecht))
    with pytest.raises(Conflict) as waiting:
        actions.start_project(plan_id=found.pk, by=officer)
    assert waiting.value.reason.rule == f"utrecht_1997: {REGISTERS}"
    with pytest.raises(Refused):  # the service does not accept its own
        actions.judge_project(plan_id=found.pk, accepted=True, reason="Goed", body="dienst", by=officer)
    actions.judge_project(
        plan_id=found.pk, accepted=False, reason="De school is verkocht.", body="wijkbureau", by=manager
    )
    with pytest.raises(Conflict):
        actions.start_project(plan_id=found.pk, by=officer)
    actions.judge_project(
        plan_id=found.pk, accepted=True, reason="Nu in het buurthuis.", body="wijkbureau", by=manager
    )
    assert actions.start_project(plan_id=found.pk, by=officer).started_on
    kinds = list(found.thing.decisions.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["refuse", "grant"]


@pytest.mark.requirement("UTR97-12")
def test_work_of_a_project_waits_for_the_office_too(utrecht: Place) -> None:
    officer = utrecht.officer_of("welfare")
    found = project(utrecht, programme(utrecht))
    given = utrecht.given("Keuken plaatsen", theme="welfare")
    measure = actions.put_measure(plan_id=found.pk, given=given, by=officer)
    type(measure).objects.filter(pk=measure.pk).update(status="adopted")
    who = utrecht.officer_of("upkeep")
    with pytest.raises(Conflict) as waiting:
        actions.start_work(measure_id=measure.pk, due_on=date(2040, 1, 1), by=who)
    assert waiting.value.reason.rule == f"utrecht_1997: {REGISTERS}"
    actions.judge_project(
        plan_id=found.pk, accepted=True, reason="Goed.", body="bureau", by=utrecht.world.area_office_manager
    )
    assert actions.start_work(measure_id=measure.pk, due_on=date(2040, 1, 1), by=who).pk


@pytest.mark.switch(REGISTERS, "false")
def test_elsewhere_it_starts_without_asking_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "utrecht_1997", {REGISTERS: False}))
    found = begun(place, "project", programme(place))
    assert actions.start_project(plan_id=found.pk, by=place.world.area_office_manager).started_on
    with pytest.raises(Conflict):
        actions.judge_project(
            plan_id=found.pk, accepted=True, reason="Goed", body="bureau", by=place.world.area_office_manager
        )


@pytest.mark.switch(OWNER, "area_office")
def test_only_the_office_writes_the_programme_of_its_district(utrecht: Place) -> None:
    frame = begun(utrecht, "area_policy")
    with pytest.raises(Refused) as refused:
        actions.edit_plan(plan_id=frame.pk, foreword="Anders", by=utrecht.world.executive_board)
    assert refused.value.reason.rule == f"utrecht_1997: {OWNER}"
    with pytest.raises(Refused):
        actions.edit_plan(plan_id=frame.pk, foreword="Anders", by=utrecht.officer_of("welfare"))


def office(place: Place) -> Organisation:
    return Organisation.objects.create(key="area_office", name="Wijkbureau", kind=OrganisationKind.SERVICE)


@pytest.mark.requirement("UTR97-18")
@pytest.mark.switch(EXECUTES, "false")
def test_the_office_carries_nothing_out(utrecht: Place) -> None:
    parent, itself = programme(utrecht), office(utrecht)
    found = begun(utrecht, "project", parent)
    both = (actions.Executing.by(utrecht.service("welfare")), actions.Executing.by(itself))
    given = utrecht.given("Buurtkamer", theme="welfare", executors=both)
    with pytest.raises(Invalid) as refused:
        actions.put_measure(plan_id=found.pk, given=given, by=utrecht.world.area_office_manager)
    assert refused.value.reason.rule == f"utrecht_1997: {EXECUTES}"
    assert refused.value.reason.field == "executors"


@pytest.mark.switch(EXECUTES, "true")
def test_elsewhere_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "utrecht_1997", {EXECUTES: True}))
    parent, itself = programme(place), office(place)
    found = begun(place, "project", parent)
    given = place.given("Buurtkamer", theme="welfare", executors=(actions.Executing.by(itself),))
    assert (
        actions.put_measure(plan_id=found.pk, given=given, by=place.world.area_office_manager)
        .executors.get()
        .organisation
        == itself
    )


@pytest.mark.switch(DECIDED, "office_and_residents")
def test_neither_office_nor_residents_decide_a_measure_alone(utrecht: Place) -> None:
    world, manager = utrecht.world, utrecht.world.area_office_manager
    frame = adopted(begun(utrecht, "area_policy"), world.executive_board)
    year = begun(utrecht, "area_programming", frame)
    given = utrecht.given("Bankjes", theme="welfare")
    with pytest.raises(Conflict) as alone:  # the office without residents
        actions.put_measure(plan_id=year.pk, given=given, by=manager)
    assert alone.value.reason.rule == f"utrecht_1997: {DECIDED}"
    wish = a_wish(utrecht)
    with pytest.raises(Refused):  # what residents ranked without the office
        actions.draft_measure(wish_id=wish.pk, plan=year, given=given, by=world.desk_worker)
    assert actions.draft_measure(wish_id=wish.pk, plan=year, given=given, by=manager).plan_id == year.pk


def a_wish(place: Place) -> Wish:
    """A wish residents put in order."""
    area = place.world.area
    need = bear("need", area=area, sentence="Zitten onderweg", public=True)
    thing = bear("wish", area=area, sentence="Bankjes", public=True)
    link(need, thing, Role.WISHED)
    longlist = Longlist.objects.create(area=area, limit=10, step=a_step(place))
    return Wish.objects.create(
        thing=thing,
        need=need,
        longlist=longlist,
        text="Bankjes",
        status=WishStatus.RANKED,
        place=1,
        wished_on=date(2026, 1, 1),
    )


def a_step(place: Place) -> object:
    from wijkwerk.cycles.actions import begin_cycle

    opened = begin_cycle(
        area=place.world.area,
        name="2026",
        starts_on=date(2026, 1, 1),
        by=place.world.area_office_manager,
    )
    return opened.steps.first()


@pytest.mark.switch(DECIDED, "team_and_council")
def test_the_same_measure_needs_no_wish_where_the_team_proposes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "utrecht_1997", {DECIDED: "team_and_council"}))
    frame = adopted(begun(place, "area_policy"), place.world.executive_board)
    year = begun(place, "area_programming", frame)
    given = place.given("Bankjes", theme="welfare")
    made = actions.put_measure(plan_id=year.pk, given=given, by=place.world.area_office_manager)
    assert made.plan_id == year.pk
    assert adopted(year, place.world.executive_board).status == PlanStatus.ADOPTED
