"""The exact book of a run of Equal Shares: prices as whole numbers over one common denominator.

The fast engine works in floats and asks this book whenever a float cannot decide. A voter who paid the full
share in some rounds holds the endowment less those prices; one who once paid everything holds nothing. So the
money of any group of voters follows from counts of voters alone, and a price from the money of the few who
could not pay it in full: every class of voters is counted at most once, in the round that emptied it.
"""

from collections.abc import Iterable
from fractions import Fraction

import numpy as np

from wijkwerk.choice.election import Integers
from wijkwerk.choice.support import Support


class Ledger:
    """Prices of the rounds so far, worked out only when asked for."""

    def __init__(self, support: Support, costs: list[int], endowment: Fraction) -> None:
        self._support = support
        self._costs = costs
        self._round_of = np.full(len(costs), -1, dtype=np.int64)
        self._pending: list[tuple[int, Integers, int]] = []
        self._booked = 0
        self.unit = endowment.denominator
        """The common denominator: every amount below is in currency / unit."""
        self.endowment = endowment.numerator
        self.prices: list[int] = []

    def record(self, project: int, emptied: Integers, full_grade: int) -> None:
        """Note a round: the classes that gave their last money, and the summed grades of those who paid in full."""
        self._pending.append((project, emptied, full_grade))

    def book(self) -> None:
        """Work out the exact price of every round noted so far."""
        for project, emptied, full_grade in self._pending:
            given = self.money(emptied)
            due = self._costs[project] * self.unit - given
            self.unit *= full_grade
            self.endowment *= full_grade
            self.prices = [price * full_grade for price in self.prices]
            self.prices.append(due)
            self._round_of[project] = self._booked
            self._booked += 1
        self._pending.clear()

    def money(self, classes: Integers) -> int:
        """What these classes hold together, in 1 / unit. They must not have been emptied; book first."""
        if not len(classes):
            return 0
        voters = int(self._support.sizes[classes].sum())
        total = voters * self.endowment
        if self.prices:
            for price, paid in zip(self.prices, self._payments(classes), strict=True):
                if paid:
                    total -= price * paid
        return total

    def _payments(self, classes: Integers) -> list[int]:
        """Per round, the summed weight × grade that these classes paid the full price for."""
        entries, owners = entries_of(self._support.class_starts, classes)
        rounds = self._round_of[self._support.class_items[entries]]
        paid = rounds >= 0
        values = self._support.sizes[owners[paid]]
        if self._support.class_grades is not None:
            values = values * self._support.class_grades[entries[paid]]
        return [int(v) for v in np.bincount(rounds[paid], weights=values, minlength=len(self.prices))]

    def balances(self, classes: Iterable[int]) -> list[int]:
        """What a single voter of each class holds, in 1 / unit. Classes must not have been emptied."""
        known: dict[tuple[tuple[int, int], ...], int] = {}
        result = []
        starts, items, grades = (
            self._support.class_starts,
            self._support.class_items,
            self._support.class_grades,
        )
        for voter in classes:
            entries = slice(int(starts[voter]), int(starts[voter + 1]))
            rounds = self._round_of[items[entries]].tolist()
            worth = grades[entries].tolist() if grades is not None else [1] * len(rounds)
            paid = tuple(sorted((r, g) for r, g in zip(rounds, worth, strict=True) if r >= 0))
            if paid not in known:
                known[paid] = self.endowment - sum(self.prices[r] * g for r, g in paid)
            result.append(known[paid])
        return result

    def price(self, number: int) -> Fraction:
        """The exact price of a booked round."""
        return Fraction(self.prices[number], self.unit)


def entries_of(starts: Integers, rows: Integers) -> tuple[Integers, Integers]:
    """All entries of these rows of a compressed table, and beside each the row it belongs to."""
    lengths = starts[rows + 1] - starts[rows]
    owners = np.repeat(rows, lengths)
    shift = np.repeat(starts[rows] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return np.arange(len(owners)) + shift, owners
