"""Terms and periods: the first day counts, the last day given no longer does."""

from __future__ import annotations

from datetime import date


def add_years(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def periods_overlap(start: date, end: date | None, other_start: date, other_end: date | None) -> bool:
    """Whether two periods share a day; an open end is None."""
    return (other_end is None or start < other_end) and (end is None or other_start < end)
