"""The pages of money: what everyone reads, the hands that move it, and what a refusal says."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import make_world
from wijkwerk.areas.models import AreaApproach, Inhabitants
from wijkwerk.budgets import actions
from wijkwerk.budgets.models import Fund, Reservation
from wijkwerk.budgets.queries import balance
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.budgets.tests.test_ledger import YEAR, Purse, a_purse, euros, reserved
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def area_page(client: Client, purse: Purse, query: str = "") -> str:
    response = client.get(reverse("budgets:area", args=[purse.world.area.code, YEAR]) + query)
    assert response.status_code == 200
    return text(response)


@pytest.fixture
def purse() -> Purse:
    return a_purse(ceiling=250)


def public(one: Reservation) -> Reservation:
    one.measure.public = one.thing.public = True
    one.measure.save()
    one.thing.save()
    return one


@pytest.mark.requirement("DEV-17")
@pytest.mark.requirement("DEV-18")
def test_everyone_reads_the_money_in_words_with_its_rule_and_source(client: Client, purse: Purse) -> None:
    AreaApproach.objects.filter(area=purse.world.area).update(amount_per_resident=363)
    Fund.objects.filter(pk=purse.fund.pk).update(chosen_by="Bewoners")
    public(reserved(purse, 200))
    page = area_page(client, purse)
    assert "Van € 1.000 is € 0 betaald, € 0 vastgelegd in een opdracht en € 200 gereserveerd" in page
    assert "€ 800 is nog vrij" in page
    assert "Bewoners kiezen, het college stelt vast." in page
    assert "€ 3,63 per inwoner × 13.750 inwoners (2026) = € 49.912,50" in page
    assert "In de bron staat ƒ 8 per inwoner; dat zou hier ƒ 110.000 zijn. ƒ 8 is € 3,63." in page
    assert "kleinere maatregelen" in page
    assert "€ 250" in page
    assert "art. 160" in page
    assert "maatregel 0" in page
    assert "Uit groen" in page
    assert "toekennen" not in page


def test_a_measure_that_is_not_public_is_not_on_the_page(client: Client, purse: Purse) -> None:
    reserved(purse, 200)
    assert "maatregel 0" not in area_page(client, purse)
    assert "maatregel 0" in area_page(signed_in(purse.world.area_officer), purse)


def test_an_empty_page_says_what_would_fill_it(client: Client) -> None:
    world = make_world()
    response = client.get(reverse("budgets:area", args=[world.area.code, YEAR]))
    assert "Volgens de aanpak krijgt deze wijk € 110.000 voor 2026" in text(response)
    Inhabitants.objects.all().delete()
    response = client.get(reverse("budgets:area", args=[world.area.code, YEAR]))
    assert "hoeveel mensen er in Voorstad wonen" in text(response)


def test_years_far_off_and_unknown_areas_are_not_found(client: Client, purse: Purse) -> None:
    assert client.get(reverse("budgets:area", args=[purse.world.area.code, 99999])).status_code == 404
    assert client.get(reverse("budgets:area", args=["nergens", YEAR])).status_code == 404
    assert client.get(reverse("budgets:area", args=[purse.world.area.code])).status_code == 302


def test_the_list_goes_on_from_the_last_one_seen(client: Client) -> None:
    purse = a_purse()
    every = [public(reserved(purse, 1)) for _ in range(27)]
    page = area_page(client, purse)
    assert f"?voor={every[2].pk}" in page
    rest = area_page(client, purse, f"?voor={every[2].pk}")
    assert "maatregel 1<" in rest
    assert "maatregel 2<" not in rest
    assert "maatregel 26<" in area_page(client, purse, "?voor=x%27--")


def test_the_page_costs_the_same_for_one_and_for_twelve(client: Client) -> None:
    purse = a_purse()
    public(reserved(purse, 1))
    for reader in (client, signed_in(purse.world.area_officer)):
        area_page(reader, purse)
        with CaptureQueriesContext(connection) as one:
            area_page(reader, purse)
        for _ in range(11):
            public(reserved(purse, 1))
        with CaptureQueriesContext(connection) as many:
            area_page(reader, purse)
        assert len(many) == len(one)


def test_the_board_grants_the_budget_of_a_year(purse: Purse) -> None:
    client, world = signed_in(purse.world.executive_board), purse.world
    actions.grant_from_council(fund=purse.regular, year=2027, amount=euros(200_000), ground="begroting")
    address = reverse("budgets:open", args=[world.area.code, 2027])
    assert address in text(client.get(reverse("budgets:area", args=[world.area.code, 2027])))
    assert "€ 110.000" in text(client.get(address))
    wrong = client.post(address, {"regular": "", "ground": ""})
    assert wrong.status_code == 422
    assert (
        client.post(address, {"regular": purse.regular.pk, "ground": "college, 14 januari"}).status_code
        == 302
    )
    assert balance(purse.fund, 2027).granted == euros(110_000)
    again = client.post(address, {"regular": purse.regular.pk, "ground": "college"})
    assert again.status_code == 422
    assert "al toegekend" in text(again)


def test_too_little_in_the_regular_budget_is_said_on_the_form(purse: Purse) -> None:
    client = signed_in(purse.world.executive_board)
    address = reverse("budgets:open", args=[purse.world.area.code, 2027])
    response = client.post(address, {"regular": purse.regular.pk, "ground": "college"})
    assert response.status_code == 422
    assert "Er is nog € 0 vrij in groen" in text(response)


def test_the_council_makes_money_available(purse: Purse) -> None:
    client = signed_in(purse.world.executive_board)
    given = {
        "name": "spelen",
        "year": "2026",
        "amount": "12.500",
        "currency": "EUR",
        "ground": "begroting 2026",
        "legal_ground": "artikel 189",
    }
    assert client.post(reverse("budgets:regular"), {**given, "amount": "-5"}).status_code == 422
    assert client.post(reverse("budgets:regular"), {**given, "amount": "veel"}).status_code == 422
    assert client.post(reverse("budgets:regular"), given).status_code == 302
    assert balance(Fund.objects.get(name="spelen"), 2026).free == euros(12_500)
    twice = client.post(reverse("budgets:regular"), given)
    assert twice.status_code == 422
    assert "staat al in spelen van 2026 met dit besluit" in text(twice)
    assert balance(Fund.objects.get(name="spelen"), 2026).free == euros(12_500)
    mixed = client.post(reverse("budgets:regular"), {**given, "currency": "NLG"})
    assert mixed.status_code == 422
    assert "rekent in euro’s" in text(mixed)
    assert "spelen" in text(client.get(reverse("budgets:overview")))


def test_reserved_money_is_committed_paid_and_shown(purse: Purse) -> None:
    world, one = purse.world, reserved(purse, 200)
    number = one.thing.number
    page = text(signed_in(world.budget_keeper).get(reverse("budgets:reservation", args=[number])))
    assert reverse("budgets:commit", args=[number]) in page
    assert reverse("budgets:pay", args=[number]) not in page
    done = signed_in(world.budget_keeper).post(
        reverse("budgets:commit", args=[number]), {"ordered_from": world.organisations["groen"].pk}
    )
    assert done.status_code == 302
    clerk = signed_in(world.financial_administrator)
    empty = clerk.post(reverse("budgets:pay", args=[number]), {"booking_number": " "})
    assert empty.status_code == 422
    assert clerk.post(reverse("budgets:pay", args=[number]), {"booking_number": "26-417"}).status_code == 302
    one.refresh_from_db()
    assert one.state == ReservationState.PAID
    page = text(clerk.get(reverse("budgets:reservation", args=[number])))
    assert "26-417" in page
    assert "het is “betaald”" in page


def test_releasing_asks_why(purse: Purse) -> None:
    one = reserved(purse, 200)
    client = signed_in(purse.world.budget_keeper)
    address = reverse("budgets:release", args=[one.thing.number])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Bewoners deden het zelf."}).status_code == 302
    again = client.post(address, {"reason": "nog eens"})
    assert again.status_code == 422
    assert "Dit kan nu niet: het is “weer vrij”" in text(again)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("area_officer", "commit"),
        ("area_alderman", "release"),
        ("budget_keeper", "pay"),
        ("executor", "commit"),
    ],
)
def test_who_may_not_is_told_who_may(purse: Purse, role: str, name: str) -> None:
    one = reserved(purse, 200)
    response = signed_in(getattr(purse.world, role)).get(reverse(f"budgets:{name}", args=[one.thing.number]))
    assert response.status_code == 403
    assert "Vraag het aan" in text(response)


def test_money_pages_are_for_staff_and_unknown_numbers_are_not_found(client: Client, purse: Purse) -> None:
    one = reserved(purse, 200)
    assert client.get(reverse("budgets:reservation", args=[one.thing.number])).status_code == 302
    officer = signed_in(purse.world.area_officer)
    assert officer.get(reverse("budgets:reservation", args=["G-2026-9999"])).status_code == 404
    assert officer.get(reverse("budgets:reservation", args=[one.measure.number])).status_code == 404
