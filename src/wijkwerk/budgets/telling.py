"""What money says of a thread: the bead "betaald" and its moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from wijkwerk.budgets.models import PurchaseOrder, Reservation
from wijkwerk.budgets.rules import OrderState, ReservationState
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Text
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Reserved and committed are going on: the work may begin. Paid is done. Released money says nothing."""
    found = []
    line: Text
    for row in Reservation.objects.filter(pk__in=ids).select_related("fund"):
        if row.state == ReservationState.PAID:
            bound = day_with_year(row.committed_on) if row.committed_on else ""
            line = _("vastgelegd op %(day)s") % {"day": bound} if bound else ""
            found.append(Fact(Bead.PAID, BeadState.DONE, row.pk, row.paid_on, line))
        elif row.state == ReservationState.COMMITTED:
            line = _("%(amount)s vastgelegd") % {"amount": row.amount}
            found.append(Fact(Bead.PAID, BeadState.PRESENT, row.pk, row.committed_on, line))
        elif row.state == ReservationState.RESERVED:
            line = _("%(amount)s gereserveerd") % {"amount": row.amount}
            found.append(Fact(Bead.PAID, BeadState.PRESENT, row.pk, row.reserved_on, line))
    return found


def moments(ids: Sequence[int]) -> list[Moment]:
    """Reserved, committed, paid, released: each a moment with amount and fund."""
    found = []
    rows = Reservation.objects.filter(pk__in=ids).select_related("fund", "ordered_from")
    for row in rows:
        of_fund = {"amount": row.amount, "fund": row.fund.name, "decider": row.fund.formal_decider}
        steps = [
            (row.reserved_on, _("Er is geld gereserveerd"), _("%(amount)s uit %(fund)s.") % of_fund),
            (
                row.committed_on,
                _("Het geld is vastgelegd"),
                _("Opdracht aan %(who)s: %(amount)s uit %(fund)s.") % {**of_fund, "who": row.ordered_from}
                if row.ordered_from
                else _("%(amount)s uit %(fund)s.") % of_fund,
            ),
            (row.paid_on, _("Het is betaald"), _("%(amount)s uit %(fund)s.") % of_fund),
            (
                row.released_on,
                _("Het geld is weer vrij"),
                _("%(amount)s gaat terug naar %(fund)s.") % of_fund,
            ),
        ]
        found += [
            Moment(
                on=on, thing_id=row.pk, title=title, who=row.fund.formal_decider, text=text, order=50 + place
            )
            for place, (on, title, text) in enumerate(steps)
            if on
        ]
    return found


def order_facts(ids: Sequence[int]) -> list[Fact]:
    """What an area ordered is chosen; what was accepted is done."""
    found = []
    for row in PurchaseOrder.objects.filter(pk__in=ids):
        if row.state != OrderState.WITHDRAWN:
            found.append(Fact(Bead.CHOSEN, BeadState.DONE, row.pk, row.ordered_on))
        if row.state == OrderState.ACCEPTED:
            found.append(Fact(Bead.DONE, BeadState.DONE, row.pk, row.accepted_on))
    return found


def order_moments(ids: Sequence[int]) -> list[Moment]:
    """Ordered, delivered, accepted."""
    found = []
    for row in PurchaseOrder.objects.filter(pk__in=ids).select_related("department"):
        department = {"department": row.department.name}
        steps: list[tuple[date | None, Text, str]] = [
            (row.ordered_on, _("Besteld bij %(department)s") % department, row.what),
            (row.delivered_on, _("Geleverd door %(department)s") % department, row.delivered),
            (row.accepted_on, _("De levering is aangenomen"), ""),
        ]
        found += [
            Moment(on=on, thing_id=row.pk, title=title, who=row.department.name, text=text, order=60 + place)
            for place, (on, title, text) in enumerate(steps)
            if on
        ]
    return found
