"""Ways of working change on a day: roles and areas go over, old plans keep their rules, successors are found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, areas_now
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import Change, appoint, end_role, hand_over, look_up, reorganise
from wijkwerk.people.models import LookUpCount, Person, Reorganisation, RoleHeld
from wijkwerk.people.queries import changes_from, lessons_of, successors, who_is_it_now

pytestmark = pytest.mark.django_db

CHANGE = date(2026, 7, 1)
BEFORE = CHANGE - timedelta(days=1)
# What becomes of the roles of the offices of 1997 in the approach of 2018.
ROLES: dict[str, str | None] = {
    "area_office_manager": "area_officer",
    "assistant_manager": "area_officer",
    "management_assistant": None,
    "office_staff": "social_broker",
    "seconded_welfare_official": "social_broker",
    "seconded_upkeep_official": None,
    "seconded_police_officer": None,
    "mandated_development_official": "service_contact_officer",
    "mandated_company_official": None,
    "service_director": None,
    "district_committee_member": None,
}


def change(roles: dict[str, str | None] = ROLES, **more: object) -> Change:
    said: dict[str, object] = {
        "approach_key": "utrecht_2018",
        "starts_on": CHANGE,
        "currency": "EUR",
        "decided_by": "raad, 1 juni 2026",
        "public_text": "Van bureau naar kleine maat.",
    }
    return Change(roles=roles, **{**said, **more})  # type: ignore[arg-type]


def move(world: World, given: Change) -> Reorganisation:
    return reorganise(areas=[world.city, world.area], change=given, by=world.policy_officer)


@pytest.mark.requirement("TIL-02")
@pytest.mark.requirement("GEN-04")
def test_from_the_offices_to_the_small_measure_on_one_day() -> None:
    world = make_world("utrecht_1997")
    made = move(world, change())
    # What was made before stays readable under the rules it was made under.
    assert approach_for(world.area, BEFORE) == load("utrecht_1997")
    assert approach_for(world.area, BEFORE).budget.exists
    assert approach_for(world.area, CHANGE).key == "utrecht_2018"
    assert not approach_for(world.area, CHANGE).budget.exists
    # Who held a role goes on in what it became; nobody is left in a role that is gone.
    held = {each.role for each in RoleHeld.objects.on(CHANGE)}
    assert held <= set(load("utrecht_2018").roles)
    manager = world.area_office_manager
    assert next(each.person for each in who_is_it_now("area_officer", world.area, CHANGE)) == manager
    assert [each.person for each in who_is_it_now("area_office_manager", world.area, BEFORE)] == [manager]
    assert (made.approach_before, made.approach_after) == ("utrecht_1997", "utrecht_2018")
    assert made.successions.filter(role_after="").count() == 6


@pytest.mark.requirement("TIL-02")
def test_areas_are_divided_in_the_same_change_set() -> None:
    world = make_world("utrecht_1997")
    west, east = (
        Area.objects.create(
            code=name, name=name, level=world.area.level, parent=world.city, valid_from=CHANGE
        )
        for name in ("West", "Oost")
    )
    move(world, change(areas={world.area: [west, east]}))
    assert areas_now(world.area, CHANGE) == [west, east]
    for place in (west, east):
        now = {each.role for each in RoleHeld.objects.on(CHANGE).filter(area=place)}
        assert {"area_officer", "social_broker"} <= now
        assert approach_for(place, CHANGE).key == "utrecht_2018"
    found = successors("area_office_manager", world.area, CHANGE)
    assert {held.area for held in found} == {west, east}
    assert {held.person for held in found} == {world.area_office_manager, world.assistant_manager}


def test_nothing_changes_when_a_role_has_no_future() -> None:
    world = make_world("utrecht_1997")
    without = {key: role for key, role in ROLES.items() if key != "office_staff"}
    with pytest.raises(Invalid, match="medewerker van het wijkbureau") as refused:
        move(world, change(without))
    assert refused.value.reason.value == "office_staff"
    with pytest.raises(Invalid, match="geen taak"):
        move(world, change({**ROLES, "office_staff": "area_boss"}))
    with pytest.raises(Refused):
        reorganise(areas=[world.city], change=change(), by=world.area_office_manager)
    assert approach_for(world.area, CHANGE).key == "utrecht_1997"
    assert not Reorganisation.objects.exists()


@pytest.mark.requirement("TIL-30")
@pytest.mark.parametrize(
    ("before", "after", "role", "becomes"),
    [
        ("utrecht_1997", "utrecht_2018", "area_office_manager", "area_officer"),
        ("tilburg_noord_pilot", "tilburg_1997", "area_coordinator", "area_manager"),
    ],
)
def test_who_is_it_now_is_found_and_counted(before: str, after: str, role: str, becomes: str) -> None:
    world = make_world(before)
    known = load(after).roles
    level = load(after).plan_level.key
    Area.objects.filter(pk=world.area.pk).update(level=level)
    world.area.refresh_from_db()
    gone = {key: None for key in world.approach.roles if key not in known}
    given = change({**gone, role: becomes}, approach_key=after)
    reorganise(areas=[world.city, world.area], change=given, by=world.policy_officer)
    with on(CHANGE):
        place = world.people[role].roles.order_by("pk")[0].area
        assert [held.person for held in look_up(role=role, area=place)] == [world.people[role]]
        others = [key for key in gone if key != role]
        missed = [key for key in others if not look_up(role=key, area=place)]
        assert missed == others
    with on(CHANGE + timedelta(days=40)):
        look_up(role=role, area=place)
    july, august = LookUpCount.objects.all()
    assert (july.found, july.missed) == (1, len(others))
    assert (august.found, august.missed) == (1, 0)


def test_a_second_change_leads_on_from_the_first() -> None:
    world = make_world("utrecht_1997")
    move(world, change())
    later = CHANGE + timedelta(days=365)
    back = {key: None for key in load("utrecht_2018").roles if key not in load("rotterdam_2020s").roles}
    again = change(
        {**back, "area_officer": "area_manager", "social_broker": "area_networker"},
        approach_key="rotterdam_2020s",
        starts_on=later,
    )
    move(world, again)
    (now, _also) = successors("area_office_manager", world.area, later)
    assert (now.role, now.person) == ("area_manager", world.area_office_manager)
    assert successors("area_office_manager", world.area, CHANGE)[0].role == "area_officer"


@pytest.mark.requirement("TIL-32")
def test_a_lesson_of_the_pilot_leads_to_the_change_and_back() -> None:
    world = make_world("utrecht_1997")
    lesson = load("tilburg_noord_pilot").development.lessons[0].key
    made = move(world, change(lessons=[("tilburg_noord_pilot", lesson)]))
    assert [(each.approach_key, each.lesson) for each in lessons_of(made)] == [
        ("tilburg_noord_pilot", lesson)
    ]
    assert changes_from("tilburg_noord_pilot", lesson) == [made]
    invented = change(
        {}, lessons=[("tilburg_noord_pilot", "no_lesson")], starts_on=CHANGE + timedelta(days=9)
    )
    with pytest.raises(Invalid, match="les"):
        move(world, invented)
    assert changes_from("tilburg_noord_pilot", "no_lesson") == []


def leave(world: World, role: str) -> None:
    end_role(held=world.people[role].roles.get(), by=world.administrator, on=CHANGE)


def follow(world: World, role: str, handover: str = "") -> RoleHeld:
    return appoint(
        person=Person.objects.create(first_name="Nieuw"),
        role=role,
        area=world.area,
        by=world.administrator,
        valid_from=CHANGE,
        handover=handover,
    )


@pytest.mark.requirement("TIL-10")
@pytest.mark.parametrize(
    ("key", "role"), [("tilburg_1997", "area_manager"), ("dordrecht_1997", "area_coordinator")]
)
def test_no_function_changes_hands_without_a_handover(key: str, role: str) -> None:
    world = make_world(key)
    with on(BEFORE):
        leave(world, role)
        with pytest.raises(Conflict, match="opvolger") as refused:
            follow(world, role)
        assert refused.value.reason.field == "handover"
        assert refused.value.reason.way_out
        assert follow(world, role, "De school wacht op het zebrapad.").holds_on(CHANGE)
    (kept,) = world.people[role].roles.get().handovers.all()
    assert kept.text == "De school wacht op het zebrapad."


def test_who_leaves_may_write_the_handover_first() -> None:
    world = make_world("tilburg_1997")
    manager = world.area_manager
    with on(BEFORE):
        with pytest.raises(Refused):
            hand_over(held=manager.roles.get(), text="Iets", by=world.front_office)
        hand_over(held=manager.roles.get(), text="Alles staat in de agenda.", by=manager)
        leave(world, "area_manager")
        assert follow(world, "area_manager").pk


def test_residents_hand_nothing_over() -> None:
    world = make_world("deventer_1997")
    role = next(key for key, each in world.approach.roles.items() if each.is_resident and each.area_level)
    with on(BEFORE):
        leave(world, role)
        assert follow(world, role).pk
