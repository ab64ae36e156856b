"""An election as the rules see it: projects with their costs, a budget, and equal ballots merged into classes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from wijkwerk.choice.ballots import ApprovalBallot, Ballot, PointsBallot, check_names, check_weight
from wijkwerk.choice.errors import BallotError
from wijkwerk.choice.hashing import fingerprint
from wijkwerk.choice.limits import Limits

Integers = NDArray[np.int64]


MOST_POINTS = 10**9
"""Far above any real ballot, and small enough for sums over all voters to be exact."""


class BallotKind(StrEnum):
    """The five kinds of Pabulib. A knapsack ballot is an approval with a limit on the sum of costs."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"

    @property
    def has_points(self) -> bool:
        """Whether a voter writes a number beside each project."""
        return self in (BallotKind.CUMULATIVE, BallotKind.SCORING)

    @property
    def has_order(self) -> bool:
        """Whether the place on the list means something. A list of one is an order too."""
        return self in (BallotKind.ORDINAL, BallotKind.CHOOSE_ONE)


@dataclass(frozen=True, slots=True)
class Project:
    """A plan that costs money, in minor units. `withdrawn` keeps it on the list, never among the winners."""

    id: str
    cost: int
    name: str = ""
    categories: tuple[str, ...] = ()
    area: str = ""
    withdrawn: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """The groups it belongs to, as constraints name them: `category:Groen`, `area:Noord`."""
        own = {f"category:{category}" for category in self.categories}
        return frozenset(own | {f"area:{self.area}"} if self.area else own)


Row = tuple[tuple[int, ...], tuple[int, ...] | None]
"""One distinct ballot: the places of its projects in the list of projects, and its points if it has any."""


@dataclass(frozen=True, eq=False)
class Election:
    """Projects, budget in minor units (`scale` to one whole), and the classes of equal ballots.

    Class `c` names `items[starts[c]:starts[c + 1]]` (places in `projects`), best first where order counts,
    and stands for `weights[c]` voters. Empty ballots are a class too: their voters count.
    """

    projects: tuple[Project, ...]
    budget: int
    kind: BallotKind
    weights: Integers
    starts: Integers
    items: Integers
    points: Integers | None = None
    scale: int = 1
    threshold: int = 0
    currency: str = ""
    default_score: int = 0
    """Scoring ballots only: what a project gets from a voter who did not name it."""

    @classmethod
    def from_rows(
        cls,
        projects: Sequence[Project],
        budget: int,
        kind: BallotKind,
        rows: Iterable[tuple[Row, int]],
        *,
        scale: int = 1,
        threshold: int = 0,
        currency: str = "",
        default_score: int = 0,
    ) -> "Election":
        """Build from distinct ballots with their weights; rows that prove equal are merged once more."""
        merged: dict[Row, int] = {}
        ordered, has_points = kind.has_order, kind.has_points
        for row, weight in rows:
            if not ordered:
                row = _canonical(row) if has_points else (tuple(sorted(row[0])), None)
            merged[row] = merged.get(row, 0) + weight
        lengths = np.fromiter((len(items) for items, _ in merged), dtype=np.int64, count=len(merged))
        starts = np.zeros(len(merged) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        items = np.fromiter(
            chain.from_iterable(items for items, _ in merged), dtype=np.int64, count=starts[-1]
        )
        points = None
        if kind.has_points:
            points = np.fromiter(
                chain.from_iterable(p or () for _, p in merged), dtype=np.int64, count=starts[-1]
            )
            if len(points) and np.abs(points).max() > MOST_POINTS:
                raise BallotError(f"More than {MOST_POINTS} points on a ballot cannot be meant.")
        weights = np.fromiter(merged.values(), dtype=np.int64, count=len(merged))
        return cls(
            tuple(projects), budget, kind, weights, starts, items, points,
            scale=scale, threshold=threshold, currency=currency, default_score=default_score,
        )  # fmt: skip

    @classmethod
    def build(
        cls,
        projects: Sequence[Project],
        ballots: Iterable[Ballot],
        *,
        budget: int,
        kind: BallotKind | None = None,
        scale: int = 1,
        threshold: int = 0,
        limits: Limits | None = None,
    ) -> "Election":
        """Build from ballots, checked one by one. The kind follows from the first ballot unless given."""
        check_projects(projects)
        place = {project.id: number for number, project in enumerate(projects)}
        known = frozenset(place)
        rows: list[tuple[Row, int]] = []
        for number, ballot in enumerate(ballots, start=1):
            kind = kind or _kind_of(ballot)
            names = _names(ballot, kind, number)
            check_weight(number, ballot.weight)
            check_names(number, names, known)
            row = _row(ballot, names, place)
            if kind is BallotKind.CHOOSE_ONE:
                Limits(max_length=1).check(number, [projects[item].cost for item in row[0]])
            if limits is not None:
                limits.check(number, [projects[item].cost for item in row[0]], row[1])
            rows.append((row, ballot.weight))
        kind = kind or BallotKind.APPROVAL
        return cls.from_rows(projects, budget, kind, rows, scale=scale, threshold=threshold)

    def rows(self) -> Iterator[tuple[Row, int]]:
        """The distinct ballots with their weights, class by class."""
        starts, items = self.starts.tolist(), self.items.tolist()
        points = None if self.points is None else self.points.tolist()
        for number, weight in enumerate(self.weights.tolist()):
            part = slice(starts[number], starts[number + 1])
            yield (tuple(items[part]), None if points is None else tuple(points[part])), weight

    def row_of(self, ballot: Ballot) -> Row:
        """A ballot as a row, written as the classes are."""
        names = _names(ballot, self.kind, 1)
        check_names(1, names, frozenset(self.place))
        row = _row(ballot, names, self.place)
        if self.kind.has_points:
            return _canonical(row)
        return row if self.kind.has_order else (tuple(sorted(row[0])), None)

    @cached_property
    def voters(self) -> int:
        """Everybody who handed in a ballot, empty ones included."""
        return int(self.weights.sum())

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each project id stands in the list."""
        return {project.id: number for number, project in enumerate(self.projects)}

    @cached_property
    def class_of_entry(self) -> Integers:
        """For each entry of `items`, the class it belongs to."""
        return np.repeat(np.arange(len(self.weights)), np.diff(self.starts))

    @cached_property
    def votes(self) -> tuple[int, ...]:
        """How many ballots name each project."""
        counted = np.zeros(len(self.projects), dtype=np.int64)
        np.add.at(counted, self.items, self.weights[self.class_of_entry])
        return tuple(int(count) for count in counted)

    @cached_property
    def input_hash(self) -> str:
        """Fingerprint of what is counted, whatever the order of ballots and projects in the file."""
        ids = [project.id for project in self.projects]
        projects = sorted([p.id, p.cost, p.withdrawn, sorted(p.labels)] for p in self.projects)
        rows = []
        for (items, points), weight in self.rows():
            names = [ids[item] for item in items]
            if points is not None:
                rows.append([sorted(zip(names, points, strict=True)), weight])
            else:
                rows.append([names if self.kind.has_order else sorted(names), weight])
        rows.sort(key=repr)
        return fingerprint([self.kind, self.budget, self.scale, self.default_score, projects, rows])


def check_projects(projects: Sequence[Project]) -> None:
    """Refuse a double id and a negative cost."""
    seen: set[str] = set()
    for project in projects:
        if project.id in seen:
            raise BallotError(f"Project {project.id!r} stands twice in the list.")
        if project.cost < 0:
            raise BallotError(f"Project {project.id!r} has a negative cost: {project.cost}.")
        seen.add(project.id)


def _kind_of(ballot: Ballot) -> BallotKind:
    if isinstance(ballot, ApprovalBallot):
        return BallotKind.APPROVAL
    return BallotKind.CUMULATIVE if isinstance(ballot, PointsBallot) else BallotKind.ORDINAL


def _names(ballot: Ballot, kind: BallotKind, number: int) -> tuple[str, ...]:
    if kind.has_points != isinstance(ballot, PointsBallot):
        raise BallotError(f"Ballot {number} is not a ballot of the kind {kind}.")
    if isinstance(ballot, PointsBallot):
        return tuple(ballot.points)
    if isinstance(ballot, ApprovalBallot):
        if kind is BallotKind.ORDINAL:
            raise BallotError(f"Ballot {number} has no order, and this election needs one.")
        return tuple(sorted(ballot.projects))
    return tuple(ballot.order)


def _row(ballot: Ballot, names: Sequence[str], place: Mapping[str, int]) -> Row:
    points = tuple(ballot.points[name] for name in names) if isinstance(ballot, PointsBallot) else None
    return tuple(place[name] for name in names), points


def _canonical(row: Row) -> Row:
    pairs = sorted(zip(row[0], row[1] or (), strict=True))
    return tuple(item for item, _ in pairs), tuple(point for _, point in pairs)
