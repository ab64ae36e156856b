"""Reads of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from wijkwerk.areas.models import Area
from wijkwerk.budgets.models import Fund, FundKind, Movement, Pot
from wijkwerk.budgets.rules import Account
from wijkwerk.foundation.money import Currency, Money


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


def area_balance(area: Area, year: int) -> Balance | None:
    """The area budget of an area in a year; None when it has none."""
    fund = Fund.objects.filter(area=area, kind=FundKind.AREA_BUDGET).order_by("id").first()
    return balance(fund, year) if fund else None


def area_balances(areas: Sequence[Area], year: int) -> dict[int, Balance]:
    """The area budgets of many areas, in two queries."""
    funds = {fund.pk: fund for fund in Fund.objects.filter(area__in=areas, kind=FundKind.AREA_BUDGET)}
    pots: dict[int, dict[str, int]] = {}
    for fund_id, account, amount in Pot.objects.filter(fund__in=funds, year=year).values_list(
        "fund_id", "account", "balance"
    ):
        pots.setdefault(fund_id, {})[account] = amount
    return {
        fund.area_id: _balance(fund, year, pots.get(pk, {})) for pk, fund in funds.items() if fund.area_id
    }


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
