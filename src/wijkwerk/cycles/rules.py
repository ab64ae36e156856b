"""Rules of the year, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

DEFAULT_WEEKS = 13  # a step of unknown length in a year of unknown length


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


def planned_periods(
    starts_on: date, weeks: Sequence[int | None], length_months: int | None
) -> list[tuple[date, date]]:
    """First and last day of each step, one after the other. Steps without a length share what is left of the year."""
    unknown = sum(1 for each in weeks if not each)
    left = (length_months * 365 // 12 // 7 if length_months else DEFAULT_WEEKS * len(weeks)) - sum(
        each or 0 for each in weeks
    )
    share = max(1, left // unknown) if unknown else 0
    found, first = [], starts_on
    for each in weeks:
        after = first + timedelta(weeks=each or share)
        found.append((first, after - timedelta(days=1)))
        first = after
    return found


def last_day(today: date, weeks: int | None, planned_to: date) -> date:
    """The last day of a step that opens today: its term where it has one, else as it was planned; never in the past."""
    return max(today + timedelta(weeks=weeks, days=-1) if weeks else planned_to, today)


QUESTIONS = ("what", "why", "how_well")


def open_questions(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The questions of a self-assessment that nobody answered yet (GEN-02)."""
    return tuple(each for each in QUESTIONS if not answers.get(each, "").strip())
