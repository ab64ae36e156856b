"""The knapsack optimum: the set of projects with the greatest total utility that the budget can pay.

A list of partial sets is grown project by project; one that costs no less and is worth no more than another is
dropped, and so is one that even the best use of the money left cannot bring to the best set found so far.
Amounts are whole numbers throughout; square roots of costs are taken to 30 decimals.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import isqrt

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import May
from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.rules.greedy import greedy, merit
from wijkwerk.choice.rules.task import Choice, Round, Task
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import Tie, TieChain

DIGITS = 10**30
MOST_PARTIAL_SETS = 500_000


@dataclass(frozen=True, slots=True)
class Partial:
    """A set of projects as bits (the highest bit is what the tie chain puts first), and how many sets equal it."""

    worth: int
    cost: int
    bits: int
    ways: int
    spent: tuple[int, ...] = ()
    bound: int = 0
    """The chosen projects that a constraint names: only sets that agree in these are compared."""


def knapsack(task: Task) -> Choice:
    """Choose the set of greatest utility; among equals the cheapest, then the one the tie chain prefers."""
    able = sorted(
        (p for p in task.open if worth(task, p) > 0 and task.cost(p) <= task.budget and _may_ever(task, p)),
        key=task.name,
    )
    best = _Search(task, able).best()
    ties: tuple[Tie, ...] = ()
    if best.ways > 1:
        tie = task.chain.settle((task.name(p) for p in able), at="the whole set")
        able = [task.election.place[name] for name in tie.order]
        best, ties = _Search(task, able).best(), (tie,)
    merits = {p: merit(task.support, task.utility, p, task.cost(p)) for p in able}
    winners = [p for number, p in enumerate(able) if best.bits >> (len(able) - 1 - number) & 1]
    winners.sort(key=lambda p: merits[p], reverse=True)
    for place in winners:
        task.gate.choose(place)
    return Choice(tuple(Round(place, merits[place][1]) for place in winners), ties)


def worth(task: Task, place: int) -> int:
    """Total utility of a project over all voters, as a whole number."""
    cost, score = task.cost(place), task.support.scores[place]
    if task.utility in (Utility.COST, Utility.SCORE):
        return score * cost
    return score * isqrt(cost * DIGITS * DIGITS) if task.utility is Utility.SQRT_COST else score


def _may_ever(task: Task, place: int) -> bool:
    return task.gate.may(place) is not May.NEVER


class _Search:
    """Grows the list of partial sets, the best value for money first."""

    def __init__(self, task: Task, preferred: list[int]) -> None:
        self._task = task
        self._bit = {p: 1 << (len(preferred) - 1 - number) for number, p in enumerate(preferred)}
        self._places = sorted(preferred, key=lambda p: -Fraction(worth(task, p), max(task.cost(p), 1)))
        self._worth = [worth(task, p) for p in self._places]
        self._costs = [task.cost(p) for p in self._places]
        # What greedy reaches is possible, so a set that cannot become worth as much needs no further thought.
        by_id = TieChain(("id",), seed=None, costs={}, votes={})
        known = greedy(replace(task, chain=by_id, gate=task.gate.copy())).order
        self._floor = sum(worth(task, p) for p in known)

    def best(self) -> Partial:
        """The best set of all; constraints that wait for other projects are checked at the end."""
        gate = self._task.gate
        partial = [Partial(0, 0, 0, 1, gate.ceiling_state())]
        for number, place in enumerate(self._places):
            grown = [new for old in partial if (new := self._with(old, number, place)) is not None]
            partial = self._undominated(partial + grown)
            left = self._task.budget
            if len(partial) > 32:
                partial = [
                    p for p in partial if p.worth + self._most(number + 1, left - p.cost) >= self._floor
                ]
            if len(partial) > MOST_PARTIAL_SETS:
                raise SettingError("This knapsack has too many near-equal sets to find the optimum exactly.")
        if not gate.idle:
            partial = [
                p for p in partial if gate.complete([q for q in self._places if p.bits & self._bit[q]])
            ]
        most = max(p.worth for p in partial)
        cheapest = min(p.cost for p in partial if p.worth == most)
        level = [p for p in partial if (p.worth, p.cost) == (most, cheapest)]
        return replace(max(level, key=lambda p: p.bits), ways=sum(p.ways for p in level))

    def _with(self, old: Partial, number: int, place: int) -> Partial | None:
        patience.check()
        cost, gate = old.cost + self._costs[number], self._task.gate
        if cost > self._task.budget:
            return None
        bits, spent, bound = old.bits | self._bit[place], old.spent, old.bound
        if not gate.idle:
            room = gate.spend(spent, place)
            if room is None or any(old.bits & self._bit.get(q, 0) for q in gate.rivals(place)):
                return None
            spent = room
            bound |= self._bit[place] if gate.is_bound(place) else 0
        return Partial(old.worth + self._worth[number], cost, bits, old.ways, spent, bound)

    def _undominated(self, partial: list[Partial]) -> list[Partial]:
        partial.sort(key=lambda p: (p.cost, -p.worth, -p.bits))
        kept: list[Partial] = []
        most: dict[tuple[tuple[int, ...], int], int] = {}
        for entry in partial:
            state = (entry.spent, entry.bound)
            at = most.get(state, -1)
            if at < 0 or entry.worth > kept[at].worth:
                most[state] = len(kept)
                kept.append(entry)
            elif (entry.worth, entry.cost) == (kept[at].worth, kept[at].cost):
                kept[at] = replace(kept[at], ways=kept[at].ways + entry.ways)
        return kept

    def _most(self, start: int, money: int) -> int:
        """What the projects still to come could add at most: the best value first, the last one in part."""
        total = 0
        for number in range(start, len(self._costs)):
            cost = self._costs[number]
            if cost > money:
                return total - (-self._worth[number] * money // cost)
            money -= cost
            total += self._worth[number]
        return total
