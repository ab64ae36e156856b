"""Fourteen months that end today: a place in the data becomes a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = 14
DAYS = 28
# A month of the data is a fourteenth of the whole stretch; a day one twenty-eighth of that.
STRETCH = timedelta(days=425)
_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Calendar:
    """Counts back from `today`: month 13, day 28 is the last day before it."""

    today: date

    @property
    def first_day(self) -> date:
        """The day everything begins."""
        return self.day(0, 1)

    def day(self, month: int, day: int = 1) -> date:
        """The date of a month (0 = oldest, 13 = now; more lies ahead) and a day (1 to 28)."""
        share = (month * DAYS + day) / (MONTHS * DAYS)
        return self.today - STRETCH + timedelta(days=round(share * STRETCH.days) - 1)

    def moment(self, month: int, day: int = 1, hour: int = 10, minute: int = 0) -> datetime:
        """The moment on that date, in local time, as UTC."""
        return at_hour(self.day(month, day), hour, minute)


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on a day in Deventer, as UTC."""
    return datetime.combine(day, time(hour, minute), tzinfo=_HERE).astimezone(UTC)
