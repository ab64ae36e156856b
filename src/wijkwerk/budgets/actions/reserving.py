"""The money of one measure: reserved, committed, paid, or released. Every step is a movement between two pots."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.budgets.actions.deciders import may_spend
from wijkwerk.budgets.actions.ledger import move, pot, require_amount
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.models import Fund, PurchaseOrder, Reservation
from wijkwerk.budgets.rules import RESERVATION, Account, OrderState, ReservationState, over_ceiling
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import Role, Thing


@transaction.atomic
def reserve(*, measure: Thing, fund: Fund, year: int, amount: Money, by: Person | None) -> Reservation:
    """Reserve money for a measure. Refused above the fund's ceiling for one item, and when less is free.

    Raises Refused (mandate), Invalid (amount, currency, ceiling, another area's fund) or NotEnough.
    """
    may(by, Power.RESERVE_MONEY, within=measure.area, on=clock.today(), amount=amount).require()
    require_amount(amount, fund)
    if fund.area_id not in (None, measure.area_id):
        raise Invalid(
            Reason(
                _("%(fund)s is geld van een andere wijk dan deze maatregel.") % {"fund": fund.name},
                field="fund",
            )
        )
    # Locked, so that one measure is not given money twice at the same moment.
    Thing.objects.select_for_update().get(pk=measure.pk)
    earlier = list(
        Reservation.objects.filter(measure=measure, fund=fund)
        .exclude(state=ReservationState.RELEASED)
        .select_related("fund")
    )
    if any(each.state != ReservationState.PAID for each in earlier):
        raise Conflict(
            Reason(
                _("Voor deze maatregel is al geld gereserveerd uit %(fund)s.") % {"fund": fund.name},
                way_out=_("Geef dat eerst vrij als het bedrag moet veranderen."),
            )
        )
    if over_ceiling(sum((each.amount for each in earlier), amount), fund.ceiling):
        raise Invalid(
            Reason(
                _(
                    "%(amount)s is meer dan %(fund)s voor één maatregel betaalt (hoogstens %(ceiling)s). "
                    "Het is voor: %(purpose)s"
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
    verdict = may_spend(measure, fund, amount, by)
    if not verdict:
        raise Refused(verdict.reason)
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
    move(
        pot(fund, year, Account.FREE),
        pot(fund, year, Account.RESERVED),
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
    bind(reservation, ordered_from, by)
    return reservation


def bind(reservation: Reservation, ordered_from: Organisation | None, by: Person | None) -> None:
    """Reserved money becomes committed; whether it may is asked by who calls this."""
    _advance(reservation, ReservationState.COMMITTED, Account.RESERVED, Account.COMMITTED, by)
    reservation.committed_on = clock.today()
    reservation.ordered_from = ordered_from
    reservation.save()
    journal(Verb.COMMITTED, reservation.thing, by=by)


@transaction.atomic
def book_payment(*, reservation_id: int, booking_number: str, by: Person | None) -> Reservation:
    """The financial administration paid; its booking number is compulsory."""
    reservation = _locked(reservation_id)
    may(by, Power.BOOK_PAYMENT, within=reservation.thing.area, on=clock.today()).require()
    if not booking_number.strip():
        raise Invalid(
            Reason(_("Vul het boekingsnummer van de financiële administratie in."), field="booking_number")
        )
    order = PurchaseOrder.objects.filter(reservation=reservation).first()
    if order is not None and order.state != OrderState.ACCEPTED:
        raise Conflict(
            Reason(
                _("Een bestelling wordt betaald als het gebied heeft aangenomen wat er is geleverd."),
                rule="bestelling.aangenomen",
            )
        )
    reservation.booking_number = booking_number.strip()[:40]
    _advance(reservation, ReservationState.PAID, Account.COMMITTED, Account.PAID, by)
    reservation.paid_on = clock.today()
    reservation.save()
    journal(Verb.PAID, reservation.thing, by=by)
    return reservation


@transaction.atomic
def release(*, reservation_id: int, by: Person | None, reason: str = "") -> Reservation:
    """Reserved or committed money becomes free again; `reason` is kept with the movement."""
    reservation = _locked(reservation_id)
    may(by, Power.RESERVE_MONEY, within=reservation.thing.area, on=clock.today()).require()
    return _released(reservation, by, reason)


@transaction.atomic
def release_what_is_reserved(*, measure: Thing, by: Person | None, reason: str) -> list[Reservation]:
    """A measure goes no further: what was only reserved for it is free again; what is ordered stays bound.

    Part of stopping, and of the mandate for that: it asks for none of its own.
    """
    held = measure.reservations.filter(state=ReservationState.RESERVED).order_by("pk")
    locked = [_locked(pk) for pk in held.values_list("pk", flat=True)]
    return [_released(one, by, reason) for one in locked if one.state == ReservationState.RESERVED]


def release_for_order(reservation_id: int, reason: str, by: Person | None) -> Reservation:
    """The money of an order that was withdrawn; whether it may is asked by who calls this."""
    return _released(_locked(reservation_id), by, reason)


def _released(reservation: Reservation, by: Person | None, reason: str) -> Reservation:
    account = Account.RESERVED if reservation.state == ReservationState.RESERVED else Account.COMMITTED
    _advance(reservation, ReservationState.RELEASED, account, Account.FREE, by, ground=reason.strip()[:200])
    reservation.released_on = clock.today()
    reservation.thing.ended_on = clock.today()
    reservation.thing.save(update_fields=["ended_on"])
    reservation.save()
    journal(Verb.RELEASED, reservation.thing, by=by)
    return reservation


def _locked(reservation_id: int) -> Reservation:
    return (
        Reservation.objects.select_for_update(of=("self",))
        .select_related("fund", "thing__area")
        .get(pk=reservation_id)
    )


def _advance(
    reservation: Reservation,
    state: ReservationState,
    source: Account,
    target: Account,
    by: Person | None,
    *,
    ground: str = "",
) -> None:
    RESERVATION.require(ReservationState(reservation.state), state)
    move(
        pot(reservation.fund, reservation.year, source),
        pot(reservation.fund, reservation.year, target),
        reservation.amount,
        by=by,
        ground=ground or reservation.fund.legal_ground,
        reservation=reservation,
    )
    reservation.state = state
