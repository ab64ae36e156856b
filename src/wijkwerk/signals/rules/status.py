"""Lifecycle of a signal, and the answer clock."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from wijkwerk.foundation.lifecycle import Lifecycle

LONGEST_TEXT = 4000


class SignalStatus(StrEnum):
    """How far a signal is."""

    NEW = "new"
    WITH_SERVICE = "with_service"
    QUICK = "quick"
    IN_NEED = "in_need"
    ANSWERED = "answered"


class Route(StrEnum):
    """Where triage sent a signal. `NEED` and later ones are destinations registered by higher capabilities."""

    REGULAR = "regular"
    QUICK = "quick"
    LONGLIST = "longlist"
    SUPRA_AREA = "supra_area"
    INDIVIDUAL = "individual"
    THANKS = "thanks"


class FundingSource(StrEnum):
    """From what money a signal was handled (DEV-19)."""

    REGULAR = "regular"
    AREA_BUDGET = "area_budget"
    PARTNER = "partner"
    NONE = "none"


SIGNAL = Lifecycle(
    "melding",
    {
        SignalStatus.NEW: frozenset(
            {SignalStatus.WITH_SERVICE, SignalStatus.QUICK, SignalStatus.IN_NEED, SignalStatus.ANSWERED}
        ),
        # A service may give it back, or it may turn out to be part of something larger.
        SignalStatus.WITH_SERVICE: frozenset({SignalStatus.ANSWERED, SignalStatus.NEW, SignalStatus.IN_NEED}),
        SignalStatus.QUICK: frozenset({SignalStatus.ANSWERED, SignalStatus.NEW, SignalStatus.IN_NEED}),
        SignalStatus.IN_NEED: frozenset({SignalStatus.ANSWERED, SignalStatus.NEW}),
        # "Nee, niet opgelost" reopens it, with whoever handled it.
        SignalStatus.ANSWERED: frozenset({SignalStatus.NEW, SignalStatus.WITH_SERVICE, SignalStatus.QUICK}),
    },
)


def answer_due(reported_on: date, days: int) -> date:
    """The last day on which the reporter should have heard, counted in calendar days."""
    return reported_on + timedelta(days=days)


def days_late(due: date, today: date) -> int:
    """How many days an answer is late; 0 when it is not."""
    return max(0, (today - due).days)
