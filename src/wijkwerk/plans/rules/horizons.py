"""For how many years a plan holds, how it rolls on, and when it is looked at again."""

from __future__ import annotations

from datetime import date

from wijkwerk.approaches.schema import Plan

DEFAULT_REVIEW_MONTHS = 12


def years_of(described: Plan | None) -> int:
    """The years a plan is made for: its term, else the least of its band, else one."""
    if described is None:
        return 1
    if described.months:
        return max(1, described.months // 12)
    if described.horizon_years and described.horizon_years.min:
        return int(described.horizon_years.min)
    return 1


def last_year(first: int, years: int) -> int:
    """1997 and four years: 2000."""
    return first + years - 1


def within_band(described: Plan | None, years: int) -> bool:
    """Whether an approach allows this many years; without a band any number from one."""
    if years < 1:
        return False
    return described is None or described.horizon_years is None or years in described.horizon_years


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a shorter one."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for length in range(day.day, 27, -1):
        try:
            return date(year, month, length)
        except ValueError:
            continue
    return date(year, month, day.day)


def review_days(begins: date, years: int, months: int) -> list[date]:
    """The days on which a plan of some years is held against reality, up to and including its end (UTR18-07)."""
    return [months_later(begins, each) for each in range(months, years * 12 + 1, months)] if months else []
