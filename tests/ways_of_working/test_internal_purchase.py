"""The team of an area orders from a department and pays from its budget; elsewhere it hears how it does go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ways_of_working.money import YEAR, area_fund, noon
from tests.world import World, make_world
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Fund, PurchaseOrder
from wijkwerk.budgets.queries import balance, late_orders
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Refused
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def order(world: World, fund: Fund | None, by: Person, units: int = 4_000) -> PurchaseOrder:
    return budgets.place_order(
        area=world.area,
        department=world.organisations["groen"],
        what="Zes bankjes langs het water",
        price=Money.of(units, "NLG"),
        due_on=DAY + timedelta(30),
        fund=fund,
        year=YEAR,
        by=by,
    )


@pytest.mark.requirement("TIL-20")
@pytest.mark.requirement("TIL-22")
@pytest.mark.switch("options.direction", "team_orders")
@pytest.mark.switch("options.official_position", "buys_and_leads")
def test_an_order_with_price_term_and_acceptance() -> None:
    world = make_world("tilburg_1997")
    manager, department, administration = (
        world.area_manager,
        world.service_contact_officer,
        world.financial_administrator,
    )
    with noon(DAY):
        fund = area_fund(world, 10_000)
        placed = order(world, fund, manager)
        assert balance(fund, YEAR).committed == Money.of(4_000, "NLG")
        with pytest.raises(budgets.NotEnough):
            order(world, fund, manager, 6_001)
    with noon(DAY + timedelta(31)):
        assert list(late_orders([world.area])) == [placed]
        with pytest.raises(Refused, match="Alleen Groen en Spelen"):
            budgets.deliver(order_id=placed.pk, delivered="Zes bankjes", by=manager)
        budgets.deliver(order_id=placed.pk, delivered="Vijf bankjes", by=department)
        assert not late_orders([world.area])
        with pytest.raises(Conflict, match="aangenomen"):
            budgets.book_payment(reservation_id=placed.reservation_id, booking_number="1", by=administration)
        budgets.send_back(order_id=placed.pk, why="Er ontbreekt er één.", by=manager)
        assert list(late_orders([world.area])) == [placed]
        budgets.deliver(order_id=placed.pk, delivered="Zes bankjes", by=department)
        budgets.accept_delivery(order_id=placed.pk, by=manager)
        budgets.book_payment(reservation_id=placed.reservation_id, booking_number="1", by=administration)
    assert balance(fund, YEAR).paid == Money.of(4_000, "NLG")


def test_only_the_role_that_the_file_gives_it_orders() -> None:
    world = make_world("tilburg_1997")
    with noon(DAY):
        fund = area_fund(world, 10_000)
        for key in ("area_project_management", "front_office", "budget_keeper", "executive_board"):
            with pytest.raises(Refused, match="gebiedsmanager"):
                order(world, fund, world.people[key])
    assert not PurchaseOrder.objects.exists()


def test_an_order_that_is_withdrawn_frees_its_money() -> None:
    world = make_world("tilburg_1997")
    with noon(DAY):
        fund = area_fund(world, 10_000)
        placed = order(world, fund, world.area_manager)
        budgets.withdraw_order(order_id=placed.pk, why="Er staan er al.", by=world.area_manager)
    assert balance(fund, YEAR).free == Money.of(10_000, "NLG")


@pytest.mark.parametrize(
    ("key", "who", "told"),
    [
        pytest.param(
            "dordrecht_1997",
            "area_coordinator",
            "de coördinator gaat naar de dienst",
            marks=pytest.mark.switch("options.direction", "coordinator_to_service"),
        ),
        pytest.param(
            "utrecht_1997",
            "area_office_manager",
            "de dienst meldt zich bij het bureau",
            marks=pytest.mark.switch("options.direction", "service_to_office"),
        ),
        pytest.param(
            "rotterdam_2020s",
            "area_manager",
            "niemand kan iets eisen",
            marks=pytest.mark.switch("options.direction", "nobody_can_demand"),
        ),
    ],
)
def test_elsewhere_the_same_order_is_refused_with_who_comes_to_whom(key: str, who: str, told: str) -> None:
    world = make_world(key)
    with noon(DAY), pytest.raises(Refused, match=told) as refused:
        order(world, None, world.people[who])
    assert refused.value.reason.rule == f"{key}: options.direction"
    assert refused.value.reason.source.startswith("00")
    assert refused.value.reason.way_out
