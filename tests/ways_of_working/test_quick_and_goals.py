"""Quick measures outside the plan, goals that no service made its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.planning import Place, on, place_under
from tests.ways_of_working.variants import variant
from wijkwerk.answers.models import Door
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.plans import actions
from wijkwerk.plans.models import Plan
from wijkwerk.plans.queries import counted, goals_without_service
from wijkwerk.signals import actions as signals
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import FundingSource

pytestmark = pytest.mark.django_db

ASKED = date(2026, 3, 2)
SOLVED = date(2026, 3, 6)
SWITCH = "options.quick_measures_outside_plan"


def reported(place: Place, text: str, destination: str) -> Signal:
    signal, _asker = signals.report(signals.Report(area=place.world.area, text=text, door=Door.DESK))
    signals.triage(
        signal_id=signal.pk,
        sorting=signals.Sorting(destination=destination, sentence=text, service=place.service("safety")),
        by=triager(place),
    )
    signal.refresh_from_db()
    return signal


def triager(place: Place) -> object:
    return place.world.people.get("area_coordinator") or place.world.people["area_officer"]


def a_plan(place: Place) -> Plan:
    officer = place.officer_of("safety")
    return actions.begin_plan(
        area=place.world.area, key="safety_plan", service=place.service("safety"), year=2026, by=officer
    )


@pytest.mark.requirement("DOR-18")
@pytest.mark.switch(SWITCH, "true")
def test_what_is_quick_goes_to_the_team_and_both_are_counted() -> None:
    place = place_under("dordrecht_1997")
    with on(ASKED):
        quick = reported(place, "Losse tegel voor de school", "quick")
        reported(place, "Kapotte bank in het park", "quick")
        reported(place, "Bladeren op het plein", "regular")
        plan = a_plan(place)
        given = place.given("Tegels", theme="safety", demand=quick.thing)
        with pytest.raises(Invalid) as refused:
            actions.put_measure(plan_id=plan.pk, given=given, by=place.officer_of("safety"))
        assert refused.value.reason.rule == f"dordrecht_1997: {SWITCH}"
        actions.put_measure(
            plan_id=plan.pk, given=place.given("Licht", theme="safety"), by=place.officer_of("safety")
        )
    with on(SOLVED):
        signals.answer_signal(
            signal_id=quick.pk,
            text="De tegel ligt vast.",
            by=place.officer_of("safety"),
            funding_source=FundingSource.REGULAR,
        )
    found = counted(place.world.area, 2026)
    assert (found.quick, found.quick_done, found.planned, found.planned_done) == (2, 1, 1, 0)
    assert found.days == 4


@pytest.mark.switch(SWITCH, "false")
def test_the_same_may_stand_in_the_plan_where_the_file_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "dordrecht_1997", {SWITCH: False}))
    with on(ASKED):
        quick = reported(place, "Losse tegel voor de school", "quick")
        plan = a_plan(place)
        given = place.given("Tegels", theme="safety", demand=quick.thing)
        measure = actions.put_measure(plan_id=plan.pk, given=given, by=place.officer_of("safety"))
    assert measure.plan_id == plan.pk


@pytest.mark.requirement("DOR-10")
@pytest.mark.parametrize("approach", ["dordrecht_1997", "deventer_1997"])
def test_a_goal_that_no_service_made_its_own_is_listed(approach: str) -> None:
    place = place_under(approach)
    goals = place.world.approach.working_goals
    assert goals_without_service(place.world.area, place.world.approach) == list(goals)
    mine = {"area": place.world.area, "goal": goals[0].key, "service": place.service("safety")}
    with pytest.raises(Refused):  # not by another service
        actions.adopt_goal(**mine, by=place.officer_of("welfare"))
    with pytest.raises(Refused):  # and not for it by the area
        actions.adopt_goal(**mine, by=triager(place))
    actions.adopt_goal(**mine, by=place.officer_of("safety"))
    actions.adopt_goal(**mine, by=place.officer_of("safety"))
    assert goals_without_service(place.world.area, place.world.approach) == list(goals[1:])
    with pytest.raises(Invalid):
        actions.adopt_goal(**{**mine, "goal": "none"}, by=place.officer_of("safety"))
