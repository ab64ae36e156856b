"""Who supports which project, and how much it is worth to them: what every rule counts with."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wijkwerk.choice.election import BallotKind, Election, Integers
from wijkwerk.choice.errors import SettingError

Floats = NDArray[np.float64]


CHUNK = 8192


def dot(left: Floats, right: Floats) -> float:
    """Sum of products, in pieces too small for the library to spread over cores: it would wait for the busy ones."""
    if len(left) <= CHUNK:
        return float(left @ right)
    return sum(float(left[at : at + CHUNK] @ right[at : at + CHUNK]) for at in range(0, len(left), CHUNK))


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
    items, owner, grades = _entries(election, utility, borda_last)
    worth = election.weights[owner] if grades is None else election.weights[owner] * grades
    scores = _totals(items, worth, len(election.projects))
    if grades is not None:
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


def _entries(
    election: Election, utility: Utility, borda_last: int
) -> tuple[Integers, Integers, Integers | None]:
    """For each entry: project, class and grade (None: all alike; then only positive points name a project)."""
    items, owner = election.items, election.class_of_entry
    grades = _grades(election, utility, borda_last)
    if grades is None and election.points is not None:
        keep = election.points > 0
        return items[keep], owner[keep], None
    if grades is not None and grades is election.points and election.default_score:
        count, classes = len(election.projects), len(election.weights)
        table = np.full((classes, count), election.default_score, dtype=np.int64)
        table[owner, items] = grades
        return np.tile(np.arange(count), classes), np.repeat(np.arange(classes), count), table.ravel()
    return items, owner, grades


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
