"""Adopting: the council's decision with the difference; from its day the areas work under it, and it never changes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.approaches import ApproachErrors, Power, load
from wijkwerk.areas.actions import adopt_approach
from wijkwerk.areas.models import AreaApproach
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Reorganisation, RoleHeld
from wijkwerk.people.permissions import may
from wijkwerk.ways import actions, queries
from wijkwerk.ways.actions.adopting import Adopted
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.tests.factories import a_draft, decided

pytestmark = pytest.mark.django_db
VALUES = {
    "budget.per_resident": Decimal(9),
    "roles.area_officer.powers": ("commit_money",),
    "cycle.steps.panel.involvement": "co_decide",
}


@pytest.fixture
def world() -> World:
    return make_world()


def adopted(world: World, **given: object) -> Adopted:
    draft = Draft.objects.first() or a_draft(world, values=VALUES)
    change = {
        name: given.pop(name) for name in ("starts_on", "decided_by", "currency", "roles") if name in given
    }
    values = {
        "draft_id": draft.pk,
        "areas": [world.city, world.area],
        "change": decided(**change),
        "public_text": "De gemeente gaat werken met haar eigen aanpak.",
        "by": world.policy_officer,
    }
    return actions.adopt_draft(**{**values, **given})  # type: ignore[arg-type]


def test_it_holds_from_its_day_and_not_before(world: World) -> None:
    made = adopted(world)
    day = made.own.valid_from
    for area in (world.area, world.city, world.neighbourhood):
        assert approach_for(area, day - timedelta(days=1)).key == "deventer_1997"
        assert approach_for(area, day).key == "eigen_2027"
        assert approach_for(area, day).budget.per_resident == 9
    assert not Draft.objects.exists()
    assert AreaApproach.objects.get(area=world.area, valid_to=None).adopted_by.startswith("de gemeenteraad")


def test_the_new_rights_are_rights_from_that_day(world: World) -> None:
    day = adopted(world).own.valid_from
    assert not may(world.area_officer, Power.COMMIT_MONEY, within=world.area)
    with on(day):
        assert may(world.area_officer, Power.COMMIT_MONEY, within=world.area)


def test_it_is_a_decision_with_what_it_changes(world: World) -> None:
    own = adopted(world).own
    decision = Decision.objects.get(thing=own.thing)
    assert (decision.kind, decision.locked, decision.maker) == (
        DecisionKind.ADOPT,
        True,
        world.policy_officer,
    )
    assert decision.body.startswith("de gemeenteraad")
    assert "deventer_1997: set_approach" in decision.mandate
    assert own.before == "deventer_1997"
    assert [about for about, _nl, _en in own.difference] == ["rights", "rights", "money"]
    told = {nl for _about, nl, _en in own.difference}
    assert "wijkambtenaar mag voortaan: geld vastleggen" in told
    assert "gebiedsbudget: bedrag per inwoner: 9 (was: 8)" in told


def test_what_was_adopted_can_be_succeeded_and_not_adopted_again(world: World) -> None:
    own = adopted(world).own
    with pytest.raises(Invalid):
        a_draft(world, values={})
    later = actions.succeed(
        key=own.key,
        new_key="eigen_2029",
        title="Vervolg",
        document="Raadsvoorstel 2029-3",
        by=world.policy_officer,
    )
    assert 'succeeds = "eigen_2027"' in later.text
    made = adopted(world, starts_on=own.valid_from + timedelta(days=700))
    approach = approach_for(world.area, made.own.valid_from)
    assert (approach.key, approach.succeeds, approach.budget.per_resident) == ("eigen_2029", "eigen_2027", 9)
    assert made.own.before == "eigen_2027"
    assert approach_for(world.area, own.valid_from).key == "eigen_2027"
    assert OwnApproach.objects.get(key="eigen_2027").text == own.text
    assert load("eigen_2027").budget.per_resident == 9


def test_it_stands_in_the_list_to_choose_from(world: World) -> None:
    adopted(world)
    assert queries.choosable()[0] == "eigen_2027"
    assert [each.key for each in queries.approaches(["eigen_2027", "nowhere"])] == ["eigen_2027"]


def test_only_who_may_set_the_approach_writes_it_down(world: World) -> None:
    a_draft(world)
    with pytest.raises(Refused):
        adopted(world, by=world.executive_board)
    assert not OwnApproach.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"areas": []}, "areas"),
        ({"starts_on": date(2020, 5, 1)}, "starts_on"),
        ({"decided_by": " "}, "decided_by"),
        ({"change": decided(public_text="")}, "reason"),
        ({"public_text": ""}, "public_text"),
        ({"currency": "FRF"}, "currency"),
    ],
)
def test_what_is_missing_is_said_at_its_field(world: World, given: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        adopted(world, **given)
    assert refused.value.reason.field == field


def test_an_adoption_that_failed_leaves_nothing_of_itself(world: World) -> None:
    """What was read of it stayed in this process, and was served in the place of what another adopted later."""
    adopt_approach(
        area=world.area,
        approach_key="utrecht_1997",
        valid_from=clock.today() + timedelta(days=300),
        currency="EUR",
        adopted_by="raad",
    )
    with pytest.raises(Conflict):
        adopted(world)
    assert not OwnApproach.objects.exists()
    assert not Decision.objects.exists()
    assert AreaApproach.objects.get(area=world.city).valid_to is None
    with pytest.raises(ApproachErrors):
        load("eigen_2027")


def test_who_comes_second_hears_that_the_draft_is_gone(world: World) -> None:
    draft = a_draft(world)
    actions.drop_draft(draft_id=draft.pk, by=world.policy_officer)
    for act in (
        lambda: actions.drop_draft(draft_id=draft.pk, by=world.policy_officer),
        lambda: actions.save_draft(draft_id=draft.pk, text="", edition=1, by=world.policy_officer),
        lambda: adopted(world, draft_id=draft.pk),
    ):
        with pytest.raises(Conflict, match="is er niet meer"):
            act()


def test_a_draft_that_was_changed_since_is_read_again_first(world: World) -> None:
    draft = a_draft(world)
    actions.save_draft(draft_id=draft.pk, text=draft.text + "\n", edition=1, by=world.policy_officer)
    with pytest.raises(Conflict):
        adopted(world, edition=1)


def test_what_was_made_before_stays_under_the_old_rules(world: World) -> None:
    """An area that is not chosen works on as it did."""
    adopted(world, areas=[world.area])
    later = clock.today() + timedelta(days=400)
    assert approach_for(world.area, later).key == "eigen_2027"
    assert approach_for(world.city, later).key == "deventer_1997"


def test_nobody_loses_a_task_without_an_answer(world: World) -> None:
    """What the new approach does not know is named; nothing happens until each task has a place."""
    held = RoleHeld.objects.count()
    draft = a_draft(world, extends="utrecht_2018")
    with pytest.raises(Invalid) as refused:
        adopted(world, draft_id=draft.pk)
    lost = set(world.people) - set(actions.sound(draft.key, draft.text).roles)
    assert set(refused.value.reason.value.split(", ")) == lost
    assert refused.value.reason.field == "roles"
    assert not OwnApproach.objects.exists()
    assert approach_for(world.area, clock.today() + timedelta(days=31)).key == "deventer_1997"
    made = adopted(
        world, draft_id=draft.pk, roles={**dict.fromkeys(lost), "area_councillor": "social_broker"}
    )
    day = made.own.valid_from
    councillor = world.people["area_councillor"]
    assert RoleHeld.objects.on(day).get(person=councillor).role == "social_broker"
    assert not RoleHeld.objects.on(day).filter(role__in=lost).exists()
    assert RoleHeld.objects.on(day - timedelta(days=1)).count() == held


def test_it_stands_under_what_changed(world: World) -> None:
    made = adopted(world)
    change = Reorganisation.objects.get()
    assert made.change == change
    assert (change.approach_before, change.approach_after, change.starts_on) == (
        "deventer_1997",
        "eigen_2027",
        made.own.valid_from,
    )
    assert change.public_text == made.own.decision.reason


def test_looking_at_it_first_does_nothing(world: World) -> None:
    draft = a_draft(world, values=VALUES)
    given = {"draft_id": draft.pk, "areas": [world.city, world.area], "change": decided(), "edition": 1}
    moves = actions.rehearse_adoption(**given, public_text="Zo dus.", by=world.policy_officer)  # type: ignore[arg-type]
    assert {move.held.role for move in moves} == set(world.people)
    assert Draft.objects.get() == draft
    assert not OwnApproach.objects.exists()
    assert not Reorganisation.objects.exists()
    with pytest.raises(ApproachErrors):
        load(draft.key)


def test_where_nothing_held_yet_the_first_one_is_a_change_too(world: World) -> None:
    AreaApproach.objects.all().delete()
    made = adopted(world)
    assert made.own.before == ""
    assert approach_for(world.area, made.own.valid_from).key == "eigen_2027"
