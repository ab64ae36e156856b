"""The money of an area in a year as its page shows it: one bar, where it comes from, and per measure where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.budgets.formula import Formula, formula_for
from wijkwerk.budgets.models import Movement, Reservation
from wijkwerk.budgets.queries import Balance, area_fund, balance, grants, reservations, years_of
from wijkwerk.budgets.rules import RESERVATION, ReservationState
from wijkwerk.budgets.wording import SHAPES, STATES
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.reasons import Conflict, Reason, Text, Verdict, no
from wijkwerk.people.permissions import Mandates
from wijkwerk.thread.models import Thing

PER_PAGE = 25


@dataclass(frozen=True)
class ReservationRow:
    """The money of one measure as a row."""

    reservation: Reservation
    badge_kind: str
    badge_label: Text
    url: str

    @property
    def day(self) -> object:
        """The day of its last step."""
        one = self.reservation
        return one.released_on or one.paid_on or one.committed_on or one.reserved_on


@dataclass(frozen=True)
class GrantRow:
    """Money that came into the fund, or went from it to another."""

    movement: Movement
    words: Text
    amount: Money


@dataclass(frozen=True)
class AreaMoney:
    """Everything the page of one area and year shows."""

    area: Area
    year: int
    stand: Balance | None
    formula: Formula | None
    why_no_formula: Reason | None
    grants: list[GrantRow]
    rows: list[ReservationRow]
    next_url: str
    first_url: str
    years: list[int]

    @property
    def per_resident(self) -> Money | None:
        """What was granted, per resident."""
        if (
            self.stand is None
            or self.formula is None
            or not self.formula.people
            or not self.formula.people.number
        ):
            return None
        return Money(self.stand.granted.minor // self.formula.people.number, self.stand.granted.currency)


def area_money(area: Area, year: int, *, before: int | None, staff: bool) -> AreaMoney:
    """The money of an area in a year, in a fixed number of queries."""
    fund = area_fund(area)
    formula, why_not = None, None
    try:
        formula = formula_for(area, year)
    except Conflict as refused:
        why_not = refused.reason
    found = reservations(fund, year, before=before, most=PER_PAGE) if fund else []
    shown = found[:PER_PAGE]
    return AreaMoney(
        area=area,
        year=year,
        stand=balance(fund, year) if fund else None,
        formula=formula,
        why_no_formula=why_not,
        grants=[_grant_row(movement, fund.pk) for movement in grants(fund, year)] if fund else [],
        rows=[reservation_row(one, staff=staff) for one in shown if staff or one.thing.public],
        next_url=f"?voor={shown[-1].pk}" if len(found) > PER_PAGE else "",
        first_url="?" if before else "",
        years=years_of(fund) if fund else [],
    )


def reservation_row(one: Reservation, *, staff: bool) -> ReservationRow:
    """A row that leads to the thread for everyone, to the money itself for staff."""
    state = ReservationState(one.state)
    address = (
        reverse("budgets:reservation", args=[one.thing.number]) if staff else one.measure.get_absolute_url()
    )
    return ReservationRow(one, SHAPES[state], STATES[state], address)


def _grant_row(movement: Movement, fund_id: int) -> GrantRow:
    currency = Currency(movement.target.fund.currency)
    amount = Money(movement.minor, currency)
    if movement.source is None:
        return GrantRow(movement, _("Door de raad beschikbaar gesteld"), amount)
    if movement.target.fund_id == fund_id:
        return GrantRow(movement, _("Uit %(fund)s") % {"fund": movement.source.fund.name}, amount)
    return GrantRow(movement, _("Naar %(fund)s") % {"fund": movement.target.fund.name}, -amount)


def ways_with_area_money(page: AreaMoney, held: Mandates | None) -> list[NextStep]:
    """What staff can do with the budget of an area in a year."""
    if held is None or not held.on():
        return []
    verdicts: list[Verdict] = [held.may(Power.GRANT_BUDGET, within=page.area)]
    if page.why_no_formula:
        verdicts.append(Verdict(False, page.why_no_formula))
    if page.stand and page.stand.granted:
        verdicts.append(
            no(_("Het wijkbudget van %(year)s is al toegekend.") % {"year": page.year}, rule="budget.eenmaal")
        )
    address = reverse("budgets:open", args=[page.area.code, page.year])
    return [
        NextStep(_("Ken het budget van %(year)s toe") % {"year": page.year}, address, first_no(*verdicts))
    ]


def ways_with_reservation(one: Reservation, held: Mandates) -> list[NextStep]:
    """What this person can do with the money of one measure, and why not."""
    area, state = one.thing.area, ReservationState(one.state)

    def step(
        label: Text,
        name: str,
        power: Power,
        target: ReservationState,
        amount: Money | None = None,
        lesser: bool = False,
    ) -> NextStep:
        return NextStep(
            label,
            reverse(f"budgets:{name}", args=[one.thing.number]),
            first_no(held.may(power, within=area, amount=amount), RESERVATION.verdict(state, target)),
            lesser=lesser,
        )

    return [
        step(_("Leg vast"), "commit", Power.COMMIT_MONEY, ReservationState.COMMITTED, one.amount),
        step(_("Boek de betaling"), "pay", Power.BOOK_PAYMENT, ReservationState.PAID),
        step(_("Geef vrij"), "release", Power.RESERVE_MONEY, ReservationState.RELEASED, lesser=True),
    ]


def money_of(measures: Sequence[Thing], *, staff: bool) -> dict[int, list[ReservationRow]]:
    """Per measure its money, oldest first, in one query."""
    found: dict[int, list[ReservationRow]] = {}
    rows = Reservation.objects.filter(measure__in=measures).select_related(
        "fund", "measure", "thing__area", "ordered_from"
    )
    for one in rows.order_by("thing_id"):
        found.setdefault(one.measure_id, []).append(reservation_row(one, staff=staff))
    return found
