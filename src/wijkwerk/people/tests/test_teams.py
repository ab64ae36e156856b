"""Teams, the pilot group, who to call, and what needs attention."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches.schema import Standing
from wijkwerk.areas.models import Area, Programme
from wijkwerk.foundation import clock
from wijkwerk.people.actions import appoint, stand_in
from wijkwerk.people.models import FoundingParty, Organisation, Person, RoleHeld
from wijkwerk.people.queries import (
    advisers,
    mandate_register,
    members_of_team,
    pilot_group,
    teams_of,
    terms_ending,
    vacancies,
    who_for_what,
)
from wijkwerk.people.rules import Guided

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.mark.requirement("DEV-12")
def test_every_area_has_its_team_of_residents_with_their_dates(world: World) -> None:
    today = clock.today()
    former = Person.objects.create(first_name="Oud")
    RoleHeld.objects.create(
        person=former, role="resident_team_member", area=world.area, valid_from=LONG_AGO, valid_to=today
    )
    team = members_of_team(world.area)
    assert team is not None
    assert team.label == "wijkteam"
    assert [post.person for post in team.members] == [world.resident_team_member]
    then = members_of_team(world.area, today - timedelta(days=1))
    assert then is not None
    assert former in [post.person for post in then.members]
    other = Area.objects.create(
        code="w2", name="Zandweerd", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    empty = members_of_team(other)
    assert empty is not None
    assert empty.members == ()


@pytest.mark.requirement("DEV-13")
def test_the_team_has_guides_and_advisers_and_they_are_not_members(world: World) -> None:
    team = members_of_team(world.area)
    assert team is not None
    assert [post.person for post in team.guides] == [world.area_officer, world.community_worker]
    assert {post.person for post in team.advisers} == {world.adviser, world.maintenance_coordinator}
    assert advisers(world.area) == list(team.advisers)
    assert not {post.person for post in team.members} & {
        post.person for post in (*team.guides, *team.advisers)
    }


@pytest.mark.requirement("DEV-15")
def test_the_team_is_a_platform_and_does_not_speak_for_the_area(world: World) -> None:
    team = members_of_team(world.area)
    assert team is not None
    assert team.team.standing is Standing.PLATFORM
    assert not team.speaks_for_residents


@pytest.mark.requirement("DEV-16")
def test_the_pilot_group_is_two_people_each_with_their_own_side(world: World) -> None:
    group = pilot_group(world.area)
    assert group is not None
    assert group.label == "loodsgroep"
    assert len(group.posts) == 2
    for_residents = group.for_whom(Guided.RESIDENTS)
    for_organisation = group.for_whom(Guided.ORGANISATION)
    assert for_residents is not None
    assert for_organisation is not None
    assert for_residents.person == world.community_worker
    assert for_organisation.person == world.area_officer


def test_who_for_what_names_officials_and_no_residents(world: World) -> None:
    posts = who_for_what(world.area)
    assert world.resident_team_member not in [post.person for post in posts]
    officer = next(post for post in posts if post.person == world.area_officer)
    assert officer.label == "wijkambtenaar"
    assert "vertalen" in officer.task
    assert officer.person.phone == "14 0570"
    # City-wide roles are not this area's to call.
    assert world.mayor not in [post.person for post in posts]


def test_who_stands_in_is_called_first(world: World) -> None:
    today = clock.today()
    colleague = Person.objects.create(first_name="Anna")
    stand_in(
        held=world.area_officer.roles.get(),
        person=colleague,
        by=None,
        valid_from=today,
        valid_to=today + timedelta(days=7),
    )
    officers = [post for post in who_for_what(world.area) if post.label == "wijkambtenaar"]
    assert [(post.person, post.stands_in) for post in officers] == [
        (colleague, True),
        (world.area_officer, False),
    ]


@pytest.mark.parametrize("people", [1, 30])
def test_reading_an_areas_people_takes_three_queries_however_many(
    world: World, people: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(people):
        person = Person.objects.create(first_name=f"Lid {number}")
        RoleHeld.objects.create(
            person=person, role="resident_team_member", area=world.area, valid_from=LONG_AGO
        )
    for read in (who_for_what, teams_of, members_of_team, pilot_group):
        with django_assert_max_num_queries(3):
            read(world.area)  # type: ignore[operator]


@pytest.mark.requirement("DEV-47")
def test_terms_that_end_soon_or_have_passed_are_warned_of(world: World) -> None:
    today = clock.today()
    starts = {"soon": 700, "later": 400, "past": 800}
    for name, days_ago in starts.items():
        appoint(
            person=Person.objects.create(first_name=name),
            role="resident_team_member",
            area=world.area,
            valid_from=today - timedelta(days=days_ago),
            by=None,
        )
    assert [held.person.first_name for held in terms_ending(90)] == ["past", "soon"]
    assert "later" in [held.person.first_name for held in terms_ending(365)]


def test_vacancies_are_named_per_area(world: World) -> None:
    assert vacancies() == []
    RoleHeld.objects.filter(role__in=["community_worker", "maintenance_coordinator"]).delete()
    assert {(vacancy.area.name, vacancy.label, vacancy.missing) for vacancy in vacancies()} == {
        ("Voorstad", "opbouwwerker", 1),
        ("Voorstad", "beheercoördinator", 1),
    }


@pytest.mark.requirement("AMF-13")
def test_the_register_of_mandates_lists_every_power_of_every_role(world: World) -> None:
    register = mandate_register(world.approach)
    assert len(register) == sum(len(role.powers) for role in world.approach.roles.values())
    for line in register:
        assert line.role
        assert line.power
        assert line.reason.source or line.reason.house_default


@pytest.mark.requirement("DEV-02")
def test_a_programme_lists_its_founding_parties_by_kind() -> None:
    programme = Programme.objects.create(key="wijkaanpak", name="Wijkaanpak")
    for key, kind in (("raster", "welfare"), ("openbare-werken", "service")):
        party = Organisation.objects.create(key=key, name=key.title(), kind=kind)
        FoundingParty.objects.create(programme=programme, organisation=party, since=1988)
    founders = programme.founding_parties.select_related("organisation").order_by("organisation__name")
    assert [(each.organisation.name, each.organisation.get_kind_display()) for each in founders] == [
        ("Openbare-Werken", "dienst van de gemeente"),
        ("Raster", "welzijnsorganisatie"),
    ]


def test_a_team_as_it_was_is_still_to_be_read(world: World) -> None:
    team = members_of_team(world.area, date(2021, 1, 1))
    assert team is not None
    assert [post.person for post in team.members] == [world.resident_team_member]
