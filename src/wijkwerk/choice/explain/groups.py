"""Round by round who paid: supporters who paid as much as each other stand together.

Of Equal Shares only; under another rule voters pay nothing. Amounts are rounded to a hundredth of a minor unit for
showing, and the exact price of a round stands in its step.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from wijkwerk.choice.explain.payments import Payments, payments
from wijkwerk.choice.outcome import Outcome, Step

MOST_GROUPS = 12
"""Of each round the groups with the most voters are shown; the others stand together."""


@dataclass(frozen=True)
class Group:
    """Supporters in one round: how many, and what each of them paid; None for the many small groups together."""

    voters: int
    each: Fraction | None
    together: Fraction


@dataclass(frozen=True)
class RoundOfPayments:
    """One purchase, what was left of the budget after it, and who paid."""

    number: int
    step: Step
    left: int
    groups: tuple[Group, ...]


def rounds(outcome: Outcome) -> Iterator[RoundOfPayments]:
    """All purchases in order."""
    table = payments(outcome)
    paid = {row.project: row for row in table.rows} if table else {}
    left = outcome.election.budget
    for number, step in enumerate(outcome.steps, start=1):
        left -= step.cost
        row = paid.get(outcome.election.place[step.project])
        amounts = (
            []
            if table is None or row is None
            else list(zip(row.amounts.tolist(), table.support.sizes[row.classes].tolist(), strict=True))
        )
        yield RoundOfPayments(number, step, left, _groups(amounts))


def _groups(amounts: list[tuple[float, int]]) -> tuple[Group, ...]:
    voters: dict[int, int] = defaultdict(int)
    sums: dict[int, float] = defaultdict(float)
    for amount, size in amounts:
        key = round(amount * 100)
        voters[key] += size
        sums[key] += amount * size
    order = sorted(voters, key=lambda key: (-voters[key], -key))
    shown = [Group(voters[key], Fraction(key, 100), _hundredths(sums[key])) for key in order[:MOST_GROUPS]]
    shown.sort(key=lambda group: -(group.each or 0))
    if rest := order[MOST_GROUPS:]:
        together = _hundredths(sum(sums[key] for key in rest))
        shown.append(Group(sum(voters[key] for key in rest), None, together))
    return tuple(shown)


def left_with_voters(outcome: Outcome) -> tuple[Group, ...]:
    """What voters still hold in the end, those who hold as much together."""
    table: Payments | None = payments(outcome)
    if table is None:
        return ()
    return _groups(list(zip(table.left.tolist(), table.support.sizes.tolist(), strict=True)))


def _hundredths(amount: float) -> Fraction:
    return Fraction(round(amount * 100), 100)
