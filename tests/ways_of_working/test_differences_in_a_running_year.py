"""What an area does differently reaches the year that runs, its plan and its route: on top of their file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.planning import on
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Involvement
from wijkwerk.approaches.drafting import Plain
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.areas.actions import adopt_approach, differ, differ_no_longer
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.decisions import actions as decisions
from wijkwerk.decisions.models import AdoptionRoute
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.participation.models import Longlist
from wijkwerk.plans.models import Plan
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db

START = date(2026, 3, 2)
LATER = START + timedelta(days=10)
WHY = "Hier wonen mensen die elkaar al kennen."


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Deventer, were an area allowed to do it its own way."""
    own = {"options.area_standard": "each_its_own", "options.area_overrides": True}
    return make_world(variant(tmp_path, monkeypatch, "deventer_1997", {**own}))


def a_year(world: World) -> Cycle:
    with on(START):
        return cycles.begin_cycle(area=world.area, name="2026", starts_on=START, by=world.area_officer)


def step(cycle: Cycle, key: str) -> CycleStep:
    return CycleStep.objects.select_related("cycle__area").get(cycle=cycle, key=key)


def differs(world: World, path: str, value: Plain, day: date = LATER) -> None:
    differ(area=world.area, path=path, value=value, reason=WHY, decided_by="raad", valid_from=day)


def read(world: World) -> str:
    return Client().get(reverse("cycles:area", args=[world.area.code])).content.decode()


def test_the_running_step_shows_the_say_that_holds_here(world: World) -> None:
    cycle = a_year(world)
    with on(LATER):
        before = read(world)
        assert step(cycle, "panel").involvement is Involvement.CONSULTED
    differs(world, "cycle.steps.panel.involvement", "co_decide")
    with on(LATER):
        assert step(cycle, "panel").involvement is Involvement.CO_DECIDE
        after = read(world)
    with on(LATER - timedelta(days=1)):
        assert step(cycle, "panel").involvement is Involvement.CONSULTED
    said = "Wij vragen wat u ziet en wat u wilt."
    assert (before.count(said), after.count(said)) == (1, 0)
    assert WHY not in before
    assert f"raad: {WHY}" in after


def test_a_step_that_closed_keeps_what_it_was(world: World) -> None:
    cycle = a_year(world)
    with on(START):
        cycles.open_step(step_id=step(cycle, "panel").pk, by=world.area_officer)
        cycles.close_step(step_id=step(cycle, "panel").pk, by=world.area_officer)
    differs(world, "cycle.steps.panel.involvement", "co_decide")
    with on(LATER):
        assert step(cycle, "panel").involvement is Involvement.CONSULTED


def test_the_order_of_steps_is_refused_or_not_as_it_holds_here(world: World) -> None:
    cycle, by = a_year(world), world.area_officer
    last = step(cycle, "execution").pk
    differs(world, "cycle.ordered", False)
    with on(LATER - timedelta(days=1)), pytest.raises(Conflict):
        cycles.open_step(step_id=last, by=by)
    with on(LATER):
        assert cycles.open_step(step_id=last, by=by).opened_on == LATER
    middle = step(cycle, "prioritisation").pk
    differs(world, "cycle.ordered", True, LATER + timedelta(days=1))
    with on(LATER + timedelta(days=1)), pytest.raises(Conflict) as refused:
        cycles.open_step(step_id=middle, by=by)
    assert refused.value.reason.source == f"raad: {WHY}"
    assert not refused.value.reason.house_default


def test_a_step_lasts_as_long_as_it_lasts_here(world: World) -> None:
    cycle, by = a_year(world), world.area_officer
    planned = step(cycle, "panel").planned_to
    assert planned > LATER + timedelta(weeks=3)
    differs(world, "cycle.steps.panel.weeks", 3)
    with on(LATER):
        opened = cycles.open_step(step_id=step(cycle, "panel").pk, by=by)
    assert opened.planned_to == LATER + timedelta(days=20)


def test_without_a_difference_a_step_ends_as_planned(world: World) -> None:
    cycle = a_year(world)
    planned = step(cycle, "panel").planned_to
    with on(LATER):
        opened = cycles.open_step(step_id=step(cycle, "panel").pk, by=world.area_officer)
    assert opened.planned_to == planned


@pytest.mark.parametrize(("different", "room"), [(True, 3), (False, 10)])
def test_the_longlist_of_the_running_year_has_the_room_it_has_here(
    world: World, different: bool, room: int
) -> None:
    cycle, by = a_year(world), world.area_officer
    if different:
        differs(world, "longlist.limit", 3)
    with on(LATER):
        cycles.open_step(step_id=step(cycle, "panel").pk, by=by)
        cycles.close_step(step_id=step(cycle, "panel").pk, by=by)
        cycles.open_step(step_id=step(cycle, "prioritisation").pk, by=by)
    assert Longlist.objects.get().limit == room


def test_when_the_area_moves_on_the_year_keeps_what_was_different(world: World) -> None:
    cycle = a_year(world)
    differs(world, "cycle.steps.panel.involvement", "co_decide")
    moved = LATER + timedelta(days=10)
    adopt_approach(
        area=world.area, approach_key="utrecht_2018", valid_from=moved, currency="EUR", adopted_by="raad"
    )
    with on(moved + timedelta(days=5)):
        assert step(cycle, "panel").involvement is Involvement.CO_DECIDE
        assert step(cycle, "panel").approach.key == world.approach.key


def test_what_differs_no_longer_holds_no_longer(world: World) -> None:
    cycle = a_year(world)
    differs(world, "cycle.steps.panel.involvement", "co_decide")
    ended = LATER + timedelta(days=5)
    differ_no_longer(
        area=world.area,
        path="cycle.steps.panel.involvement",
        reason="Het gaat weer zoals elders.",
        decided_by="raad",
        valid_from=ended,
    )
    with on(ended):
        assert step(cycle, "panel").involvement is Involvement.CONSULTED


def test_a_plan_and_its_route_follow_what_holds_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"options.area_standard": "each_its_own", "options.area_overrides": True}
    world = make_world(variant(tmp_path, monkeypatch, "tilburg_1997", {**own}))
    thing = bear("plan", area=world.area, sentence="Programma", public=True)
    plan = Plan.objects.create(
        thing=thing,
        area=world.area,
        key="city_programme",
        kind=PlanKind.CITY_PROGRAMME,
        approach_key=world.approach.key,
        first_year=2026,
        last_year=2029,
    )
    with on(START):
        walk = decisions.open_route(
            thing=thing, approach=plan.approach, route_key="programme", by=world.area_manager
        )
    differs(world, "roles.council_committee.label.nl", "de kring van raadsleden")
    differs(world, "themes.kind", "closed")
    page = reverse("decisions:route", args=[walk.pk])
    with on(LATER - timedelta(days=1)):
        assert "De kring van raadsleden" not in Client().get(page).content.decode()
    with on(LATER):
        assert "De kring van raadsleden" in Client().get(page).content.decode()
        assert str(AdoptionRoute.objects.get().approach.why("themes.kind").reason) == WHY
        assert str(Plan.objects.get().approach.why("themes.kind").reason) == WHY


def test_the_year_costs_the_same_for_one_and_for_twelve_where_an_area_differs(world: World) -> None:
    a_year(world)
    differs(world, "cycle.steps.panel.involvement", "co_decide", START)
    costs = []
    with on(LATER):
        read(world)
        for more in (range(0), range(2027, 2038)):
            for year in more:
                cycles.begin_cycle(
                    area=world.area, name=str(year), starts_on=date(year, 1, 5), by=world.area_officer
                )
            with CaptureQueriesContext(connection) as asked:
                read(world)
            costs.append(len(asked))
    assert costs[0] == costs[1]
