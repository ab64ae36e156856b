"""Sequential Phragmén: everybody earns money at the same speed, and supporters buy as soon as they can together.

Written with loads: a voter's load is the moment at which their money last ran out. Every load is the moment of
some earlier purchase, so sums of loads are counts of voters per purchase, and exact.
"""

from fractions import Fraction
from heapq import heapify, heappop, heappush, heapreplace

import numpy as np

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import May
from wijkwerk.choice.rules.task import Choice, Round, Task
from wijkwerk.choice.support import dot

EPSILON = 2.0**-53


def phragmen(task: Task) -> Choice:
    """Buy the project whose supporters first have its cost together; stop when the next one does not fit.

    A project needs at least one supporter. Where several are ready at the same moment and one of them does not
    fit, the count stops too, whatever the tie chain says.
    """
    return _Phragmen(task).run()


class _Phragmen:
    def __init__(self, task: Task) -> None:
        self._task = task
        able = [p for p in task.open if task.support.votes[p] > 0 and task.cost(p) <= task.budget]
        support = task.support
        self._entries = {p: slice(int(support.starts[p]), int(support.starts[p + 1])) for p in able}
        # A load only grows, so the moment known for a project is a lower bound until it is looked at again.
        self._heap = [(task.cost(p) / support.votes[p] * (1 - 4 * EPSILON), p) for p in able]
        heapify(self._heap)
        classes = len(support.sizes)
        self._loads = np.zeros(classes)
        self._last = np.zeros(classes, dtype=np.int64)
        self._moments = [Fraction(0)]
        self._waiting: list[tuple[float, int]] = []

    def run(self) -> Choice:
        task = self._task
        left = task.budget
        rounds: list[Round] = []
        ties = []
        while level := self._next():
            patience.check()
            if any(task.cost(place) > left for place, _ in level):
                break
            place, tie = task.settle([place for place, _ in level], at=len(rounds) + 1)
            moment = level[0][1]
            for other, _ in level:
                if other != place:
                    heappush(self._heap, (float(moment) * (1 - 4 * EPSILON), other))
            if tie is not None:
                ties.append(tie)
            rounds.append(Round(place, moment, payers=task.support.votes[place]))
            left -= task.cost(place)
            task.gate.choose(place)
            self._buy(place, moment)
        return Choice(tuple(rounds), tuple(ties))

    def _buy(self, place: int, moment: Fraction) -> None:
        voters = self._task.support.voters[self._entries[place]]
        self._last[voters] = len(self._moments)
        self._loads[voters] = float(moment)
        self._moments.append(moment)

    def _next(self) -> list[tuple[int, Fraction]]:
        """The projects that are ready first, with their exact moment, taken off the heap."""
        self._heap.extend(self._waiting)
        heapify(self._heap)
        self._waiting.clear()
        seen: set[int] = set()
        level: list[tuple[int, Fraction]] = []
        limit = float("inf")
        rest: list[tuple[float, int]] = []
        while self._heap and self._heap[0][0] <= limit:
            bound, place = self._heap[0]
            may = self._task.gate.may(place)
            if may is not May.YES:
                heappop(self._heap)
                if may is May.NOT_YET:
                    self._waiting.append((bound, place))
                continue
            if place not in seen:
                seen.add(place)
                low, high = self._about(place)
                limit = min(limit, high)
                heapreplace(self._heap, (max(bound, low), place))
                continue
            heappop(self._heap)
            level.append((place, self._moment(place)))
        best = min((moment for _, moment in level), default=None)
        for place, moment in level:
            if moment != best:
                rest.append((float(moment) * (1 - 4 * EPSILON), place))
        for entry in rest:
            heappush(self._heap, entry)
        return [(place, moment) for place, moment in level if moment == best]

    def _about(self, place: int) -> tuple[float, float]:
        """Bounds on the moment, by floats: each load is a correctly rounded moment."""
        support, entries = self._task.support, self._entries[place]
        weights = support.weights[entries]
        moment = (
            self._task.cost(place) + dot(weights, self._loads[support.voters[entries]])
        ) / support.votes[place]
        noise = (len(weights) + 16) * EPSILON
        return moment * (1 - noise), moment * (1 + noise)

    def _moment(self, place: int) -> Fraction:
        support, entries = self._task.support, self._entries[place]
        last = self._last[support.voters[entries]]
        counts = np.bincount(last, weights=support.weights[entries], minlength=len(self._moments))
        loads = sum((m * int(c) for m, c in zip(self._moments, counts, strict=True) if c), Fraction(0))
        return (self._task.cost(place) + loads) / support.votes[place]
