"""Rules of needs, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class WordsShare:
    """In whose words the needs of one year stand (DEV-53)."""

    year: int
    by_residents: int
    total: int

    @property
    def percent(self) -> int | None:
        """The share in residents' words, in whole percents; None when there are no needs."""
        return round(100 * self.by_residents / self.total) if self.total else None


def shares_by_year(rows: Iterable[tuple[int, bool, int]]) -> list[WordsShare]:
    """From (year, in residents' words, number) to one line a year, the newest first."""
    counted: dict[int, list[int]] = {}
    for year, in_residents_words, number in rows:
        of_year = counted.setdefault(year, [0, 0])
        of_year[0] += number if in_residents_words else 0
        of_year[1] += number
    return [WordsShare(year, *counted[year]) for year in sorted(counted, reverse=True)]


def together(shares: Iterable[WordsShare]) -> WordsShare:
    """All years as one line (year 0)."""
    every = list(shares)
    return WordsShare(0, sum(one.by_residents for one in every), sum(one.total for one in every))
