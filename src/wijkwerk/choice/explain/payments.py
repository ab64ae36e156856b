"""Who paid what in Equal Shares: per purchase, what one voter of each class gave.

Amounts are rounded to a hundredth of a minor unit for showing. The exact prices are in the outcome's steps.
"""

from dataclasses import dataclass

import numpy as np

from wijkwerk.choice.election import Integers
from wijkwerk.choice.outcome import Outcome
from wijkwerk.choice.rules.equal_shares.engine import Run
from wijkwerk.choice.rules.equal_shares.shares import Mask
from wijkwerk.choice.support import Floats, Support, support_of


@dataclass(frozen=True, eq=False)
class Payment:
    """One purchase: the classes of supporters and what one voter of each paid, in minor units."""

    project: int
    classes: Integers
    amounts: Floats


@dataclass(frozen=True, eq=False)
class Payments:
    """All purchases, and what one voter of each class holds in the end."""

    support: Support
    rows: tuple[Payment, ...]
    left: Floats

    def by_supporters(self, place: int) -> dict[int, float]:
        """What the supporters of a project paid together for each project that was bought."""
        mine = np.zeros(len(self.left), dtype=bool)
        mine[self.supporters(place)] = True
        return {row.project: self._together(row, mine) for row in self.rows}

    def _together(self, row: Payment, mine: Mask) -> float:
        inside = mine[row.classes]
        return float(row.amounts[inside] @ self.support.sizes[row.classes[inside]])

    def supporters(self, place: int) -> Integers:
        """The classes that support a project."""
        return self.support.voters[self.support.starts[place] : self.support.starts[place + 1]]

    def left_to_supporters(self, place: int) -> float:
        """What the supporters of a project hold together in the end."""
        classes = self.supporters(place)
        return float(self.left[classes] @ self.support.sizes[classes])


def payments(outcome: Outcome) -> Payments | None:
    """The payments of a count by Equal Shares; None under another rule."""
    if not outcome.runs:
        return None
    support = support_of(outcome.election, outcome.settings.utility, outcome.settings.borda_last)
    rows: list[Payment] = []
    left = np.zeros(len(support.sizes))
    for run in outcome.runs:
        paid, rest = _replay(support, run)
        rows += paid
        left += rest
    return Payments(support, tuple(rows), left)


def _replay(support: Support, run: Run) -> tuple[list[Payment], Floats]:
    money = np.full(len(support.sizes), float(run.endowment))
    rows = []
    for place, share in zip(run.order, run.shares, strict=True):
        entries = slice(int(support.starts[place]), int(support.starts[place + 1]))
        classes = support.voters[entries]
        grades = 1.0 if support.grades is None else support.grades[entries]
        amounts = np.where(share.poor, money[classes], share.price * grades)
        money[classes] = np.where(share.poor, 0.0, np.maximum(money[classes] - amounts, 0.0))
        rows.append(Payment(place, classes, amounts))
    return rows, money
