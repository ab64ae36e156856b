"""What is important stays open to everyone before it is decided, whatever was advised; the file says whether."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ways_of_working.money import noon
from tests.ways_of_working.test_routes_of_adoption import a_plan, adopt, people_were_heard, taken
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Power
from wijkwerk.decisions import actions
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person
from wijkwerk.plans import actions as plans
from wijkwerk.plans.actions import ready_to_adopt
from wijkwerk.plans.models import Funding, Measure
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
OPTION = "options.consultation_for_important_decisions"
Decides = tuple[Thing, Callable[[], object]]


def who(world: World, power: Power) -> Person:
    """Whoever has this power under this approach."""
    return next(world.people[key] for key, role in world.approach.roles.items() if role.may(power))


def heard(thing: Thing, by: Person) -> None:
    """Everyone could react for two weeks, and was answered."""
    with noon(DAY):
        opened = actions.open_consultation(
            thing=thing, question="Mag dit?", open_until=DAY + timedelta(14), by=by
        )
    with noon(DAY + timedelta(15)):
        actions.close_consultation(
            consultation_id=opened.pk, reactions=12, answer="Er komt een zebrapad bij.", by=by
        )


def stopping_a_measure(world: World) -> Decides:
    thing = bear("measure", area=world.area, sentence="School in het park", public=True)
    measure = Measure.objects.create(
        thing=thing, motive="omdat", funding=Funding.NONE, status=MeasureStatus.ADOPTED
    )
    by = who(world, Power.DECIDE_CONTENT)
    return thing, lambda: plans.stop_measure(measure_id=measure.pk, body="college", reason="Te duur.", by=by)


def adopting_a_plan(world: World) -> Decides:
    plan = a_plan(world, who(world, Power.EDIT_PLAN))
    return plan.thing, lambda: adopt(plan, who(world, Power.ADOPT_PLAN), "college")


@pytest.mark.requirement("AMF-10")
@pytest.mark.switch(OPTION, "true")
@pytest.mark.parametrize(
    ("key", "about"),
    [
        ("amersfoort_advice_1997", stopping_a_measure),
        ("deventer_1997", stopping_a_measure),
        ("deventer_1997", adopting_a_plan),
    ],
)
def test_what_was_marked_is_not_decided_before_everyone_could_react(
    key: str, about: Callable[[World], Decides]
) -> None:
    world = make_world(key)
    writer = who(world, Power.EDIT_PLAN)
    with noon(DAY):
        thing, decides = about(world)
        other, decides_other = stopping_a_measure(world)
        actions.mark_important(thing=thing, why="Het raakt de hele wijk.", by=writer)
        with pytest.raises(Conflict, match="Iedereen kan daarover eerst meepraten") as refused:
            decides()
        assert refused.value.reason.rule == f"{key}: {OPTION}"
        assert str(refused.value.reason.way_out).startswith("Open de inspraak")
        assert not Decision.objects.exists()
        decides_other()
        assert not Decision.objects.get(thing=other).important
        running = actions.open_consultation(
            thing=other, question="Mag dit?", open_until=DAY + timedelta(14), by=writer
        )
        assert running.thing != thing
        with pytest.raises(Conflict, match="meepraten"):
            decides()
    heard(thing, writer)
    with noon(DAY + timedelta(15)):
        decides()
        assert Decision.objects.get(thing=thing).important


def test_good_advice_or_a_consultation_that_runs_is_not_enough() -> None:
    world = make_world("deventer_1997")
    writer = world.area_officer
    with noon(DAY):
        thing, decides = adopting_a_plan(world)
        actions.mark_important(thing=thing, why="Het raakt de hele wijk.", by=writer)
        actions.decide(
            thing=thing,
            kind=DecisionKind.ADVISE,
            reason="Goed plan.",
            public_text="Het wijkteam is voor",
            maker=writer,
            body="wijkteam",
            mandate="advise",
        )
        actions.open_consultation(thing=thing, question="Mag dit?", open_until=DAY + timedelta(14), by=writer)
        with pytest.raises(Conflict, match="meepraten"):
            decides()
        assert "meepraten" in str(ready_to_adopt(thing.plan).reason)


def test_the_next_important_decision_is_opened_to_everyone_again() -> None:
    world = make_world("deventer_1997")
    thing = bear("measure", area=world.area, sentence="School in het park", public=True)
    with noon(DAY):
        actions.mark_important(thing=thing, why="Het raakt de hele wijk.", by=world.area_officer)

    def decides(kind: DecisionKind) -> Decision:
        return actions.decide(
            thing=thing,
            kind=kind,
            reason="Zo is het beter.",
            public_text="De school gaat open",
            maker=world.executive_board,
            body="college",
            mandate="adopt_plan",
        )

    heard(thing, world.area_officer)
    with noon(DAY + timedelta(20)):
        decides(DecisionKind.GRANT)
        with pytest.raises(Conflict, match="meepraten"):
            decides(DecisionKind.CHANGE)
        assert not decides(DecisionKind.REFUSE).important, "everything stays as it was"


@pytest.mark.switch(OPTION, "false")
def test_a_file_may_leave_that_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = variant(tmp_path, monkeypatch, "deventer_1997", {OPTION: False})
    world = make_world(key)
    with noon(DAY):
        thing, decides = adopting_a_plan(world)
        with pytest.raises(Conflict, match="niet verplicht") as refused:
            actions.mark_important(thing=thing, why="Het raakt de hele wijk.", by=world.area_officer)
        assert refused.value.reason.rule == f"{key}: {OPTION}"
        decides()
    assert not Decision.objects.get().important


def test_what_goes_to_the_council_by_consultation_is_important_by_the_file() -> None:
    world = make_world("tilburg_1997")
    writer, committee = world.area_manager, world.council_committee
    with noon(DAY):
        plan = a_plan(world, writer)
        walk = actions.open_route(thing=plan.thing, approach=world.approach, route_key="programme", by=writer)
        taken(walk, "committee_before", committee)
    people_were_heard(plan, writer, DAY)
    with noon(DAY + timedelta(40)):
        taken(walk, "formal_consultation", writer)
        taken(walk, "committee_after", committee)
        adopt(plan, world.municipal_council)
    assert dict(Decision.objects.values_list("kind", "important")) == {
        "discuss": False,
        "consult": False,
        "adopt": True,
    }


def test_who_writes_or_decides_marks_it_once_and_says_why() -> None:
    world = make_world("deventer_1997")
    thing = bear("measure", area=world.area, sentence="School in het park", public=True)
    with noon(DAY):
        with pytest.raises(Refused):
            actions.mark_important(thing=thing, why="Omdat.", by=world.executor)
        with pytest.raises(Invalid, match="waarom"):
            actions.mark_important(thing=thing, why=" ", by=world.area_officer)
        actions.mark_important(thing=thing, why="Omdat.", by=who(world, Power.DECIDE_CONTENT))
        with pytest.raises(Conflict, match="al een belangrijk"):
            actions.mark_important(thing=thing, why="Omdat.", by=world.area_officer)
