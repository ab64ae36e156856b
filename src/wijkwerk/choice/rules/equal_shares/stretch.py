"""Skipping endowments that cannot change anything.

With a fixed order of purchases, more money at the start leaves every voter at least as much money in every
round, and makes no price higher. So let `before` be the run at some endowment and follow its order at a higher
one. If in each round no other project could be bought at the earlier (higher) price with the later (fuller)
purses, and none is affordable in the end, then every endowment in between gives the same order too.
"""

from fractions import Fraction

import numpy as np

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import Gate, May
from wijkwerk.choice.rules.equal_shares.engine import Engine, Run
from wijkwerk.choice.rules.equal_shares.shares import EPSILON, Mask
from wijkwerk.choice.support import Floats

ENTRIES_PER_STEP = 20_000
"""So many entries make one sweep about as dear as a plain run (measured)."""


class Leaper:
    """Decides how far to jump: twice as far after each success, half as far after each failure.

    Looking at all entries costs more than a plain run where there are many, so there only a jump over as many steps
    is worth trying. Where it fails again and again it is tried ever more seldom.
    """

    def __init__(self, engine: Engine, step: Fraction) -> None:
        self._engine = engine
        self._stretcher = Stretcher(engine)
        self._step = step
        self._least = 1 + self._stretcher.entries // ENTRIES_PER_STEP
        self._jump = self._least
        self._pause = 0
        self._patience = 1

    def leap(self, run: Run) -> Run | None:
        """A run further on with the same order as everything in between, if one is found."""
        if self._pause:
            self._pause -= 1
            return None
        while self._jump >= self._least:
            target = run.endowment + self._jump * self._step
            if further := self._stretcher.follow(run, target, self._engine.task.gate.copy()):
                self._jump *= 2
                self._patience = 1
                return further
            self._jump //= 2
        self._jump = self._least
        self._pause = self._patience
        self._patience = min(self._patience * 2, 64)
        return None


class Stretcher:
    """Tries how far the order of a run holds. All entries of all projects are looked at in one sweep a round."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        backers = list(engine.backers.values())
        self._places = np.array([b.place for b in backers], dtype=np.int64)
        lengths = [len(b.classes) for b in backers]
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
        self._classes = np.concatenate([b.classes for b in backers])
        self._weights = np.concatenate([b.weights for b in backers])
        self._owner = np.repeat(np.arange(len(backers)), lengths)
        graded = backers[0].grades is not None
        self._grades = np.concatenate([b.grades for b in backers if b.grades is not None]) if graded else None
        self._costs = np.array([float(b.cost) for b in backers])
        self._divisors = np.array([engine.divisor[b.place] for b in backers])
        self._votes = np.array([float(b.weights.sum()) for b in backers])
        self._noise = np.array([b.noise for b in backers])
        self._row = {b.place: row for row, b in enumerate(backers)}

    @property
    def entries(self) -> int:
        """How much one sweep looks at."""
        return len(self._classes)

    def follow(self, before: Run, endowment: Fraction, gate: Gate) -> Run | None:
        """The run at this endowment if its order, and that of everything in between, is that of `before`."""
        engine = self._engine
        run = engine.begin(endowment, gate)
        rest = np.ones(len(self._places), dtype=bool)
        for number, place in enumerate(before.order):
            patience.check()
            share = run.purses.verify(engine.backers[place])
            rest[self._row[place]] = False
            if share is None or not self._unrivalled(before, run, number, self._eligible(rest, gate)):
                return None
            engine.choose(run, place, share)
        eligible = self._eligible(rest, gate)
        held = np.add.reduceat(run.purses.money[self._classes] * self._weights, self._starts)
        return run if (held + self._slack(run) < self._costs)[eligible].all() else None

    def _eligible(self, rest: Mask, gate: Gate) -> Mask:
        if gate.idle:
            return rest
        allowed: Mask = np.array([gate.may(int(place)) is May.YES for place in self._places], dtype=bool)
        return np.logical_and(rest, allowed)

    def _slack(self, run: Run) -> Floats:
        slack: Floats = self._votes * run.purses.error + self._noise * self._costs * 2
        return slack

    def _unrivalled(self, before: Run, run: Run, number: int, rest: Mask) -> bool:
        place, share = before.order[number], before.shares[number]
        key = (share.price + share.error) / self._engine.divisor[place] * (1 + 16 * EPSILON)
        asked = (key * self._divisors)[self._owner]
        if self._grades is not None:
            asked = asked * self._grades
        money = run.purses.money[self._classes]
        raised = np.add.reduceat(np.minimum(money, asked) * self._weights, self._starts)
        doubtful = np.flatnonzero((raised + self._slack(run) >= self._costs) & rest)
        return len(doubtful) == 0 or all(
            self._level(before, run, number, int(row), asked) for row in doubtful
        )

    def _level(self, before: Run, run: Run, number: int, row: int, asked: Floats) -> bool:
        """Whether a doubtful project is exactly as dear as the chosen one, and loses that tie at any endowment.

        Only answered where everybody pays in full, as with two plans that have as many votes; else it is no.
        """
        engine, other = self._engine, int(self._places[row])
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self._classes)
        mine = slice(int(self._starts[row]), int(end))
        money = run.purses.money[self._classes[mine]]
        if not (money - run.purses.error > asked[mine] * (1 + 1e-9)).all():
            return False
        ledger = before.purses.ledger
        ledger.book()
        chosen = before.order[number]
        key = engine.exact_key(chosen, ledger.price(number))
        backers = engine.backers[other]
        own = engine.exact_key(other, Fraction(backers.cost, int(backers.full)))
        return own > key or (own == key and self._loses(chosen, other))

    def _loses(self, chosen: int, other: int) -> bool:
        winner, _ = self._engine.task.settle([chosen, other], at=0)
        return winner == chosen
