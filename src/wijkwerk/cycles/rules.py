"""Rules of the year, pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class StepStatus(StrEnum):
    """How far a step is."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


def unclosed_before(statuses: Sequence[StepStatus], position: int) -> int | None:
    """The position of the nearest earlier step that is not closed, or None: then this one may open (DEV-08)."""
    for earlier in range(position - 1, -1, -1):
        if statuses[earlier] is not StepStatus.CLOSED:
            return earlier
    return None
