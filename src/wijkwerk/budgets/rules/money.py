"""How money of a measure goes, and how much an area gets, pure."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.foundation.lifecycle import Lifecycle
from wijkwerk.foundation.money import Money


class Account(StrEnum):
    """The pots of a fund in a year."""

    FREE = "free"
    RESERVED = "reserved"
    COMMITTED = "committed"
    PAID = "paid"


class ReservationState(StrEnum):
    """How far the money of one measure is."""

    RESERVED = "reserved"
    COMMITTED = "committed"
    PAID = "paid"
    RELEASED = "released"


RESERVATION = Lifecycle(
    "reservering",
    {
        ReservationState.RESERVED: frozenset({ReservationState.COMMITTED, ReservationState.RELEASED}),
        ReservationState.COMMITTED: frozenset({ReservationState.PAID, ReservationState.RELEASED}),
    },
)


def by_formula(per_resident: Money, inhabitants: int) -> Money:
    """The budget of an area: so much per resident (DEV-17: ƒ 8 × 13.750 = ƒ 110.000)."""
    if inhabitants < 0:
        raise ValueError("an area has no negative number of inhabitants")
    return per_resident * inhabitants


def over_ceiling(amount: Money, ceiling: Money | None) -> bool:
    """Whether one item asks more than the fund pays for one item (DEV-18)."""
    return ceiling is not None and amount > ceiling
