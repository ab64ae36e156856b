"""Writes of money: grant, reserve, commit, pay, release. Every one is a movement between two pots."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.models import Fund, FundKind, Movement, Pot, Reservation
from wijkwerk.budgets.rules import RESERVATION, Account, ReservationState, over_ceiling
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import Role, Thing


class NotEnough(Conflict):
    """There is less money left than was asked (HTTP 409)."""


@transaction.atomic
def grant_from_council(
    *, fund: Fund, year: int, amount: Money, ground: str, by: Person | None = None
) -> Movement:
    """Money enters a fund by a decision of the council; `ground` names it."""
    _positive(amount, fund)
    return _move(None, _pot(fund, year, Account.FREE), amount, by=by, ground=ground)


@transaction.atomic
def grant_area_budget(
    *, fund: Fund, regular: Fund, year: int, amount: Money, ground: str, by: Person | None
) -> Movement:
    """Take an area budget out of the regular budget and give it to the area: booked on both sides (DEV-55)."""
    may(by, Power.GRANT_BUDGET, within=fund.area, on=clock.today(), amount=amount).require()
    _positive(amount, fund)
    _positive(amount, regular)
    movement = _move(
        _pot(regular, year, Account.FREE), _pot(fund, year, Account.FREE), amount, by=by, ground=ground
    )
    journal(Verb.GRANTED, by=by, detail_id=movement.pk)
    return movement


@transaction.atomic
def reserve(*, measure: Thing, fund: Fund, year: int, amount: Money, by: Person | None) -> Reservation:
    """Reserve money for a measure. Refused above the fund's ceiling for one item, and when less is free.

    Raises Refused (mandate), Invalid (amount, currency, ceiling, another area's fund) or NotEnough.
    """
    may(by, Power.RESERVE_MONEY, within=measure.area, on=clock.today(), amount=amount).require()
    _positive(amount, fund)
    if fund.area_id not in (None, measure.area_id):
        raise Invalid(
            Reason(
                _("%(fund)s is geld van een andere wijk dan deze maatregel.") % {"fund": fund.name},
                field="fund",
            )
        )
    if over_ceiling(amount, fund.ceiling):
        raise Invalid(
            Reason(
                _(
                    "%(amount)s is meer dan %(fund)s voor één maatregel betaalt (hoogstens %(ceiling)s). %(purpose)s"
                )
                % {"amount": amount, "fund": fund.name, "ceiling": fund.ceiling, "purpose": fund.purpose},
                field="amount",
                rule="budget.ceiling",
                value=str(fund.ceiling),
                way_out=_(
                    "Vraag de dienst om het uit de gewone begroting te betalen, of maak de maatregel kleiner."
                ),
            )
        )
    thing = bear(
        "money",
        area=measure.area,
        neighbourhood=measure.neighbourhood,
        sentence=f"{amount} · {measure.sentence}",
        public=measure.public,
    )
    reservation = Reservation.objects.create(
        thing=thing,
        measure=measure,
        fund=fund,
        year=year,
        minor=amount.minor,
        reserved_on=clock.today(),
    )
    _move(
        _pot(fund, year, Account.FREE),
        _pot(fund, year, Account.RESERVED),
        amount,
        by=by,
        ground=fund.legal_ground,
        reservation=reservation,
    )
    link(measure, thing, Role.FUNDED_BY)
    journal(Verb.RESERVED, thing, by=by)
    return reservation


@transaction.atomic
def commit_money(*, reservation_id: int, ordered_from: Organisation | None, by: Person | None) -> Reservation:
    """Bind reserved money by an order or agreement."""
    reservation = _locked(reservation_id)
    may(
        by, Power.COMMIT_MONEY, within=reservation.thing.area, on=clock.today(), amount=reservation.amount
    ).require()
    _advance(reservation, ReservationState.COMMITTED, Account.RESERVED, Account.COMMITTED, by)
    reservation.committed_on = clock.today()
    reservation.ordered_from = ordered_from
    reservation.save()
    journal(Verb.COMMITTED, reservation.thing, by=by)
    return reservation


@transaction.atomic
def book_payment(*, reservation_id: int, booking_number: str, by: Person | None) -> Reservation:
    """The financial administration paid; its booking number is compulsory."""
    reservation = _locked(reservation_id)
    may(by, Power.BOOK_PAYMENT, within=reservation.thing.area, on=clock.today()).require()
    if not booking_number.strip():
        raise Invalid(
            Reason(_("Vul het boekingsnummer van de financiële administratie in."), field="booking_number")
        )
    reservation.booking_number = booking_number.strip()[:40]
    _advance(reservation, ReservationState.PAID, Account.COMMITTED, Account.PAID, by)
    reservation.paid_on = clock.today()
    reservation.save()
    journal(Verb.PAID, reservation.thing, by=by)
    return reservation


@transaction.atomic
def release(*, reservation_id: int, by: Person | None) -> Reservation:
    """Reserved or committed money becomes free again."""
    reservation = _locked(reservation_id)
    may(by, Power.RESERVE_MONEY, within=reservation.thing.area, on=clock.today()).require()
    account = Account.RESERVED if reservation.state == ReservationState.RESERVED else Account.COMMITTED
    _advance(reservation, ReservationState.RELEASED, account, Account.FREE, by)
    reservation.released_on = clock.today()
    reservation.thing.ended_on = clock.today()
    reservation.thing.save(update_fields=["ended_on"])
    reservation.save()
    journal(Verb.RELEASED, reservation.thing, by=by)
    return reservation


@transaction.atomic
def open_fund(
    *,
    name: str,
    kind: FundKind,
    currency: str,
    purpose: str,
    formal_decider: str,
    legal_ground: str,
    area: Area | None = None,
    owner: Organisation | None = None,
    ceiling: Money | None = None,
    chosen_by: str = "",
) -> Fund:
    """A fund with its purpose, legal ground and formal decider; without those it is refused by the database."""
    return Fund.objects.create(
        name=name,
        kind=kind,
        area=area,
        owner=owner,
        currency=currency,
        purpose=purpose,
        ceiling_minor=ceiling.minor if ceiling else None,
        chosen_by=chosen_by,
        formal_decider=formal_decider,
        legal_ground=legal_ground,
    )


def _locked(reservation_id: int) -> Reservation:
    return (
        Reservation.objects.select_for_update(of=("self",))
        .select_related("fund", "thing__area")
        .get(pk=reservation_id)
    )


def _advance(
    reservation: Reservation, state: ReservationState, source: Account, target: Account, by: Person | None
) -> None:
    RESERVATION.require(ReservationState(reservation.state), state)
    _move(
        _pot(reservation.fund, reservation.year, source),
        _pot(reservation.fund, reservation.year, target),
        reservation.amount,
        by=by,
        ground=reservation.fund.legal_ground,
        reservation=reservation,
    )
    reservation.state = state


def _pot(fund: Fund, year: int, account: Account) -> Pot:
    return Pot.objects.get_or_create(fund=fund, year=year, account=account)[0]


def _move(
    source: Pot | None,
    target: Pot,
    amount: Money,
    *,
    by: Person | None,
    ground: str,
    reservation: Reservation | None = None,
) -> Movement:
    """One movement. The source is lowered first, in one statement that the database refuses below zero, so that of two
    people who reach for the last money one gets it and the other hears how much is left."""
    if source is not None:
        try:
            with transaction.atomic():
                Pot.objects.filter(pk=source.pk).update(balance=F("balance") - amount.minor)
        except IntegrityError:
            left = Money(Pot.objects.values_list("balance", flat=True).get(pk=source.pk), amount.currency)
            raise NotEnough(
                Reason(
                    _("Er is nog %(left)s vrij in %(fund)s; %(amount)s past daar niet in.")
                    % {"left": left, "fund": source.fund.name, "amount": amount},
                    field="amount",
                    rule="budget.vrij",
                    value=str(left),
                )
            ) from None
    Pot.objects.filter(pk=target.pk).update(balance=F("balance") + amount.minor)
    return Movement.objects.create(
        at=clock.now(),
        source=source,
        target=target,
        minor=amount.minor,
        reservation=reservation,
        by=by,
        ground=ground,
    )


def _positive(amount: Money, fund: Fund) -> None:
    if amount.minor <= 0:
        raise Invalid(
            Reason(_("Vul een bedrag in dat meer is dan nul."), field="amount", rule="budget.bedrag")
        )
    if amount.currency != fund.currency:
        raise Invalid(
            Reason(
                _("%(fund)s rekent in %(currency)s; een bedrag in %(other)s kan daar niet bij.")
                % {"fund": fund.name, "currency": fund.currency, "other": amount.currency},
                field="amount",
                rule="budget.valuta",
            )
        )


def this_year(day: date | None = None) -> int:
    """The budget year of a day: the calendar year, which is not the year of a cycle."""
    return (day or clock.today()).year
