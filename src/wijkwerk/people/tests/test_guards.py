"""Guards: who gets past, who is sent to sign in, who is told no."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import RequestFactory
from django.urls import path
from pytest_django import DjangoAssertNumQueries

from tests.world import World, make_world
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.reasons import YES, Refused, Verdict, no
from wijkwerk.people import account_urls, urls
from wijkwerk.people.actions import make_account
from wijkwerk.people.guards import (
    SignedInRequest,
    mandates,
    permitted,
    person_of,
    signed_in,
    staff,
    views_without_guard,
)
from wijkwerk.people.models import Account, Person, RoleHeld

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def ask(view: object, person: Person | None, **address: object) -> HttpResponseBase:
    request = RequestFactory().get("/bladzijde?x=1")
    request.user = Account.objects.get(pk=person.account_id) if person else AnonymousUser()
    return view(request, **address)  # type: ignore[operator]


@signed_in
def for_signed_in(request: SignedInRequest) -> HttpResponse:
    return HttpResponse(request.person.first_name)


@staff
def for_staff(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("ok")


def area_at(request: SignedInRequest, code: str) -> Area:
    return Area.objects.get(code=code)


@permitted(Power.RUN_PANEL, area=area_at)
def panel_page(request: SignedInRequest, code: str) -> HttpResponse:
    return HttpResponse(code)


@permitted(Power.RUN_PANEL)
def panels_anywhere(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("ok")


def only_on_weekdays(request: SignedInRequest, day: str) -> Verdict:
    return YES if day != "zondag" else no("Op zondag zijn wij dicht.")


@permitted(only_on_weekdays)
def by_predicate(request: SignedInRequest, day: str) -> HttpResponse:
    return HttpResponse(day)


GUARDED = [for_signed_in, for_staff, panels_anywhere]


@pytest.mark.parametrize("view", GUARDED)
def test_a_visitor_is_sent_to_sign_in_and_back_without_a_query(
    view: object, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = ask(view, None)
    assert response.status_code == 302
    assert response.headers["Location"] == "/account/inloggen?next=/bladzijde%3Fx%3D1"


def test_a_visitor_is_nobody_without_a_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with django_assert_num_queries(0):
        assert person_of(request) is None
        assert mandates(request) is None


def test_an_account_that_belongs_to_nobody_is_told_so() -> None:
    account = Account.objects.create_user("los@example.org")
    request = RequestFactory().get("/")
    request.user = account
    with pytest.raises(Refused, match="nog niemand"):
        for_staff(request)


def test_who_is_signed_in_need_not_hold_a_role(world: World) -> None:
    person = make_account(email="nieuw@example.org", first_name="Nieuw")
    assert ask(for_signed_in, person).content == b"Nieuw"  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="geen taak"):
        ask(for_staff, person)


def test_staff_is_whoever_holds_a_role_today(world: World) -> None:
    assert ask(for_staff, world.resident_team_member).status_code == 200
    RoleHeld.objects.filter(person=world.resident_team_member).update(valid_to=clock.today())
    with pytest.raises(Refused, match="geen taak"):
        ask(for_staff, world.resident_team_member)
    RoleHeld.objects.filter(person=world.resident_team_member).update(
        valid_to=clock.today() + timedelta(days=1)
    )
    assert ask(for_staff, world.resident_team_member).status_code == 200


def test_a_power_is_asked_in_the_area_of_the_page(world: World) -> None:
    Area.objects.create(
        code="elders", name="Elders", level=world.area.level, valid_from=world.area.valid_from
    )
    assert ask(panel_page, world.area_officer, code="voorstad").status_code == 200
    with pytest.raises(Refused, match="niet in Elders"):
        ask(panel_page, world.area_officer, code="elders")
    with pytest.raises(Refused, match="hoort niet bij uw taak als wijkwethouder"):
        ask(panel_page, world.area_alderman, code="voorstad")


def test_a_power_without_area_is_asked_anywhere(world: World) -> None:
    assert ask(panels_anywhere, world.area_officer).status_code == 200
    with pytest.raises(Refused):
        ask(panels_anywhere, world.resident_team_member)


def test_a_predicate_of_a_capability_gets_the_address(world: World) -> None:
    assert ask(by_predicate, world.area_officer, day="maandag").status_code == 200
    with pytest.raises(Refused, match="Op zondag"):
        ask(by_predicate, world.area_officer, day="zondag")


@pytest.mark.parametrize("view", GUARDED)
def test_a_password_without_second_step_goes_to_set_it_up(view: object, world: World) -> None:
    account = world.area_officer.account
    assert account is not None
    account.set_password("een lang wachtwoord")
    account.save()
    response = ask(view, world.area_officer)
    assert response.headers["Location"] == "/account/tweede-stap/instellen"


def test_a_guarded_page_costs_a_fixed_number_of_queries(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    @staff
    def asks_much(request: SignedInRequest) -> HttpResponse:
        held = mandates(request)
        assert held is not None
        for power in Power:
            held.may(power, within=world.area)
        return HttpResponse("ok")

    account = Account.objects.get(pk=world.area_officer.account_id)
    request = RequestFactory().get("/")
    request.user = account
    with django_assert_max_num_queries(4):  # person, roles, lineage, approaches
        asks_much(request)


def test_every_guard_writes_its_name_on_the_view() -> None:
    assert [view.guard for view in (for_signed_in, for_staff, panel_page, panels_anywhere, by_predicate)] == [  # type: ignore[attr-defined]
        "signed_in",
        "staff",
        "permitted: run_panel in area_at",
        "permitted: run_panel",
        "permitted: only_on_weekdays",
    ]


def test_every_page_of_people_and_of_signing_in_has_a_guard() -> None:
    assert views_without_guard([*urls.urlpatterns, *account_urls.urlpatterns]) == []


def test_a_forgotten_guard_is_found() -> None:
    def forgotten(request: HttpRequest) -> HttpResponse:
        return HttpResponse("oei")

    @public
    def meant(request: HttpRequest) -> HttpResponse:
        return HttpResponse("ok")

    assert views_without_guard([path("oei", forgotten), path("ok", meant)], "a/") == ["a/oei"]
