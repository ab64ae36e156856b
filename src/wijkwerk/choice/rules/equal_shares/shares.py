"""What a project would cost each of its supporters, given the money they still hold.

The share is the least price at which everybody who can pays the price (times their grade) and the others give
all they have. Leaving anybody out of "the others" only makes the computed price too low, so every step of the
search below yields a lower bound that holds; `verify` proves the last one right, or asks the exact ledger.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from wijkwerk.choice.election import Integers
from wijkwerk.choice.rules.equal_shares.ledger import Ledger
from wijkwerk.choice.support import Floats, dot

EPSILON = 2.0**-53
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Backers:
    """The supporters of one project. `grades` is None where each pays the same full price."""

    place: int
    cost: int
    classes: Integers
    weights: Floats
    grades: Floats | None
    full: float
    """Sum of weight × grade: the share is cost / full while everybody can pay."""
    highest: float
    voters: float
    noise: float
    """Bound on the relative rounding error of a sum over these supporters."""


@dataclass(frozen=True, eq=False)
class Share:
    """A price that is certain: within `error` of `price`, exactly `exact` if that was needed."""

    price: float
    error: float
    poor: Mask
    left: Floats
    full: int
    exact: Fraction | None = None


class Purses:
    """The money of every class: floats within `error` of the truth, and the exact ledger behind them."""

    def __init__(self, ledger: Ledger, classes: int, endowment: Fraction) -> None:
        self.ledger = ledger
        self.start = float(endowment)
        self.money: Floats = np.full(classes, self.start)
        self.empty: Mask = np.zeros(classes, dtype=bool)
        self.error = EPSILON * self.start

    def lower_bound(self, backers: Backers, known: float) -> tuple[float, bool] | None:
        """A bound that no true share is below, and whether it is about the share itself; None: certainly unpayable.

        One step up from a bound that was `known` to hold: what is still due at that price falls on those who can
        pay more. A bound that is not final is simply improved again when its project comes up again.
        """
        money, weights = self.money[backers.classes], backers.weights
        asked = known if backers.grades is None else known * backers.grades
        raised = dot(weights, np.minimum(money, asked))
        rich = (money > asked).astype(np.float64)
        full = dot(weights if backers.grades is None else weights * backers.grades, rich)
        slack = backers.voters * self.error + 2 * backers.noise * backers.cost
        due = backers.cost - raised
        if full <= 0:
            return None if due > slack else (known, True)
        bound = known + (due - slack) / full
        return (bound, due <= slack + 1e-12 * backers.cost) if bound > known else (known, True)

    def verify(self, backers: Backers, known: float = 0.0) -> Share | None:
        """The share, proved; None when the supporters cannot pay after all. Not below `known`, if that is given."""
        money = self.money[backers.classes]
        poor, price = _search(backers, money, known)
        full = _full(backers, ~poor) if poor.any() else backers.full
        if full > 0:
            price = (backers.cost - dot(backers.weights, np.where(poor, money, 0.0))) / full
            alive = (poor & (money > 0)).astype(np.float64)
            loose = dot(backers.weights, alive) * self.error + backers.noise * backers.cost
            error = loose / full + 4 * EPSILON * price
            left = money - (price if backers.grades is None else price * backers.grades)
            margin = (
                self.error + error * backers.highest + 8 * EPSILON * (self.start + price * backers.highest)
            )
            if (np.where(poor, -left, left) > margin).all():
                return Share(price, error, poor, np.where(poor, 0.0, left), int(full))
        return self.exactly(backers, price)

    def exactly(self, backers: Backers, guess: float | None = None) -> Share | None:
        """The share in whole numbers. Floats only sort out who is clearly poor or clearly rich, and that is checked."""
        self.ledger.book()
        money = self.money[backers.classes]
        if guess is None:
            _, guess = _search(backers, money, 0.0)
        grades = np.ones_like(money) if backers.grades is None else backers.grades
        empty = self.empty[backers.classes]
        width = max(1e-9 * self.start, 4 * self.error)
        while True:
            gap = money - guess * grades
            poor, rich = (gap < -width) & ~empty, (gap > width) & ~empty
            unclear = np.flatnonzero(~(poor | rich | empty))
            found = self._fill(backers, grades, poor, rich, unclear)
            price, paid_all = (None, unclear) if found is None else found
            if price is not None and self._holds(float(price), money, grades, poor, rich):
                break
            if not (poor.any() or rich.any()):
                if price is None:
                    return None
                break
            width = max(width * 100, abs(float(price) - guess) * 2 if price is not None else 0.0)
            guess = guess if price is None else float(price)
        poor = poor | empty
        poor[paid_all] = True
        left = np.where(poor, 0.0, money - float(price) * grades)
        self._exact_left(backers, grades, price, [i for i in unclear.tolist() if not poor[i]], left)
        full = int(_full(backers, ~poor))
        return Share(float(price), 2 * EPSILON * float(price), poor, left, full, price)

    def _fill(
        self, backers: Backers, grades: Floats, poor: Mask, rich: Mask, unclear: Integers
    ) -> tuple[Fraction, list[int]] | None:
        """Let the unclear give all they have, poorest first, until the rest can pay an equal price."""
        unit = self.ledger.unit
        due = backers.cost * unit - self.ledger.money(backers.classes[poor])
        held = self.ledger.balances(backers.classes[unclear].tolist())
        rows = [
            (Fraction(money, int(grades[i])), money, int(backers.weights[i]), int(grades[i]), i)
            for money, i in zip(held, unclear.tolist(), strict=True)
        ]
        rows.sort()
        full = int(_full(backers, rich)) + sum(weight * grade for _, _, weight, grade, _ in rows)
        paid_all: list[int] = []
        for ratio, money, weight, grade, i in rows:
            if ratio * full >= due:
                break
            due -= money * weight
            full -= weight * grade
            paid_all.append(i)
        return (Fraction(due, full * unit), paid_all) if full > 0 else None

    def _holds(self, price: float, money: Floats, grades: Floats, poor: Mask, rich: Mask) -> bool:
        asked, spread = price * grades, 8 * EPSILON * self.start
        return bool(
            (money[poor] + self.error + spread <= asked[poor] * (1 - 8 * EPSILON)).all()
            and (money[rich] - self.error - spread >= asked[rich] * (1 + 8 * EPSILON)).all()
        )

    def _exact_left(
        self, backers: Backers, grades: Floats, price: Fraction, rows: list[int], left: Floats
    ) -> None:
        held = self.ledger.balances(backers.classes[rows].tolist()) if rows else []
        for i, money in zip(rows, held, strict=True):
            left[i] = float(Fraction(money, self.ledger.unit) - price * int(grades[i]))

    def pay(self, backers: Backers, share: Share) -> None:
        """Take the share from the purses and note it in the ledger."""
        emptied = backers.classes[share.poor & ~self.empty[backers.classes]]
        self.ledger.record(backers.place, emptied, share.full)
        self.money[backers.classes] = share.left
        self.empty[emptied] = True
        self.error += share.error * backers.highest + 8 * EPSILON * self.start


def _search(backers: Backers, money: Floats, known: float) -> tuple[Mask, float]:
    """Who cannot pay in full, and the price for the others, in floats."""
    grades = backers.grades
    price = max(backers.cost / backers.full, known)
    poor = money < (price if grades is None else price * grades)
    while poor.any():
        full = _full(backers, ~poor)
        due = backers.cost - dot(backers.weights, np.where(poor, money, 0.0))
        if full <= 0 or due / full <= price:
            break
        price = due / full
        more = poor | (money < (price if grades is None else price * grades))
        if np.array_equal(more, poor):
            break
        poor = more
    return poor, price


def _full(backers: Backers, who: Mask) -> float:
    weights = backers.weights if backers.grades is None else backers.weights * backers.grades
    return dot(weights, who.astype(np.float64))
