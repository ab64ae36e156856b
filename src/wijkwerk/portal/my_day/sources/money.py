"""Money that waits for somebody's hand: to reserve, to commit, to pay."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.budgets.models import Reservation
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.foundation.templatetags.wijkwerk import money
from wijkwerk.plans.models import Funding, Measure, Work
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 15


def to_reserve(reader: Reader) -> Bunch:
    """Adopted measures from an area budget for which nothing was reserved."""
    areas = reader.areas(Power.RESERVE_MONEY)
    if not areas:
        return Bunch()
    reserved = Reservation.objects.filter(measure=OuterRef("thing")).exclude(state=ReservationState.RELEASED)
    rows = Measure.objects.filter(
        ~Exists(reserved),
        thing__area__in=areas,
        status=MeasureStatus.ADOPTED,
        funding=Funding.AREA_BUDGET,
        cost_minor__gt=0,
    )
    return Bunch(
        [
            Task(
                what=f"{measure.thing.sentence} ({money(measure.cost)})",
                where=measure.thing.area.name,
                waits=_("het plan is vastgesteld"),
                since=measure.plan.adopted_on if measure.plan else None,
                label=_("Reserveer"),
                action=link("plans:measure", measure.thing.number, fallback=measure.thing.get_absolute_url()),
                url=measure.thing.get_absolute_url(),
            )
            for measure in rows.select_related("thing__area", "plan").order_by("place", "pk")[:MOST]
        ]
    )


def to_commit(reader: Reader) -> Bunch:
    """Reserved money to be bound, so that the work can begin."""
    rows = Reservation.objects.filter(
        measure__area__in=reader.areas(Power.COMMIT_MONEY), state=ReservationState.RESERVED
    )
    return Bunch(_tasks(rows, _("Leg vast"), "budgets:commit", _("het werk kan nog niet beginnen")))


def to_pay(reader: Reader) -> Bunch:
    """Bound money of finished work, to be booked as paid."""
    done = Work.objects.filter(measure__thing=OuterRef("measure"), done_on__isnull=False)
    rows = Reservation.objects.filter(
        Exists(done), measure__area__in=reader.areas(Power.BOOK_PAYMENT), state=ReservationState.COMMITTED
    )
    return Bunch(_tasks(rows, _("Boek de betaling"), "budgets:pay", _("het werk is klaar")))


def _tasks(rows: QuerySet[Reservation], label: str, name: str, waits: str) -> list[Task]:
    return [
        Task(
            what=f"{row.measure.sentence} ({money(row.amount)})",
            where=row.measure.area.name,
            waits=waits,
            since=row.committed_on or row.reserved_on,
            label=label,
            action=link(name, row.thing.number, fallback=row.measure.get_absolute_url()),
            url=row.measure.get_absolute_url(),
        )
        for row in rows.select_related("thing", "measure__area", "fund").order_by("reserved_on", "pk")[:MOST]
    ]
