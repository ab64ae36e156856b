"""Giving, renewing, ending and standing in for a role."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.world import LONG_AGO, World, make_world
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import appoint, end_role, renew_term, stand_in
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.queries import aldermen_without_area, areas_without_alderman, who_is_it_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def newcomer() -> Person:
    return Person.objects.create(first_name="Nieuw")


def second_area(world: World) -> Area:
    return Area.objects.create(
        code="w2", name="Zandweerd", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )


@pytest.mark.requirement("DEV-12")
@pytest.mark.requirement("DEV-14")
@pytest.mark.requirement("DEV-47")
def test_a_team_member_is_recruited_for_two_years_by_the_community_worker(
    world: World, newcomer: Person
) -> None:
    held = appoint(
        person=newcomer,
        role="resident_team_member",
        area=world.area,
        valid_from=date(2026, 3, 1),
        by=world.community_worker,
    )
    assert held.entry == "recruited"
    assert held.entered_by == world.community_worker
    assert held.term_ends_on == date(2028, 3, 1)
    assert held.valid_to is None


@pytest.mark.requirement("DEV-14")
@pytest.mark.parametrize("entry", ["recruited", "elected", "drawn_by_lot", "open"])
def test_how_someone_came_to_the_team_is_written_down(world: World, newcomer: Person, entry: str) -> None:
    held = appoint(person=newcomer, role="resident_team_member", area=world.area, entry=entry, by=None)
    assert held.entry == entry


def test_an_unknown_way_of_coming_is_refused(world: World, newcomer: Person) -> None:
    with pytest.raises(Invalid) as refused:
        appoint(person=newcomer, role="resident_team_member", area=world.area, entry="vriendje", by=None)
    assert refused.value.reason.field == "entry"
    assert not newcomer.roles.exists()


def test_the_community_worker_recruits_residents_and_nobody_else(world: World, newcomer: Person) -> None:
    with pytest.raises(Refused):
        appoint(person=newcomer, role="adviser", area=world.area, by=world.community_worker)
    with pytest.raises(Refused):
        appoint(
            person=newcomer, role="resident_team_member", area=second_area(world), by=world.community_worker
        )
    assert not newcomer.roles.exists()


@pytest.mark.parametrize("role", ["administrator", "head_of_department", "portfolio_holder"])
def test_nobody_gives_themselves_more_than_they_have(world: World, role: str) -> None:
    """Whoever manages people in one area gives nothing that holds in all."""
    local = Person.objects.create(first_name="Plaatselijk")
    RoleHeld.objects.create(person=local, role="administrator", area=world.area, valid_from=LONG_AGO)
    with pytest.raises(Refused):
        appoint(person=local, role=role, area=None, by=local)


def test_the_approach_must_know_the_role(world: World, newcomer: Person) -> None:
    with pytest.raises(Invalid) as refused:
        appoint(person=newcomer, role="wizard", area=world.area, by=None)
    assert refused.value.reason.field == "role"
    assert "wijkambtenaar" in str(refused.value.reason)


def test_a_role_belongs_to_its_level(world: World, newcomer: Person) -> None:
    for wrong in (world.city, world.neighbourhood, None):
        with pytest.raises(Invalid) as refused:
            appoint(person=newcomer, role="area_officer", area=wrong, by=None)
        assert refused.value.reason.field == "area"
    assert str(refused.value.reason) == "De taak wijkambtenaar hoort bij een wijk. Kies zo'n gebied."


@pytest.mark.requirement("DEV-20")
def test_the_mayor_adopts_no_area_in_either_order(world: World, newcomer: Person) -> None:
    with pytest.raises(Invalid) as refused:
        appoint(person=world.mayor, role="area_alderman", area=second_area(world), by=None)
    assert str(refused.value.reason) == "Wie burgemeester is, adopteert geen gebied."
    assert refused.value.reason.source
    RoleHeld.objects.filter(role="mayor").delete()
    appoint(person=newcomer, role="area_alderman", area=world.area, by=None)
    with pytest.raises(Invalid):
        appoint(person=newcomer, role="mayor", area=None, by=None)


@pytest.mark.requirement("DEV-20")
def test_who_was_mayor_may_adopt_an_area_afterwards(world: World) -> None:
    former = world.mayor
    RoleHeld.objects.filter(person=former).update(valid_to=date(2025, 1, 1))
    held = appoint(person=former, role="area_alderman", area=second_area(world), by=None)
    assert held.entry == "adopted"


@pytest.mark.requirement("DEV-20")
def test_areas_without_alderman_and_aldermen_without_area_are_listed(world: World) -> None:
    without = second_area(world)
    assert areas_without_alderman() == [without]
    assert aldermen_without_area() == [world.portfolio_holder]
    appoint(person=world.portfolio_holder, role="area_alderman", area=without, by=None)
    assert areas_without_alderman() == []
    assert aldermen_without_area() == []
    end_role(
        held=world.portfolio_holder.roles.get(role="area_alderman"), by=None, on=clock.today() + timedelta(1)
    )
    assert areas_without_alderman() == []
    assert areas_without_alderman(clock.today() + timedelta(days=1)) == [without]


@pytest.mark.requirement("DEV-20")
def test_the_mayor_is_not_among_those_who_should_adopt(world: World) -> None:
    RoleHeld.objects.create(person=world.mayor, role="portfolio_holder", valid_from=LONG_AGO)
    second_area(world)
    assert world.mayor not in aldermen_without_area()


def test_one_or_two_police_officers_and_no_third(world: World) -> None:
    appoint(
        person=Person.objects.create(first_name="Tweede"),
        role="neighbourhood_police_officer",
        area=world.area,
        by=None,
    )
    third = Person.objects.create(first_name="Derde")
    with pytest.raises(Invalid, match="hoogstens 2"):
        appoint(person=third, role="neighbourhood_police_officer", area=world.area, by=None)
    appoint(person=third, role="neighbourhood_police_officer", area=second_area(world), by=None)


@pytest.mark.parametrize("hours", [-1, Decimal("-0.5")])
def test_negative_hours_are_refused(world: World, newcomer: Person, hours: Decimal | int) -> None:
    with pytest.raises(Invalid) as refused:
        appoint(person=newcomer, role="area_officer", area=world.area, hours=hours, by=None)
    assert refused.value.reason.field == "hours"


def test_nobody_holds_a_role_twice_at_a_time(world: World) -> None:
    officer = world.area_officer
    with pytest.raises(Conflict):
        appoint(person=officer, role="area_officer", area=world.area, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(
            person=officer, role="area_officer", area=world.area, valid_from=clock.today()
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(person=world.mayor, role="mayor", area=None, valid_from=clock.today())


def test_a_period_ends_after_it_begins(world: World, newcomer: Person) -> None:
    today = clock.today()
    for end in (today, today - timedelta(days=1)):
        with pytest.raises(Invalid) as refused:
            appoint(person=newcomer, role="area_officer", area=world.area, valid_to=end, by=None)
        assert refused.value.reason.field == "valid_to"


def test_ending_a_role_keeps_what_was_and_says_who_ended_it(world: World) -> None:
    held = world.area_officer.roles.get()
    tomorrow = clock.today() + timedelta(days=1)
    end_role(held=held, by=world.head_of_department, on=tomorrow)
    held.refresh_from_db()
    assert held.holds_on(clock.today())
    assert not held.holds_on(tomorrow)
    assert held.ended_by == world.head_of_department


def test_only_who_manages_people_ends_a_role(world: World) -> None:
    held = world.area_officer.roles.get()
    for someone in (world.community_worker, world.area_alderman, world.resident_team_member):
        with pytest.raises(Refused):
            end_role(held=held, by=someone, on=clock.today())
    end_role(held=world.resident_team_member.roles.get(), by=world.community_worker, on=clock.today())


def test_a_role_does_not_end_before_it_began(world: World) -> None:
    with pytest.raises(Invalid) as refused:
        end_role(held=world.area_officer.roles.get(), by=None, on=LONG_AGO)
    assert refused.value.reason.field == "on"


@pytest.mark.requirement("DEV-47")
def test_renewing_adds_one_term(world: World, newcomer: Person) -> None:
    held = appoint(
        person=newcomer, role="resident_team_member", area=world.area, valid_from=date(2024, 2, 29), by=None
    )
    assert held.term_ends_on == date(2026, 3, 1)
    renewed = renew_term(held=held, by=world.community_worker)
    assert renewed.term_ends_on == date(2028, 3, 1)
    with pytest.raises(Refused):
        renew_term(held=held, by=world.adviser)


def test_who_stands_in_comes_first_and_the_holder_stays(world: World, newcomer: Person) -> None:
    today = clock.today()
    held = world.area_officer.roles.get()
    instead = stand_in(
        held=held,
        person=newcomer,
        by=world.area_officer,
        valid_from=today,
        valid_to=today + timedelta(days=7),
    )
    assert who_is_it_now("area_officer", world.area) == [instead, held]
    assert who_is_it_now("area_officer", world.area, today + timedelta(days=7)) == [held]
    end_role(held=held, by=None, on=today + timedelta(days=3))
    assert who_is_it_now("area_officer", world.area, today + timedelta(days=3)) == []


def test_standing_in_has_its_rules(world: World, newcomer: Person) -> None:
    today = clock.today()
    held = world.area_alderman.roles.get()
    week = {"valid_from": today, "valid_to": today + timedelta(days=7)}
    with pytest.raises(Invalid):
        stand_in(held=held, person=world.area_alderman, by=None, **week)
    with pytest.raises(Invalid, match="adopteert geen gebied"):
        stand_in(held=held, person=world.mayor, by=None, **week)
    with pytest.raises(Refused):
        stand_in(held=held, person=newcomer, by=world.adviser, **week)
    before = {"valid_from": LONG_AGO - timedelta(days=1), "valid_to": today}
    with pytest.raises(Invalid):
        stand_in(held=held, person=newcomer, by=None, **before)


def test_who_is_it_now_finds_the_successor(world: World, newcomer: Person) -> None:
    today = clock.today()
    end_role(held=world.area_officer.roles.get(), by=None, on=today)
    assert who_is_it_now("area_officer", world.area) == []
    appoint(person=newcomer, role="area_officer", area=world.area, by=None)
    assert [held.person for held in who_is_it_now("area_officer", world.area)] == [newcomer]
    yesterday = who_is_it_now("area_officer", world.area, today - timedelta(days=1))
    assert [held.person for held in yesterday] == [world.area_officer]
