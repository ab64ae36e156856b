"""The one way money moves: out of one pot and into another, both locked, in one movement."""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from wijkwerk.budgets.models import Fund, Movement, Pot, Reservation
from wijkwerk.budgets.rules import Account
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person

CURRENCIES = {Currency.EUR: _("euro’s"), Currency.NLG: _("guldens")}


class NotEnough(Conflict):
    """There is less money left than was asked (HTTP 409)."""


def pot(fund: Fund, year: int, account: Account) -> Pot:
    """The pot of a fund in a year, made when it was not there."""
    return Pot.objects.get_or_create(fund=fund, year=year, account=account)[0]


def move(
    source: Pot | None,
    target: Pot,
    amount: Money,
    *,
    by: Person | None,
    ground: str,
    reservation: Reservation | None = None,
) -> Movement:
    """One movement. Raises NotEnough with what is left, so that of two people who reach for the last money one gets
    it and the other hears how much there still is.

    Both pots are locked in the order of their ids: who reserves and who releases at the same moment wait for each
    other instead of holding each other. The database refuses a pot below zero, should anybody come past here.
    """
    ids = [pot.pk for pot in (source, target) if pot is not None]
    locked = {each.pk: each for each in Pot.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    if source is not None and locked[source.pk].balance < amount.minor:
        left = Money(locked[source.pk].balance, Currency(source.fund.currency))
        raise NotEnough(
            Reason(
                _("Er is nog %(left)s vrij in %(fund)s; %(amount)s past daar niet in.")
                % {"left": left, "fund": source.fund.name, "amount": amount},
                field="amount",
                rule="budget.vrij",
                value=str(left),
            )
        )
    if source is not None:
        Pot.objects.filter(pk=source.pk).update(balance=F("balance") - amount.minor)
    Pot.objects.filter(pk=target.pk).update(balance=F("balance") + amount.minor)
    return Movement.objects.create(
        at=clock.now(),
        source=source,
        target=target,
        minor=amount.minor,
        reservation=reservation,
        by=by,
        ground=ground[:200],
    )


def require_amount(amount: Money, fund: Fund) -> None:
    """More than nothing, and in the currency of the fund: two currencies are never one sum."""
    if amount.minor <= 0:
        raise Invalid(
            Reason(_("Vul een bedrag in dat meer is dan nul."), field="amount", rule="budget.bedrag")
        )
    if amount.currency != fund.currency:
        raise Invalid(
            Reason(
                _("%(fund)s rekent in %(currency)s; %(amount)s kan daar niet bij.")
                % {"fund": fund.name, "currency": CURRENCIES[Currency(fund.currency)], "amount": amount},
                field="amount",
                rule="budget.valuta",
                value=fund.currency,
            )
        )
