"""One run of Equal Shares for a given endowment per voter.

A heap holds, per project, a lower bound on its price per unit of utility. Money only falls, so a bound stays
valid, and a round looks at the few projects on top. Projects that floats cannot tell apart are compared exactly.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heapify, heappop, heappush, heapreplace
from math import sqrt

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import Gate, May
from wijkwerk.choice.rules.equal_shares.ledger import Ledger
from wijkwerk.choice.rules.equal_shares.shares import EPSILON, Backers, Purses, Share
from wijkwerk.choice.rules.task import Task
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import Tie


@dataclass(eq=False)
class Run:
    """What one endowment gives: the order, the shares, and the purses at the end."""

    endowment: Fraction
    purses: Purses
    gate: Gate
    order: list[int] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)


class Engine:
    """Everything about a task that does not depend on the endowment."""

    def __init__(self, task: Task) -> None:
        self.task = task
        support = task.support
        able = [p for p in task.open if support.votes[p] > 0 and task.cost(p) <= task.budget]
        self.free = [p for p in able if task.cost(p) == 0]
        self.backers = {p: self._backers(p) for p in able if task.cost(p) > 0}
        self.divisor = {p: self._divide(p) for p in self.backers}
        self._first = [
            (b.cost / b.full / self.divisor[p] * (1 - 16 * EPSILON), p) for p, b in self.backers.items()
        ]
        heapify(self._first)

    def _backers(self, place: int) -> Backers:
        support = self.task.support
        entries = slice(int(support.starts[place]), int(support.starts[place + 1]))
        weights = support.weights[entries]
        grades = None if support.grades is None else support.grades[entries]
        full = float(weights.sum() if grades is None else weights @ grades)
        return Backers(
            place=place,
            cost=self.task.cost(place),
            classes=support.voters[entries],
            weights=weights,
            grades=grades,
            full=full,
            highest=1.0 if grades is None else float(grades.max()),
            voters=float(weights.sum()),
            noise=(len(weights) + 8) * EPSILON,
        )

    def _divide(self, place: int) -> float:
        """What a supporter's utility is worth in full prices: the price per unit of utility is share / divisor."""
        if self.task.utility in (Utility.COST, Utility.SCORE):
            return float(self.task.cost(place))
        return sqrt(self.task.cost(place)) if self.task.utility is Utility.SQRT_COST else 1.0

    def exact_key(self, place: int, share: Fraction) -> Fraction:
        """Price per unit of utility, exactly; its square where the utility is a square root."""
        if self.task.utility in (Utility.COST, Utility.SCORE):
            return share / self.task.cost(place)
        return share * share / self.task.cost(place) if self.task.utility is Utility.SQRT_COST else share

    def spent(self, run: Run) -> int:
        """What the projects of a run cost together."""
        return sum(self.task.cost(place) for place in run.order)

    def settled(self, run: Run) -> bool:
        """Whether more money for everybody can change nothing: all that may be bought is, and everybody pays in full.

        Without constraints the first is enough. With them, a poorer voter might still tip which rival comes first.
        """
        chosen = set(run.order)
        if any(run.gate.may(place) is May.YES for place in self.backers if place not in chosen):
            return False
        return run.gate.idle or not any(share.poor.any() for share in run.shares)

    def begin(self, endowment: Fraction, gate: Gate) -> Run:
        """An empty run: full purses."""
        costs = [project.cost for project in self.task.election.projects]
        ledger = Ledger(self.task.support, costs, endowment)
        return Run(endowment, Purses(ledger, len(self.task.support.sizes), endowment), gate)

    def run(self, endowment: Fraction, gate: Gate) -> Run:
        """Choose until no project is affordable for its supporters."""
        run = self.begin(endowment, gate)
        heap = self._first.copy()
        waiting: list[tuple[float, int]] = []
        seen: dict[int, int] = {}
        while self._freshen(run, heap, waiting, seen):
            patience.check()
            key, place = heappop(heap)
            share = run.purses.verify(self.backers[place], key * self.divisor[place] * (1 - 8 * EPSILON))
            if share is None:
                continue
            limit = (share.price + share.error) / self.divisor[place] * (1 + 16 * EPSILON)
            rivals: list[tuple[float, int]] = []
            while heap and heap[0][0] <= limit and self._freshen(run, heap, waiting, seen):
                if heap[0][0] <= limit:
                    rivals.append(heappop(heap))
            if rivals:
                place, share, others = self._decide(run, [(key, place), *rivals])
                for entry in others:
                    heappush(heap, entry)
            self.choose(run, place, share)
        return run

    def _decide(self, run: Run, level: list[tuple[float, int]]) -> tuple[int, Share, list[tuple[float, int]]]:
        """Among projects that floats cannot tell apart: the best, its share, and the others that can still be paid."""
        exact = {place: run.purses.exactly(self.backers[place]) for _, place in level}
        shares = {place: share for place, share in exact.items() if share is not None}
        keys = {place: self.exact_key(place, share.exact or Fraction(0)) for place, share in shares.items()}
        best = min(keys.values())
        place, tie = self.task.settle([p for p, key in keys.items() if key == best], at=len(run.order) + 1)
        if tie is not None:
            run.ties.append(tie)
        return place, shares[place], [entry for entry in level if entry[1] in shares and entry[1] != place]

    def choose(self, run: Run, place: int, share: Share) -> None:
        """Buy a project."""
        run.purses.pay(self.backers[place], share)
        run.gate.choose(place)
        run.order.append(place)
        run.shares.append(share)

    def _freshen(
        self, run: Run, heap: list[tuple[float, int]], waiting: list[tuple[float, int]], seen: dict[int, int]
    ) -> bool:
        """Bring a project on top whose bound is of this round; False when none is left."""
        number = len(run.order)
        if waiting and not run.gate.idle:
            for entry in [entry for entry in waiting if run.gate.may(entry[1]) is not May.NOT_YET]:
                waiting.remove(entry)
                heappush(heap, entry)
        while heap:
            key, place = heap[0]
            may = run.gate.may(place)
            if may is not May.YES:
                heappop(heap)
                if may is May.NOT_YET:
                    waiting.append((key, place))
                continue
            if seen.get(place) == number:
                return True
            divisor = self.divisor[place]
            found = run.purses.lower_bound(self.backers[place], key * divisor * (1 - 8 * EPSILON))
            if found is None:
                heappop(heap)
                continue
            bound, final = found
            if final:
                seen[place] = number
            heapreplace(heap, (max(key, bound / divisor * (1 - 8 * EPSILON)), place))
        return False
