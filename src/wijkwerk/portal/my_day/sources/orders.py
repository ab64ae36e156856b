"""Internal orders: what my department owes, what an area of mine waits for, and what was delivered to it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.budgets import queries
from wijkwerk.budgets.models import PurchaseOrder
from wijkwerk.budgets.rules import OrderState
from wijkwerk.foundation.reasons import Text
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 15


def to_deliver(reader: Reader) -> Bunch:
    """What an area ordered from the departments for which this person works: late, or due this week."""
    if not reader.organisations:
        return Bunch()
    rows = queries.owed_by(reader.organisations).filter(due_on__lte=reader.last_day)[:MOST]
    return Bunch(
        [
            _task(
                order,
                waits=_("het gebied wacht erop"),
                label=_("Meld dat het geleverd is"),
                action=link("budgets:deliver", order.pk),
            )
            for order in rows
        ]
    )


def late(reader: Reader) -> Bunch:
    """What departments still owe the areas for which this person orders, after its day."""
    rows = queries.late_orders(reader.areas(Power.ORDER_FROM_SERVICE))[:MOST]
    return Bunch(_of_area(rows, _("%(department)s leverde nog niet"), _("Bekijk de bestelling"), "orders"))


def to_accept(reader: Reader) -> Bunch:
    """What was delivered to the areas for which this person orders: good, or sent back."""
    rows = queries.delivered_orders(reader.areas(Power.ORDER_FROM_SERVICE))[:MOST]
    return Bunch(_of_area(rows, _("%(department)s leverde het"), _("Neem de levering aan"), "accept"))


def _of_area(rows: Iterable[PurchaseOrder], waits: str, label: str, name: str) -> list[Task]:
    return [
        _task(
            order,
            waits=waits % {"department": order.department.name},
            label=label,
            action=link(f"budgets:{name}", order.thing.area.code if name == "orders" else order.pk),
        )
        for order in rows
    ]


def _task(order: PurchaseOrder, *, waits: str, label: Text, action: str) -> Task:
    delivered = order.state == OrderState.DELIVERED
    return Task(
        what=order.thing.sentence,
        where=order.thing.area.name,
        waits=waits,
        since=order.delivered_on if delivered else order.ordered_on,
        due=None if delivered else order.due_on,
        label=label,
        action=action,
        url=link("budgets:orders", order.thing.area.code),
    )
