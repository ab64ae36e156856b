"""How far money is, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkwerk.budgets.rules import ORDER, RESERVATION, OrderState, ReservationState
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.foundation.reasons import Text

STATES: dict[ReservationState, Text] = {
    ReservationState.RESERVED: _("gereserveerd"),
    ReservationState.COMMITTED: _("vastgelegd"),
    ReservationState.PAID: _("betaald"),
    ReservationState.RELEASED: _("weer vrij"),
}
SHAPES = {
    ReservationState.RESERVED: "future",
    ReservationState.COMMITTED: "now",
    ReservationState.PAID: "done",
    ReservationState.RELEASED: "stopped",
}
ORDERS: dict[OrderState, tuple[str, Text]] = {
    OrderState.ORDERED: ("future", _("besteld")),
    OrderState.DELIVERED: ("now", _("geleverd")),
    OrderState.ACCEPTED: ("done", _("aangenomen")),
    OrderState.WITHDRAWN: ("stopped", _("ingetrokken")),
}
name_states(RESERVATION, STATES)

name_states(ORDER, {state: word for state, (_shape, word) in ORDERS.items()})
