"""A change of the organisation is seen before it is made, and taken back until its day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.test_golden_thread import on
from tests.ways_of_working.test_time import BEFORE, CHANGE, change, move
from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.actions import differ
from wijkwerk.areas.models import Area, AreaApproach, AreaSuccession, Grouping, Redivision
from wijkwerk.areas.queries import approach_for, areas_now
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import end_role, rehearse, withdraw
from wijkwerk.people.models import Reorganisation, RoleHeld, RoleSuccession
from wijkwerk.people.queries import changes_from, successors

pytestmark = pytest.mark.django_db

A_MONTH_BEFORE = CHANGE - timedelta(days=30)


@pytest.fixture
def world() -> World:
    return make_world("utrecht_1997")


def everything() -> dict[str, list[dict[str, object]]]:
    """Every period there is."""
    tables = {
        RoleHeld: RoleHeld.objects.order_by("pk"),
        AreaApproach: AreaApproach.objects.order_by("pk"),
        Grouping: Grouping.objects.order_by("pk"),
        Area: Area.objects.order_by("pk"),
    }
    return {table.__name__: [*rows.values()] for table, rows in tables.items()}


def with_new_areas(world: World) -> dict[Area, list[Area]]:
    """Two areas that begin on the day and share the work of the one there was."""
    level = world.area.level
    return {
        world.area: [
            Area.objects.create(code=name, name=name, level=level, parent=world.city, valid_from=CHANGE)
            for name in ("West", "Oost")
        ]
    }


def test_everything_stands_again_as_it_stood(world: World) -> None:
    appointed("office_staff", world.area)  # two people in one role
    RoleHeld.objects.filter(role="service_director").update(valid_to=CHANGE + timedelta(days=90))
    RoleHeld.objects.filter(role="district_committee_member").update(valid_from=CHANGE)  # goes, with its row
    differ(
        area=world.area,
        path="longlist.limit",
        value=3,
        reason="Klein",
        decided_by="raad",
        valid_from=LONG_AGO,
    )
    areas = with_new_areas(world)
    before = everything()
    with on(A_MONTH_BEFORE):
        made = move(world, change(areas=areas, lessons=[("deventer_1997", "promised_too_much")]))
        assert everything() != before
        assert approach_for(areas[world.area][0], CHANGE).key == "utrecht_2018"
        back = withdraw(change_id=made.pk, reason="De raad wil het anders.", by=world.policy_officer)
    assert everything() == before
    assert approach_for(world.area, CHANGE).key == "utrecht_1997"
    assert areas_now(world.area, CHANGE) == [world.area]
    held = successors("area_office_manager", world.area, CHANGE)
    assert [each.person for each in held] == [world.area_office_manager]
    assert not RoleSuccession.objects.exists()
    assert not AreaSuccession.objects.exists()
    assert not Redivision.objects.exists()
    assert changes_from("deventer_1997", "promised_too_much") == []
    # That it was decided, and why it did not go on, stays to be read.
    assert (back.withdrawn_on, back.withdrawn_because) == (A_MONTH_BEFORE, "De raad wil het anders.")
    assert back.withdrawn_by == world.policy_officer
    assert Reorganisation.objects.get().public_text == "Van bureau naar kleine maat."


def test_from_its_day_on_it_cannot_be_taken_back(world: World) -> None:
    with on(A_MONTH_BEFORE):
        made = move(world, change())
    for day in (CHANGE, CHANGE + timedelta(days=1)):
        with on(day), pytest.raises(Conflict, match="al ingegaan") as refused:
            withdraw(change_id=made.pk, reason="Toch niet", by=world.policy_officer)
        assert refused.value.reason.way_out
    with on(BEFORE):
        with pytest.raises(Invalid) as unsaid:
            withdraw(change_id=made.pk, reason=" ", by=world.policy_officer)
        assert unsaid.value.reason.field == "reason"
        with pytest.raises(Refused):
            withdraw(change_id=made.pk, reason="Toch niet", by=world.area_office_manager)
        withdraw(change_id=made.pk, reason="Toch niet", by=world.policy_officer)
        with pytest.raises(Conflict, match="al teruggezet"):
            withdraw(change_id=made.pk, reason="Toch niet", by=world.policy_officer)


def test_what_was_built_upon_it_goes_first(world: World) -> None:
    with on(A_MONTH_BEFORE):
        made = move(world, change())
        held = RoleHeld.objects.get(role="area_officer", person=world.area_office_manager)
        end_role(held=held, by=world.administrator, on=CHANGE + timedelta(days=5))
        before = everything()
        with pytest.raises(Conflict, match="wie welke taak heeft") as refused:
            withdraw(change_id=made.pk, reason="Toch niet", by=world.policy_officer)
    assert refused.value.reason.way_out
    assert everything() == before
    assert Reorganisation.objects.get().withdrawn_on is None


def test_a_rehearsal_says_who_goes_where_and_does_nothing(world: World) -> None:
    areas = with_new_areas(world)
    before = everything()
    moves = rehearse(areas=[world.city, world.area], change=change(areas=areas), by=world.policy_officer)
    assert everything() == before
    assert not Reorganisation.objects.exists()
    told = {each.held.role: each for each in moves}
    assert len(moves) == RoleHeld.objects.on(CHANGE).count()
    west, east = areas[world.area]
    assert told["area_office_manager"].after == (("area_officer", west), ("area_officer", east))
    assert told["management_assistant"].after == ()
    assert told["policy_officer"].goes_on
    assert not told["area_office_manager"].goes_on
    # Word for word what then happens.
    move(world, change(areas=areas))
    for each in moves:
        now = RoleHeld.objects.on(CHANGE).filter(person=each.held.person)
        assert {(held.role, held.area) for held in now} == set(each.after)


def test_an_area_of_a_level_that_is_gone_must_go_on_somewhere() -> None:
    world = make_world("tilburg_1997")
    known = load("utrecht_2018")
    assert world.area.level not in {level.key for level in known.levels}
    gone = {role: None for role in world.approach.roles if role not in known.roles}
    with pytest.raises(Invalid, match="Voorstad") as refused:
        move(world, change(gone))
    assert (refused.value.reason.field, refused.value.reason.value) == ("moves", str(world.area.pk))
    other = Area.objects.create(
        code="zuid", name="Zuid", level=known.plan_level.key, parent=world.city, valid_from=CHANGE
    )
    move(world, change(gone, areas={world.area: [other]}))
    assert areas_now(world.area, CHANGE) == [other]
