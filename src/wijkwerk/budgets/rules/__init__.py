"""Rules of money, pure."""

from wijkwerk.budgets.rules.deciders import Side, may_open, sides_needed, spenders
from wijkwerk.budgets.rules.money import (
    RESERVATION,
    Account,
    ReservationState,
    by_formula,
    over_ceiling,
)
from wijkwerk.budgets.rules.orders import ORDER, OrderState, ProposalState, may_order

__all__ = [
    "ORDER",
    "RESERVATION",
    "Account",
    "OrderState",
    "ProposalState",
    "ReservationState",
    "Side",
    "by_formula",
    "may_open",
    "may_order",
    "over_ceiling",
    "sides_needed",
    "spenders",
]
