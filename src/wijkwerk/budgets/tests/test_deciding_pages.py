"""Who agreed, what was ordered and what the board was asked: each on a page, each with its forms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.money import a_measure, area_fund, in_guilders, noon, regular
from tests.world import World, make_world
from wijkwerk.budgets.models import BudgetProposal, Consent, PurchaseOrder
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def send(person: Person, name: str, *args: object, **data: object) -> object:
    with noon(DAY):
        return signed_in(person).post(reverse(f"budgets:{name}", args=args), data)


def orders(world: World, person: Person | None = None, day: date = DAY) -> str:
    client = signed_in(person) if person else Client()
    with noon(day):
        return text(client.get(reverse("budgets:orders", args=[world.area.code])))


def test_residents_and_office_each_say_yes_on_the_page() -> None:
    world = make_world("utrecht_1997")
    in_guilders(world)
    fund, thing = area_fund(world, 500_000), a_measure(world)
    address = reverse("budgets:consents", args=[thing.number])
    assert "Nog nodig: bewoners, het bureau." in text(Client().get(address))
    given = {"agreed": "yes", "fund": fund.pk, "amount": "9400"}
    refused = send(world.office_staff, "office", thing.number, reason="Past.", **given)
    assert refused.status_code == 403
    yes = send(world.office_staff, "residents", thing.number, residents="23", how="Handen omhoog.", **given)
    assert yes.status_code == 302
    assert "23 bewoners beslisten mee" in text(Client().get(address))
    assert "Nog nodig: het bureau." in text(Client().get(address))
    assert send(world.area_office_manager, "office", thing.number, reason="Past.", **given).status_code == 302
    assert Consent.objects.count() == 2
    twice = send(world.area_office_manager, "office", thing.number, reason="Past.", **given)
    assert "al besloten" in text(twice)


def test_where_one_side_decides_the_page_says_so() -> None:
    world = make_world("deventer_1997")
    area_fund(world, 1_000)
    thing = a_measure(world)
    shown = text(Client().get(reverse("budgets:consents", args=[thing.number])))
    assert "niet twee kanten samen" in shown
    assert send(world.area_officer, "residents", thing.number).status_code == 409


def test_an_order_goes_out_comes_in_and_is_accepted_on_the_pages() -> None:
    world = make_world("tilburg_1997")
    fund = area_fund(world, 10_000)
    manager = world.area_manager
    given = {
        "what": "Zes bankjes",
        "department": world.organisations["groen"].pk,
        "fund": fund.pk,
        "amount": "4000",
        "due_on": (DAY + timedelta(30)).isoformat(),
    }
    assert send(world.front_office, "place-order", world.area.code, **given).status_code == 403
    too_much = send(manager, "place-order", world.area.code, **{**given, "amount": "10001"})
    assert too_much.status_code == 422
    assert "past daar niet in" in text(too_much)
    assert send(manager, "place-order", world.area.code, **given).status_code == 302
    order = PurchaseOrder.objects.get()
    assert "Zes bankjes" in orders(world)
    assert "te laat" in orders(world, day=DAY + timedelta(31))
    assert "Meld dat het geleverd is" in orders(world, world.service_contact_officer)
    assert send(manager, "deliver", order.pk, delivered="Zes").status_code == 403
    assert send(world.service_contact_officer, "deliver", order.pk, delivered="Vijf").status_code == 302
    assert send(manager, "send-back", order.pk, why="Er ontbreekt er één.").status_code == 302
    assert "Er ontbreekt er één." in orders(world)
    assert send(world.service_contact_officer, "deliver", order.pk, delivered="Zes").status_code == 302
    assert send(manager, "accept", order.pk).status_code == 302
    assert "aangenomen" in orders(world)
    assert send(manager, "withdraw", order.pk, why="x").status_code == 422


def test_elsewhere_the_page_says_who_comes_to_whom() -> None:
    world = make_world("dordrecht_1997")
    refused = send(world.area_coordinator, "place-order", world.area.code)
    assert refused.status_code == 409
    assert "de coördinator gaat naar de dienst" in text(refused)


def test_the_board_is_asked_and_decides_on_the_pages() -> None:
    world = make_world("dordrecht_1997")
    fund, thing = regular(world, 10_000, "NLG"), a_measure(world)
    given = {"fund": fund.pk, "amount": "12000", "reason": "Drie keer gevraagd."}
    assert send(world.area_coordinator, "propose", thing.number, **given).status_code == 302
    proposal = BudgetProposal.objects.get()
    assert "Drie keer gevraagd." in orders(world)
    assert "Besluit hierover" in orders(world, world.executive_board)
    assert send(world.area_coordinator, "decide-proposal", proposal.pk).status_code == 403
    decided = send(
        world.executive_board,
        "decide-proposal",
        proposal.pk,
        granted="yes",
        reason="Er is ruimte.",
        body="college",
    )
    assert decided.status_code == 302
    assert "toegekend" in orders(world)


def test_the_page_costs_the_same_with_many_orders() -> None:
    world = make_world("tilburg_1997")
    fund = area_fund(world, 10_000)

    def place(number: int) -> None:
        send(
            world.area_manager,
            "place-order",
            world.area.code,
            what=f"Bankje {number}",
            department=world.organisations["groen"].pk,
            fund=fund.pk,
            amount="10",
            due_on=(DAY + timedelta(30)).isoformat(),
        )

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            orders(world, world.area_manager)
        return len(asked)

    place(0)
    orders(world, world.area_manager)
    once = count()
    for number in range(1, 8):
        place(number)
    assert count() == once
