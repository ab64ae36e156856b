"""What a rule is asked to do, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wijkwerk.choice.constraints import Gate
from wijkwerk.choice.election import Election
from wijkwerk.choice.support import Support, Utility
from wijkwerk.choice.ties import Tie, TieChain

if TYPE_CHECKING:
    from wijkwerk.choice.rules.equal_shares.engine import Run


@dataclass(frozen=True)
class Task:
    """Choose among `open` (places in the list of projects), spending at most `budget`."""

    election: Election
    support: Support
    utility: Utility
    budget: int
    open: tuple[int, ...]
    chain: TieChain
    gate: Gate

    def name(self, place: int) -> str:
        """The id of a project."""
        return self.election.projects[place].id

    def cost(self, place: int) -> int:
        """The cost of a project in minor units."""
        return self.election.projects[place].cost

    def settle(self, level: Sequence[int], at: int) -> tuple[int, Tie | None]:
        """Who comes first among level projects, and the tie if there was one. `at` counts rounds from 1."""
        if len(level) == 1:
            return level[0], None
        tie = self.chain.settle((self.name(place) for place in level), at=f"round {at}")
        return self.election.place[tie.order[0]], tie


@dataclass(frozen=True)
class Round:
    """One choice: what it cost, what it was worth, and, where voters pay themselves, how it was paid.

    `measure` is what the rule compared: points or votes per unit (greedy), price per unit of utility (Equal
    Shares), load (Phragmén); compare only within a rule. `payers` pay the full share `price` (times their
    grade); `partial` payers gave all they had left, together `partial_sum`.
    """

    project: int
    measure: Fraction
    price: Fraction | None = None
    payers: int = 0
    partial: int = 0
    partial_sum: Fraction = Fraction(0)


@dataclass(frozen=True)
class Choice:
    """What a rule chose, in order, and the ties it met on the way."""

    rounds: tuple[Round, ...]
    ties: tuple[Tie, ...] = ()
    increments: int | None = None
    endowment: Fraction | None = None
    run: "Run | None" = None
    """Equal Shares only: the state of the voters at the end, for the explanations."""

    @property
    def order(self) -> tuple[int, ...]:
        """The chosen projects, first choice first."""
        return tuple(step.project for step in self.rounds)
