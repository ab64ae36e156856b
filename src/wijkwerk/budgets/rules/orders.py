"""Internal orders and proposals to the board, pure."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.approaches.schema import Approach, Direction
from wijkwerk.foundation.lifecycle import Lifecycle


class OrderState(StrEnum):
    """How far an order is."""

    ORDERED = "ordered"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


ORDER = Lifecycle(
    "bestelling",
    {
        OrderState.ORDERED: frozenset({OrderState.DELIVERED, OrderState.WITHDRAWN}),
        # What is not good goes back: it is ordered still.
        OrderState.DELIVERED: frozenset({OrderState.ACCEPTED, OrderState.ORDERED}),
    },
)


class ProposalState(StrEnum):
    """How a proposal for more budget stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


def may_order(approach: Approach) -> str:
    """The path of the value that stands in the way of ordering from a department; empty where teams order."""
    if approach.options.direction is not Direction.TEAM_ORDERS:
        return "options.direction"
    return "" if approach.budget.internal_purchase else "budget.internal_purchase"
