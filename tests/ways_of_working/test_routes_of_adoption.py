"""A plan passes the stops of its route in order; none is skipped. Which stops there are is the file's business."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.cycles.models import Cycle
from wijkwerk.decisions import actions as decisions
from wijkwerk.decisions.models import AdoptionRoute, Consultation, Decision, DecisionKind
from wijkwerk.decisions.rules.routes import StopOutcome
from wijkwerk.foundation.reasons import Conflict, Refused
from wijkwerk.people.models import Person
from wijkwerk.plans import actions as plans
from wijkwerk.plans.models import Funding, Measure, Plan
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db

START = date(2026, 3, 2)
COMMITTEE = "commissie Ruimtelijke Ordening, Openbare Werken en Stadsbeheer"


def a_plan(world: World, writer: Person) -> Plan:
    """A draft with one measure, in a year of the approach of the world."""
    cycle = Cycle.objects.create(
        area=world.area,
        approach_key=world.approach.key,
        name="2026",
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 12, 31),
    )
    plan = plans.open_plan(cycle=cycle, by=writer)
    thing = bear("measure", area=world.area, sentence="Breder pad", public=True)
    Measure.objects.create(thing=thing, plan=plan, motive="Het is te smal.", funding=Funding.REGULAR)
    return plan


def adopt(plan: Plan, by: Person, body: str = "gemeenteraad") -> Plan:
    return plans.adopt_plan(plan_id=plan.pk, body=body, reason="De stad kan dit aan.", by=by)


def taken(walk: AdoptionRoute, stop: str, by: Person, ending: StopOutcome = StopOutcome.AGREED) -> None:
    decisions.take_stop(
        route_id=walk.pk, stop=stop, ending=ending, reason="Besproken.", public_text="Besproken", by=by
    )


def people_were_heard(plan: Plan, by: Person, day: date) -> Consultation:
    with on(day):
        opened = decisions.open_consultation(
            thing=plan.thing, question="Wat vindt u van het programma?", open_until=day + timedelta(28), by=by
        )
    with on(day + timedelta(29)):
        return decisions.close_consultation(
            consultation_id=opened.pk, reactions=41, answer="Het fietspad komt eerder.", by=by
        )


@pytest.mark.requirement("TIL-26")
def test_the_stops_of_the_programme_are_taken_in_order_and_none_is_skipped() -> None:
    world = make_world("tilburg_1997")
    writer, committee, council = world.area_manager, world.council_committee, world.municipal_council
    with on(START):
        plan = a_plan(world, writer)
        with pytest.raises(Conflict, match="Eerst: bespreking in de commissie"):
            adopt(plan, council)
        walk = decisions.open_route(
            thing=plan.thing, approach=plan.cycle.approach, route_key="programme", by=writer
        )
        for stop in ("committee_after", "council"):
            with pytest.raises(Conflict, match="Geen stap van deze route kan worden overgeslagen"):
                taken(walk, stop, {"council": council}.get(stop, committee))
        taken(walk, "committee_before", committee)
        # The committee agrees; people were not heard yet.
        for step in (
            lambda: taken(walk, "committee_after", committee),
            lambda: taken(walk, "formal_consultation", writer),
            lambda: adopt(plan, council),
        ):
            with pytest.raises(Conflict) as refused:
                step()
            assert "nspraak" in str(refused.value.reason)
            assert refused.value.reason.source == "003_bd3cdaf8b9febc00.txt §4.4"
    people_were_heard(plan, writer, START + timedelta(1))
    with on(START + timedelta(40)):
        taken(walk, "formal_consultation", writer, StopOutcome.WITH_REMARKS)
        with pytest.raises(Conflict, match="Eerst: opnieuw in de commissie"):
            adopt(plan, council)
        taken(walk, "committee_after", committee)
        with pytest.raises(Refused, match="gemeenteraad"):
            adopt(plan, world.executive_board)
        adopt(plan, council)
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ADOPTED
    assert list(walk.taken.values_list("stop", "ending", "decision__body")) == [
        ("committee_before", "agreed", COMMITTEE),
        ("formal_consultation", "with_remarks", "inspraak"),
        ("committee_after", "agreed", COMMITTEE),
        ("council", "agreed", "gemeenteraad"),
    ]
    assert Measure.objects.get(plan=plan).status == MeasureStatus.ADOPTED


def test_under_a_route_that_only_informs_nothing_stands_before_adoption() -> None:
    world = make_world("deventer_1997")
    with on(START):
        plan = a_plan(world, world.area_officer)
        adopt(plan, world.executive_board, "college")
        plans.take_note(plan_id=plan.pk, body="college", by=world.executive_board)
    walk = AdoptionRoute.objects.get(thing=plan.thing)
    assert list(walk.taken.values_list("stop", "kind")) == [("executive_board", "take_note")]


def test_a_stop_is_taken_by_whom_the_file_names() -> None:
    world = make_world("tilburg_1997")
    with on(START):
        plan = a_plan(world, world.area_manager)
        walk = decisions.open_route(
            thing=plan.thing, approach=world.approach, route_key="programme", by=world.area_manager
        )
        with pytest.raises(Refused, match=COMMITTEE) as refused:
            taken(walk, "committee_before", world.area_manager)
        with pytest.raises(Refused, match="hoort niet bij de route") as unknown:
            taken(walk, "nowhere", world.area_manager)
    assert refused.value.reason.rule == "tilburg_1997: routes.programme.stops.committee_before.role"
    assert unknown.value.reason.rule == "tilburg_1997: routes.programme"
    assert not Decision.objects.exists()


def test_a_no_of_the_council_ends_the_round_and_a_new_one_begins_at_the_start() -> None:
    world = make_world("tilburg_1997")
    writer, committee, council = world.area_manager, world.council_committee, world.municipal_council
    with on(START):
        plan = a_plan(world, writer)
        walk = decisions.open_route(
            thing=plan.thing, approach=world.approach, route_key="programme", by=writer
        )
        assert walk == decisions.open_route(
            thing=plan.thing, approach=world.approach, route_key="programme", by=writer
        )
        taken(walk, "committee_before", committee)
    people_were_heard(plan, writer, START)
    with on(START + timedelta(40)):
        taken(walk, "formal_consultation", writer)
        taken(walk, "committee_after", committee, StopOutcome.NOT_AGREED)
        with pytest.raises(Conflict, match="pagina van het plan"):
            taken(walk, "council", council)
        taken(walk, "council", council, StopOutcome.NOT_AGREED)
        assert Decision.objects.first().kind == DecisionKind.REFUSE
        with pytest.raises(Conflict, match="Eerst: bespreking in de commissie"):
            adopt(plan, council)
        again = decisions.open_route(
            thing=plan.thing, approach=world.approach, route_key="programme", by=writer
        )
        assert again != walk
        assert not again.taken.exists()
        taken(again, "committee_before", committee)
        with pytest.raises(Conflict, match="inspraak is nog niet gehouden"):
            taken(again, "formal_consultation", writer)


def test_people_keep_their_time_to_react() -> None:
    world = make_world("tilburg_1997")
    with on(START):
        plan = a_plan(world, world.area_manager)
        opened = decisions.open_consultation(
            thing=plan.thing, question="Wat vindt u?", open_until=START + timedelta(28), by=world.area_manager
        )
        with pytest.raises(Conflict, match="kunnen nog reageren"):
            decisions.close_consultation(
                consultation_id=opened.pk, reactions=0, answer="Niemand.", by=world.area_manager
            )
        with pytest.raises(Conflict, match="loopt al"):
            decisions.open_consultation(
                thing=plan.thing, question="?", open_until=START + timedelta(9), by=world.area_manager
            )
