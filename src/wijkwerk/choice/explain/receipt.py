"""A receipt per ballot: what this vote paid for, and which of its choices go through. No voter is named in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from wijkwerk.choice.ballots import Ballot
from wijkwerk.choice.election import Row
from wijkwerk.choice.errors import BallotError
from wijkwerk.choice.explain.payments import Payments, payments
from wijkwerk.choice.outcome import Outcome


@dataclass(frozen=True)
class Line:
    """One choice on a ballot. `paid` in minor units, rounded to a hundredth; None where voters pay nothing."""

    project: str
    funded: bool
    paid: Fraction | None


@dataclass(frozen=True)
class Receipt:
    """What a ballot did."""

    lines: tuple[Line, ...]
    left: Fraction | None
    share: Fraction | None
    """What every voter had to spend at the start."""

    @property
    def funded(self) -> int:
        """How many of the choices go through."""
        return sum(line.funded for line in self.lines)


class Receipts:
    """Receipts of one outcome; the payments are worked out once."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._payments = payments(outcome)
        self._won = set(outcome.winners)

    def of_class(self, number: int) -> Receipt:
        """The receipt of the voters whose equal ballots are class `number` of the election."""
        election = self._outcome.election
        items = election.items[election.starts[number] : election.starts[number + 1]].tolist()
        return self._receipt([election.projects[item].id for item in items], number)

    def of_ballot(self, ballot: Ballot) -> Receipt:
        """The receipt of a ballot that was counted. Refuses one that nobody handed in."""
        number = self._classes.get(self._outcome.election.row_of(ballot))
        if number is None:
            raise BallotError("No ballot like this was counted.")
        return self.of_class(number)

    @cached_property
    def _classes(self) -> dict[Row, int]:
        return {row: number for number, (row, _) in enumerate(self._outcome.election.rows())}

    def _receipt(self, names: Sequence[str], number: int) -> Receipt:
        paid = self._paid(number, self._payments) if self._payments else None
        lines = tuple(
            Line(name, name in self._won, None if paid is None else paid.get(name, Fraction(0)))
            for name in names
        )
        if self._payments is None or len(self._outcome.runs) != 1:
            return Receipt(lines, None, None)
        left = Fraction(round(float(self._payments.left[number]) * 100), 100)
        return Receipt(lines, left, self._outcome.endowment)

    def _paid(self, number: int, table: Payments) -> dict[str, Fraction]:
        result: dict[str, Fraction] = {}
        for row in table.rows:
            for amount in row.amounts[row.classes == number].tolist():
                result[self._outcome.election.projects[row.project].id] = Fraction(round(amount * 100), 100)
        return result
