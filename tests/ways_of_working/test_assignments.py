"""A recorded assignment with results and mutual expectations: where the file knows it, with whose eyes at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Organisation, OrganisationKind, Person, RoleHeld
from wijkwerk.requests.actions import Agreed, check_results, record_assignment, sign
from wijkwerk.requests.models import Assignment
from wijkwerk.requests.rules import Side

pytestmark = pytest.mark.django_db

AGREED = Agreed(
    order="Maak de wijkaanpak alsnog een succes.",
    results=("Elke wijk heeft een plan", "De raad vertrouwt het"),
    of_giver=("Rugdekking bij de diensten",),
    of_taker=("Elke maand eerlijk zeggen hoe het gaat",),
)


def recorded(world: World, given: Agreed = AGREED) -> Assignment:
    return record_assignment(
        area=world.city, taker=world.programme_manager, given=given, by=world.portfolio_holder
    )


def signed(world: World) -> Assignment:
    made = recorded(world)
    sign(assignment_id=made.pk, by=world.portfolio_holder)
    return sign(assignment_id=made.pk, by=world.programme_manager)


def looked_back(world: World, made: Assignment, evaluator: Organisation) -> Assignment:
    return check_results(
        assignment_id=made.pk,
        reached={each.pk: True for each in made.results.all()},
        conclusion="Vertrouwen komt met uitleg.",
        evaluator=evaluator,
        by=world.programme_manager,
    )


@pytest.mark.requirement("DH-01")
def test_both_sides_record_sign_and_look_back() -> None:
    world = make_world("den_haag_2018")
    made = recorded(world)
    assert made.results.count() == 2
    assert {each.side for each in made.expectations.all()} == {Side.GIVER, Side.TAKER}
    outside = Organisation.objects.create(key="onderzoek", name="Onderzoekers", kind=OrganisationKind.OTHER)
    sign(assignment_id=made.pk, by=world.portfolio_holder)
    with pytest.raises(Conflict, match="niet beiden"):
        looked_back(world, made, outside)
    with pytest.raises(Refused, match="Ondertekenen"):
        sign(assignment_id=made.pk, by=world.policy_officer)
    assert sign(assignment_id=made.pk, by=world.programme_manager).is_signed
    with pytest.raises(Invalid, match="elk resultaat"):
        check_results(
            assignment_id=made.pk, reached={}, conclusion="x", evaluator=outside, by=world.programme_manager
        )
    done = looked_back(world, made, outside)
    assert done.checked_on is not None
    assert all(each.reached for each in done.results.all())


@pytest.mark.requirement("DH-01")
@pytest.mark.parametrize(
    ("without", "field"),
    [({"results": ()}, "results"), ({"of_taker": ()}, "expectations"), ({"order": " "}, "order")],
)
def test_every_part_is_recorded(without: dict[str, object], field: str) -> None:
    world = make_world("den_haag_2018")
    with pytest.raises(Invalid) as refused:
        recorded(world, replace(AGREED, **without))  # type: ignore[arg-type]
    assert refused.value.reason.field == field
    assert refused.value.reason.rule == "den_haag_2018: plans.assignment.parts"
    assert not Assignment.objects.exists()


@pytest.mark.requirement("DH-03")
@pytest.mark.switch("options.external_evaluation", "true")
def test_outside_eyes_look_where_the_file_asks_it() -> None:
    world = make_world("den_haag_2018")
    made = signed(world)
    with pytest.raises(Refused, match="van buiten") as refused:
        looked_back(world, made, world.organisations["gemeente"])
    assert refused.value.reason.rule == "den_haag_2018: options.external_evaluation"
    assert looked_back(world, made, world.organisations["welzijn"]).checked_on


@pytest.mark.switch("options.external_evaluation", "false")
def test_elsewhere_the_municipality_looks_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"options.external_evaluation": False}
    world = make_world(variant(tmp_path, monkeypatch, "den_haag_2018", values))  # type: ignore[arg-type]
    assert looked_back(world, signed(world), world.organisations["gemeente"]).checked_on


def test_where_no_assignment_is_recorded_the_reason_says_so() -> None:
    world = make_world("deventer_1997")
    decider = next(
        world.people[name] for name, role in world.approach.roles.items() if role.may(Power.DECIDE_CONTENT)
    )
    with pytest.raises(Refused, match="geen vastgelegde opdracht") as refused:
        record_assignment(area=world.city, taker=world.policy_officer, given=AGREED, by=decider)
    assert refused.value.reason.rule == "deventer_1997: plans"


@pytest.mark.parametrize("side", ["portfolio_holder", "programme_manager"])
def test_who_left_signs_nothing(side: str) -> None:
    world = make_world("den_haag_2018")
    made = recorded(world)
    person = world.people[side]
    RoleHeld.objects.filter(person=person).update(valid_to=clock.today())
    with pytest.raises(Refused):
        sign(assignment_id=made.pk, by=Person.objects.get(pk=person.pk))
    made.refresh_from_db()
    assert (made.giver_signed_on, made.taker_signed_on) == (None, None)
