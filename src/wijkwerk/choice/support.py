"""Who supports which project, and how much it is worth to them: what every rule counts with."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wijkwerk.choice.election import BallotKind, Election, Integers
from wijkwerk.choice.errors import SettingError

Floats = NDArray[np.float64]


class Utility(StrEnum):
    """What a funded project is worth to a voter who named it."""

    COST = "cost"
    CARDINALITY = "cardinality"
    SQRT_COST = "sqrt-cost"
    POINTS = "points"
    BORDA = "borda"
    SCORE = "score"
    """Points (or places) times cost: greedy then orders by total score, as many cities do."""

    @property
    def is_graded(self) -> bool:
        """Whether one supporter can value a project more than another does."""
        return self in (Utility.POINTS, Utility.BORDA, Utility.SCORE)


@dataclass(frozen=True, eq=False)
class Support:
    """Entries by project: those of `p` are `starts[p]:starts[p + 1]`, each a class of voters with a grade.

    Grades are 1 where every supporter values a project alike. Floats here hold whole numbers below 2**53.
    """

    starts: Integers
    voters: Integers
    weights: Floats
    grades: Floats | None
    class_starts: Integers
    class_items: Integers
    class_grades: Integers | None
    sizes: Integers
    """Voters per class."""
    scores: tuple[int, ...]
    """Sum of grades per project, negative points of a scoring ballot included."""

    @cached_property
    def votes(self) -> tuple[int, ...]:
        """Supporters per project."""
        return _totals(_repeat_owner(self.starts), self.weights, len(self.starts) - 1)


def support_of(election: Election, utility: Utility, borda_last: int = 1) -> Support:
    """Supporters with their grades. Only a positive grade is support."""
    grades = _grades(election, utility, borda_last)
    items, owner = election.items, election.class_of_entry
    if grades is None:
        if election.points is not None:
            keep = election.points > 0
            items, owner = items[keep], owner[keep]
        scores = _totals(items, election.weights[owner], len(election.projects))
    else:
        scores = _totals(items, election.weights[owner] * grades, len(election.projects))
        keep = grades > 0
        items, owner, grades = items[keep], owner[keep], grades[keep]
    count, classes = len(election.projects), len(election.weights)
    by_project = np.argsort(items, kind="stable")
    voters = owner[by_project]
    return Support(
        starts=_starts(items, count),
        voters=voters,
        weights=election.weights[voters].astype(np.float64),
        grades=None if grades is None else grades[by_project].astype(np.float64),
        class_starts=_starts(owner, classes),
        class_items=items,
        class_grades=grades,
        sizes=election.weights,
        scores=scores,
    )


def _totals(keys: Integers, values: Integers | Floats, count: int) -> tuple[int, ...]:
    # Sums of whole numbers below 2**53: exact in floats.
    return tuple(int(total) for total in np.bincount(keys, weights=values, minlength=count))


def _repeat_owner(starts: Integers) -> Integers:
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def _starts(keys: Integers, count: int) -> Integers:
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys, minlength=count), out=starts[1:])
    return starts


def _grades(election: Election, utility: Utility, borda_last: int) -> Integers | None:
    if not utility.is_graded:
        return None
    if utility is not Utility.BORDA and election.points is not None:
        return election.points
    if utility is Utility.POINTS or (utility is Utility.BORDA and not election.kind.has_order):
        wanted = "points" if utility is Utility.POINTS else "an order"
        raise SettingError(
            f"Utility {utility} needs ballots with {wanted}; these are {election.kind} ballots."
        )
    if borda_last not in (0, 1):
        raise SettingError(f"The last place of a Borda list is worth 0 or 1 point, not {borda_last}.")
    if election.kind is BallotKind.APPROVAL or (
        utility is Utility.SCORE and election.kind is BallotKind.CHOOSE_ONE
    ):
        return np.ones_like(election.items)
    lengths = np.diff(election.starts)
    place = np.arange(len(election.items)) - election.starts[:-1][election.class_of_entry]
    grades: Integers = lengths[election.class_of_entry] - place - 1 + borda_last
    return grades
