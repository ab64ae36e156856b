"""How far plans and measures are."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wijkwerk.foundation.lifecycle import Lifecycle


class PlanStatus(StrEnum):
    """How far a plan is."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class MeasureStatus(StrEnum):
    """How far a measure is."""

    DRAFTED = "drafted"
    ADOPTED = "adopted"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


PLAN = Lifecycle("wijkplan", {PlanStatus.DRAFT: frozenset({PlanStatus.ADOPTED})})
MEASURE = Lifecycle(
    "maatregel",
    {
        MeasureStatus.DRAFTED: frozenset({MeasureStatus.ADOPTED, MeasureStatus.STOPPED}),
        MeasureStatus.ADOPTED: frozenset({MeasureStatus.UNDER_WAY, MeasureStatus.STOPPED}),
        MeasureStatus.UNDER_WAY: frozenset({MeasureStatus.DONE, MeasureStatus.STOPPED}),
        # "Nee, niet opgelost" can lead to work again.
        MeasureStatus.DONE: frozenset({MeasureStatus.UNDER_WAY}),
    },
)


# What is still to be done of a plan that holds.
OPEN = (MeasureStatus.ADOPTED, MeasureStatus.UNDER_WAY)


def days_late(due: date, done: date | None, today: date) -> int:
    """How many days work is, or was, past its date; 0 when in time."""
    return max(0, ((done or today) - due).days)
