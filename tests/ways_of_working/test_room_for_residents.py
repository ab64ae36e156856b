"""Giving way to residents, and letting an area do something otherwise: where the file knows it, and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ways_of_working.money import noon
from tests.world import World, make_world
from wijkwerk.decisions import actions
from wijkwerk.decisions.models import Decision, DecisionKind, Deviation, SteppedAside
from wijkwerk.decisions.queries import deviations_of, room_for_residents, search, to_evaluate
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
OTHERS = ["deventer_1997", "dordrecht_1997", "rotterdam_2020s"]


def stepped_aside(world: World, by: Person) -> SteppedAside:
    return actions.step_aside(
        area=world.area,
        scope="het beheer van het plantsoen",
        limits="De bomen blijven staan.",
        residents="Bewoners van de Kade",
        ends_on=DAY + timedelta(365),
        notice_days=30,
        reason="Zij doen het al drie jaar beter.",
        body="wethouder wijken",
        by=by,
    )


@pytest.mark.requirement("ARN-02")
@pytest.mark.switch("options.step_aside", "true")
def test_within_its_scope_and_term_nothing_is_overruled_without_notice() -> None:
    world = make_world("arnhem_2023")
    alderman = world.portfolio_holder

    def overrule(by: Person = alderman) -> None:
        actions.overrule(
            stepped_aside_id=given.pk, public_text="De gemeente snoeit zelf", body="wethouder wijken", by=by
        )

    with noon(DAY):
        given = stepped_aside(world, alderman)
        with pytest.raises(Conflict, match="Kondig het eerst aan"):
            overrule()
        with pytest.raises(Invalid, match="30 dagen van tevoren") as early:
            actions.announce_overrule(
                stepped_aside_id=given.pk,
                reason="Takken vallen op het pad.",
                effective_from=DAY + timedelta(29),
                by=alderman,
            )
        assert early.value.reason.field == "effective_from"
        actions.announce_overrule(
            stepped_aside_id=given.pk,
            reason="Takken vallen op het pad.",
            effective_from=DAY + timedelta(30),
            by=alderman,
        )
    with noon(DAY + timedelta(29)), pytest.raises(Conflict):
        overrule()
    with noon(DAY + timedelta(30)):
        with pytest.raises(Refused):
            overrule(world.desk_worker)
        assert room_for_residents(world.area)[0].holds_on(DAY + timedelta(30))
        overrule()
        assert not room_for_residents(world.area)[0].holds_on(DAY + timedelta(30))
    assert [one.kind for one in search(reader=None)] == [DecisionKind.OVERRULE, DecisionKind.STEP_ASIDE]


def test_room_ends_by_itself_on_its_last_day() -> None:
    world = make_world("arnhem_2023")
    with noon(DAY):
        given = stepped_aside(world, world.portfolio_holder)
    assert given.holds_on(DAY + timedelta(365))
    assert not given.holds_on(DAY + timedelta(366))


@pytest.mark.switch("options.step_aside", "false")
@pytest.mark.parametrize("key", OTHERS)
def test_elsewhere_the_municipality_does_not_step_aside(key: str) -> None:
    world = make_world(key)
    with noon(DAY), pytest.raises(Refused, match="geen stap opzij") as refused:
        stepped_aside(world, world.executive_board)
    assert refused.value.reason.rule == f"{key}: options.step_aside"


def asked(world: World, by: Person) -> Deviation:
    return actions.ask_deviation(
        area=world.area,
        policy="Jongerenbeleid 2023",
        otherwise="Eén jongerenwerker voor alle leeftijden.",
        why="Hier kennen de jongeren haar al.",
        by=by,
    )


def decide(deviation: Deviation, by: Person, until: date | None) -> Deviation:
    return actions.decide_deviation(
        deviation_id=deviation.pk,
        allowed_until=until,
        reason="Het is eerlijk en open.",
        body="college",
        by=by,
    )


@pytest.mark.requirement("ARN-04")
@pytest.mark.switch("options.deviation_from_city_policy", "true")
def test_a_deviation_is_asked_weighed_allowed_for_a_term_and_evaluated() -> None:
    world = make_world("arnhem_2023")
    board, until = world.executive_board, DAY + timedelta(365)
    with noon(DAY):
        deviation = asked(world, world.portfolio_holder)
        with pytest.raises(StepNotAllowed):
            decide(deviation, board, until)
        with pytest.raises(Refused):
            actions.weigh_deviation(deviation_id=deviation.pk, weighing="x", by=world.portfolio_holder)
        actions.weigh_deviation(
            deviation_id=deviation.pk, weighing="Voor: vertrouwen. Tegen: ongelijke kansen.", by=board
        )
        decide(deviation, board, until)
        with pytest.raises(Conflict, match="loopt nog"):
            actions.evaluate_deviation(deviation_id=deviation.pk, evaluation="Goed.", by=world.policy_officer)
        assert Decision.objects.get(thing=deviation.thing).kind == DecisionKind.DEVIATE
        assert list(search(reader=None)) == [Decision.objects.get()], "everyone can read it"
    with noon(until + timedelta(1)):
        assert list(to_evaluate([world.area])) == [deviation]
        actions.evaluate_deviation(
            deviation_id=deviation.pk, evaluation="Meer jongeren doen mee.", by=world.policy_officer
        )
        assert not to_evaluate([world.area])
    assert deviations_of(world.area).get().state == "evaluated"


def test_a_refused_deviation_is_public_too() -> None:
    world = make_world("arnhem_2023")
    deviation = asked(world, world.portfolio_holder)
    actions.weigh_deviation(deviation_id=deviation.pk, weighing="Tegen.", by=world.executive_board)
    decide(deviation, world.executive_board, None)
    assert deviations_of(world.area).get().state == "refused"
    assert search(reader=None)[0].kind == DecisionKind.REFUSE


@pytest.mark.switch("options.deviation_from_city_policy", "false")
@pytest.mark.parametrize("key", OTHERS)
def test_elsewhere_no_area_deviates(key: str) -> None:
    world = make_world(key)
    with pytest.raises(Refused, match="wijkt een wijk niet af") as refused:
        asked(world, world.executive_board)
    assert refused.value.reason.rule == f"{key}: options.deviation_from_city_policy"
