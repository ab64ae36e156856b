"""How much may stand on a ballot: the same limits for a page that takes votes and for a file that is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wijkwerk.choice.errors import BallotError

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit that a ballot breaks: `what` is length, sum_cost, points or sum_points."""

    what: str
    value: Number
    least: Number | None
    most: Number | None

    def __str__(self) -> str:
        if self.least is not None and self.value < self.least:
            return f"{self.value} is less than min_{self.what}, {self.least}."
        return f"{self.value} is more than max_{self.what}, {self.most}."


@dataclass(frozen=True)
class Limits:
    """Named as in Pabulib; None is no limit. A knapsack ballot has `max_sum_cost`, choose-1 a length of one."""

    min_length: Number | None = None
    max_length: Number | None = None
    min_sum_cost: Number | None = None
    max_sum_cost: Number | None = None
    min_points: Number | None = None
    max_points: Number | None = None
    min_sum_points: Number | None = None
    max_sum_points: Number | None = None

    def breaches(self, costs: Sequence[Number], points: Sequence[int] | None = None) -> Iterator[Breach]:
        """What a ballot breaks that names projects of these costs, with these points if it has any."""
        yield from _outside("length", len(costs), self.min_length, self.max_length)
        if self.min_sum_cost is not None or self.max_sum_cost is not None:
            yield from _outside("sum_cost", sum(costs), self.min_sum_cost, self.max_sum_cost)
        for value in points or ():
            yield from _outside("points", value, self.min_points, self.max_points)
        if points:
            yield from _outside("sum_points", sum(points), self.min_sum_points, self.max_sum_points)

    def check(self, number: int, costs: Sequence[Number], points: Sequence[int] | None = None) -> None:
        """Refuse a ballot that breaks a limit."""
        for breach in self.breaches(costs, points):
            raise BallotError(f"Ballot {number} breaks a limit: {breach}")

    @property
    def idle(self) -> bool:
        """Whether nothing is limited."""
        return self == Limits()


def _outside(what: str, value: Number, least: Number | None, most: Number | None) -> Iterator[Breach]:
    if (least is not None and value < least) or (most is not None and value > most):
        yield Breach(what, value, least, most)
