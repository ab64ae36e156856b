"""The one permission function, on a small municipality."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.people.actions import stand_in
from wijkwerk.people.models import Organisation, OrganisationKind, Person, RoleHeld
from wijkwerk.people.permissions import areas_of, holds, keep, may
from wijkwerk.people.rules import CONTENT_POWERS, judge_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def other_area(world: World, code: str = "rivierenwijk", name: str = "Rivierenwijk") -> Area:
    return Area.objects.create(
        code=code, name=name, level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )


def role_held(person: Person) -> RoleHeld:
    return RoleHeld.objects.get(person=person)


def test_each_role_may_what_the_approach_gives_it_and_nothing_else(world: World) -> None:
    for key, role in world.approach.roles.items():
        keep(world.people[key])
        for power in Power:
            allowed = bool(may(world.people[key], power, within=world.area))
            assert allowed == bool(judge_role(role, power)), (key, power)


def test_every_no_says_why_and_who_may(world: World) -> None:
    for person in world.people.values():
        keep(person)
        for power in Power:
            verdict = may(person, power, within=world.area)
            if not verdict:
                reason = verdict.reason
                assert str(reason.sentence).endswith(".")
                assert "%(" not in str(reason.sentence)
                assert reason.rule.startswith("deventer_1997: roles.")
                assert reason.may_change
                able = [role for role in world.approach.roles.values() if judge_role(role, power)]
                assert all(role.label.nl in str(reason.way_out) for role in able)


@pytest.mark.requirement("DEV-57")
def test_an_area_alderman_goes_about_the_process_only(world: World) -> None:
    alderman = world.area_alderman
    assert may(alderman, Power.OPEN_STEP, within=world.area)
    assert may(alderman, Power.CLOSE_STEP, within=world.area)
    refused = may(alderman, Power.DECIDE_CONTENT, within=world.area)
    assert str(refused.reason) == (
        "Een wijkwethouder gaat over het proces; de inhoud ligt bij de portefeuillehouder."
    )
    assert refused.reason.rule == "deventer_1997: roles.area_alderman.scope"
    assert refused.reason.source == world.approach.why("roles.area_alderman.scope").source
    assert refused.reason.source
    for power in CONTENT_POWERS:
        assert not may(alderman, power, within=world.area)


@pytest.mark.requirement("DEV-57")
def test_content_is_decided_by_the_portfolio_holder_who_may_adopt_an_area_besides(world: World) -> None:
    holder = world.portfolio_holder
    assert may(holder, Power.DECIDE_CONTENT, within=world.area)
    RoleHeld.objects.create(person=holder, role="area_alderman", area=world.area, valid_from=LONG_AGO)
    assert may(holder, Power.DECIDE_CONTENT, within=world.area)
    assert may(holder, Power.OPEN_STEP, within=world.area)


@pytest.mark.requirement("DEV-13")
def test_advisers_do_not_rank_not_even_when_they_are_on_the_team(world: World) -> None:
    for adviser in (world.adviser, world.maintenance_coordinator):
        assert may(adviser, Power.ADVISE, within=world.area)
        assert not may(adviser, Power.RANK, within=world.area)
        RoleHeld.objects.create(
            person=adviser, role="resident_team_member", area=world.area, valid_from=LONG_AGO
        )
        refused = may(adviser, Power.RANK, within=world.area)
        assert not refused
        assert "adviseur" in str(refused.reason) or "beheercoördinator" in str(refused.reason)
    assert may(world.resident_team_member, Power.RANK, within=world.area)


@pytest.mark.requirement("DEV-29")
def test_the_area_officer_routes_to_every_service_not_just_the_own_one(world: World) -> None:
    officer = world.area_officer
    held = role_held(officer)
    for number, kind in enumerate(
        (OrganisationKind.SERVICE, OrganisationKind.WELFARE, OrganisationKind.POLICE)
    ):
        held.organisation = held.employer = Organisation.objects.create(key=f"o{number}", name="x", kind=kind)
        held.save()
        assert may(officer, Power.REQUEST_SERVICE, within=world.area)
        assert may(officer, Power.TRIAGE_SIGNAL, within=world.area)


@pytest.mark.requirement("DEV-16")
def test_what_someone_sees_follows_the_role_held_never_the_employer(world: World) -> None:
    foundation = Organisation.objects.create(key="raster", name="Raster", kind=OrganisationKind.WELFARE)
    held = role_held(world.community_worker)
    held.employer = foundation
    held.save()
    for power in (Power.READ_AREA, Power.READ_CONTACT, Power.RUN_PANEL):
        assert may(world.community_worker, power, within=world.area)
        assert may(world.area_officer, power, within=world.area)
    colleague = Person.objects.create(first_name="Collega")
    assert not may(colleague, Power.READ_AREA, within=world.area)


def test_a_role_holds_within_its_area_and_in_what_lies_inside_it(world: World) -> None:
    assert may(world.area_officer, Power.READ_AREA, within=world.neighbourhood)
    elsewhere = other_area(world)
    refused = may(world.area_officer, Power.READ_AREA, within=elsewhere)
    assert str(refused.reason) == "Uw taak als wijkambtenaar geldt in Voorstad, en niet in Rivierenwijk."
    assert not may(world.area_officer, Power.READ_AREA, within=world.city)
    assert not may(world.area_officer, Power.READ_AREA, within=None)


def test_a_role_without_area_holds_everywhere(world: World) -> None:
    for area in (world.city, world.area, world.neighbourhood, other_area(world), None):
        assert may(world.head_of_department, Power.READ_EVERYTHING, within=area)


@pytest.mark.parametrize(
    ("start", "end", "allowed"),
    [(0, None, True), (0, 1, True), (-10, 0, False), (1, None, False), (-10, -5, False), (-10, 1, True)],
)
def test_a_role_holds_from_its_first_day_to_the_day_before_its_end(
    world: World, start: int, end: int | None, allowed: bool
) -> None:
    today = clock.today()
    held = role_held(world.area_officer)
    held.valid_from = today + timedelta(days=start)
    held.valid_to = today + timedelta(days=end) if end is not None else None
    held.save()
    verdict = may(world.area_officer, Power.READ_AREA, within=world.area)
    assert bool(verdict) == allowed
    assert bool(may(world.area_officer, Power.READ_AREA, within=world.area, on=today)) == allowed


def test_a_role_that_ended_is_named_in_the_refusal(world: World) -> None:
    held = role_held(world.area_officer)
    held.valid_to = date(2021, 3, 1)
    held.save()
    refused = may(world.area_officer, Power.READ_AREA, within=world.area)
    assert str(refused.reason) == "Uw taak als wijkambtenaar is geëindigd op 1 maart 2021."
    assert may(world.area_officer, Power.READ_AREA, within=world.area, on=date(2021, 2, 28))


def test_the_approach_in_force_on_that_day_and_in_that_place_decides(world: World) -> None:
    AreaApproach.objects.filter(area=world.area).update(valid_to=date(2022, 1, 1))
    AreaApproach.objects.filter(area=world.city).delete()
    # Afterwards nothing was adopted, and the house defaults know no area officer.
    assert may(world.area_officer, Power.RUN_PANEL, within=world.area, on=date(2021, 6, 1))
    refused = may(world.area_officer, Power.RUN_PANEL, within=world.area, on=date(2022, 6, 1))
    assert not refused
    assert "wijkambtenaar" not in str(refused.reason.way_out)


def test_who_stands_in_has_the_same_mandate_for_as_long_as_it_lasts(world: World) -> None:
    today = clock.today()
    colleague = Person.objects.create(first_name="Vervanger")
    stand_in(
        held=role_held(world.area_officer),
        person=colleague,
        by=None,
        valid_from=today,
        valid_to=today + timedelta(days=14),
    )
    for power in Power:
        here = {"within": world.area}
        assert bool(may(colleague, power, **here)) == bool(may(world.area_officer, power, **here)), power
    assert not may(colleague, Power.RUN_PANEL, within=world.area, on=today + timedelta(days=14))


def test_an_amount_above_the_limit_is_refused_with_the_limit_and_who_may(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_limit(world.approach, "area_officer", Power.RESERVE_MONEY, 7500, monkeypatch)
    officer = world.area_officer
    for amount, allowed in ((Money.of(7500, "EUR"), True), (Money(750_001, "EUR"), False)):
        verdict = may(officer, Power.RESERVE_MONEY, within=world.area, amount=amount)
        assert bool(verdict) == allowed
    assert str(verdict.reason).startswith(
        "Een wijkambtenaar mag dit tot en met € 7.500; dit is € 7.500,01. Dit bedrag mag:"
    )
    assert verdict.reason.value == "€ 7.500"
    assert "wijkambtenaar" not in str(verdict.reason.way_out)
    guilders = may(officer, Power.RESERVE_MONEY, within=world.area, amount=Money.of(10, "NLG"))
    assert "andere munt" in str(guilders.reason)


def with_limit(
    approach: Approach, role: str, power: Power, euros: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The approach as if it limited this power of this role."""
    from dataclasses import replace
    from decimal import Decimal

    from wijkwerk.approaches.values import Amount, Currency

    limit = Amount(amount=Decimal(euros), currency=Currency.EUR)
    limited = replace(
        approach.roles[role],
        powers=tuple(
            replace(grant, limit=limit) if grant.power is power else grant
            for grant in approach.roles[role].powers
        ),
    )
    monkeypatch.setitem(approach.roles, role, limited)  # type: ignore[arg-type]


def test_nobody_is_asked_to_sign_in(world: World) -> None:
    refused = may(None, Power.RANK, within=world.area)
    assert str(refused.reason) == "Dit kan alleen wie is ingelogd."
    assert "Bewoners hoeven dat nooit" in str(refused.reason.way_out)


def test_the_refusal_is_in_the_readers_language(world: World) -> None:
    with translation.override("en"):
        refused = may(world.area_alderman, Power.DECIDE_CONTENT, within=world.area)
    assert "area alderman" in str(refused.reason)


def test_the_areas_of_a_person_are_those_where_the_power_holds(world: World) -> None:
    elsewhere = other_area(world)
    assert areas_of(world.area_officer, Power.READ_AREA) == [world.area]
    assert areas_of(world.head_of_department, Power.READ_AREA) == [elsewhere, world.area]
    assert areas_of(world.area_officer, Power.DECIDE_CONTENT) == []
    assert [held.role for held in holds(world.area_officer)] == ["area_officer"]
    assert holds(world.area_officer, date(2019, 1, 1)) == []


def test_a_page_may_ask_as_often_as_it_likes(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    areas = [world.area, *(other_area(world, f"w{number}", f"Wijk {number}") for number in range(40))]
    officer = Person.objects.get(pk=world.area_officer.pk)
    RoleHeld.objects.bulk_create(
        RoleHeld(person=officer, role="area_officer", area=area, valid_from=LONG_AGO) for area in areas[1:]
    )
    with django_assert_max_num_queries(7):
        keep(officer)
        for area in [*areas, *areas]:
            for power in Power:
                may(officer, power, within=area)
        assert len(areas_of(officer, Power.RUN_PANEL)) == 41
        holds(officer)


def test_mandates_kept_for_one_request_are_not_kept_for_the_next(world: World) -> None:
    officer = Person.objects.get(pk=world.area_officer.pk)
    keep(officer)
    assert may(officer, Power.READ_AREA, within=world.area)
    RoleHeld.objects.filter(person=officer).delete()
    assert may(officer, Power.READ_AREA, within=world.area)  # this request began with the mandate
    assert not may(Person.objects.get(pk=officer.pk), Power.READ_AREA, within=world.area)


def test_two_people_with_one_name_share_nothing(world: World) -> None:
    twin = appointed("desk_worker", None, name=world.area_officer.first_name)
    assert not may(twin, Power.RUN_PANEL, within=world.area)
