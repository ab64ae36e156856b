"""Reads of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, Sum

from wijkwerk.areas.models import Area
from wijkwerk.budgets.models import (
    BudgetProposal,
    Fund,
    FundKind,
    Movement,
    Pot,
    PurchaseOrder,
    Reservation,
)
from wijkwerk.budgets.rules import Account, OrderState
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.models import Organisation


@dataclass(frozen=True)
class Balance:
    """A fund in a year: granted = free + reserved + committed + paid."""

    fund: Fund
    year: int
    free: Money
    reserved: Money
    committed: Money
    paid: Money

    @property
    def granted(self) -> Money:
        """All money made available, begroot."""
        return self.free + self.reserved + self.committed + self.paid


def balance(fund: Fund, year: int) -> Balance:
    """Where the money of a fund is, from its pots."""
    return _balance(
        fund, year, dict(Pot.objects.filter(fund=fund, year=year).values_list("account", "balance"))
    )


def area_fund(area: Area, currency: str | None = None) -> Fund | None:
    """The fund that holds the budget of an area, the newest where the currency changed; None when never opened."""
    found = Fund.objects.filter(area=area, kind=FundKind.AREA_BUDGET).select_related("area").order_by("-id")
    return (found.filter(currency=currency) if currency else found).first()


def area_balance(area: Area, year: int) -> Balance | None:
    """The area budget of an area in a year; None when it has none."""
    fund = area_fund(area)
    return balance(fund, year) if fund else None


def area_balances(areas: Sequence[Area], year: int) -> dict[int, Balance]:
    """The area budgets of many areas, in two queries."""
    funds = list(Fund.objects.filter(area__in=areas, kind=FundKind.AREA_BUDGET).select_related("area"))
    return {each.fund.area_id: each for each in balances(funds, year) if each.fund.area_id}


def grants(fund: Fund, year: int) -> QuerySet[Movement]:
    """What came into a fund from outside and what went from it to other funds, oldest first."""
    within = Q(source__fund=F("target__fund"))
    return (
        Movement.objects.filter(
            Q(target__fund=fund, target__year=year) | Q(source__fund=fund, source__year=year)
        )
        .exclude(within)
        .select_related("source__fund", "target__fund")
        .order_by("id")
    )


def reservations(fund: Fund, year: int, *, before: int | None = None, most: int = 25) -> list[Reservation]:
    """The money of a fund per measure, the newest first, at most `most` and one more; `before` is the last id seen."""
    found = (
        Reservation.objects.filter(fund=fund, year=year)
        .select_related("fund", "measure", "thing", "ordered_from")
        .order_by("-thing_id")
    )
    if before is not None:
        found = found.filter(thing_id__lt=before)
    return list(found[: most + 1])


def years_of(fund: Fund) -> list[int]:
    """The years in which a fund has money, the newest first."""
    return list(Pot.objects.filter(fund=fund).order_by("-year").values_list("year", flat=True).distinct())


def regular_funds(currency: str | None = None) -> QuerySet[Fund]:
    """The service lines of the regular budget, from which area budgets are taken."""
    found = Fund.objects.filter(kind=FundKind.REGULAR, area=None).order_by("name")
    return found.filter(currency=currency) if currency else found


def balances(funds: Sequence[Fund], year: int) -> list[Balance]:
    """Where the money of many funds is, in one query."""
    pots: dict[int, dict[str, int]] = {}
    for fund_id, account, amount in Pot.objects.filter(fund__in=funds, year=year).values_list(
        "fund_id", "account", "balance"
    ):
        pots.setdefault(fund_id, {})[account] = amount
    return [_balance(fund, year, pots.get(fund.pk, {})) for fund in funds]


def derived(pot: Pot) -> int:
    """The balance of a pot as its movements make it, in minor units: must equal what is kept."""
    came = Movement.objects.filter(target=pot).aggregate(total=Sum("minor"))["total"] or 0
    went = Movement.objects.filter(source=pot).aggregate(total=Sum("minor"))["total"] or 0
    return int(came) - int(went)


def _balance(fund: Fund, year: int, pots: dict[str, int]) -> Balance:
    def amount(account: Account) -> Money:
        return Money(pots.get(account.value, 0), Currency(fund.currency))

    return Balance(
        fund,
        year,
        amount(Account.FREE),
        amount(Account.RESERVED),
        amount(Account.COMMITTED),
        amount(Account.PAID),
    )


def late_orders(areas: Sequence[Area]) -> QuerySet[PurchaseOrder]:
    """Orders that a department still owes after their day, the latest first."""
    return orders_of(areas).filter(state=OrderState.ORDERED, due_on__lt=clock.today())


def delivered_orders(areas: Sequence[Area]) -> QuerySet[PurchaseOrder]:
    """What departments delivered and these areas did not accept or send back yet, the longest waiting first."""
    return orders_of(areas).filter(state=OrderState.DELIVERED).order_by("delivered_on", "thing_id")


def owed_by(departments: Sequence[Organisation]) -> QuerySet[PurchaseOrder]:
    """What these departments still have to deliver, soonest due first."""
    return _orders().filter(department__in=departments, state=OrderState.ORDERED)


def orders_of(areas: Sequence[Area]) -> QuerySet[PurchaseOrder]:
    """What these areas ordered from departments, soonest due first."""
    return _orders().filter(thing__area__in=areas)


def _orders() -> QuerySet[PurchaseOrder]:
    rows = PurchaseOrder.objects.select_related("thing__area", "department", "reservation__fund")
    return rows.order_by("due_on", "thing_id")


def proposals_of(areas: Sequence[Area]) -> QuerySet[BudgetProposal]:
    """What the board was asked for, newest first."""
    return BudgetProposal.objects.filter(thing__area__in=areas).select_related(
        "thing__area", "fund", "decision"
    )
