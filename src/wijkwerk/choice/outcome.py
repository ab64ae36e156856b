"""The outcome of a count with all that an outsider needs to recount and to explain it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from wijkwerk.choice.election import Election
from wijkwerk.choice.hashing import ENGINE, fingerprint
from wijkwerk.choice.money import as_number, rounded
from wijkwerk.choice.rules.equal_shares.engine import Run
from wijkwerk.choice.settings import Settings
from wijkwerk.choice.ties import Tie


class Why(StrEnum):
    """Why a project was not funded."""

    WITHDRAWN = "withdrawn"
    TOO_DEAR = "dearer than the whole budget"
    NO_SUPPORT = "nobody chose it"
    BELOW_THRESHOLD = "below the threshold"
    NO_ROOM = "did not fit in the money left"
    AFTER_THE_STOP = "came after the project at which the count stopped"
    TOO_FEW_VOTES = "too few votes for its cost"
    SUPPORT_SPENT = "its supporters' money went to other projects"
    NOT_IN_TIME = "its supporters did not have its cost together in time"
    NOT_IN_BEST_SET = "not in the most valuable set"
    EXCLUDED = "excludes, or needs what is excluded by, a project that won"
    WAITED = "needs a project that did not win"
    OUTSIDE_POTS = "belongs to no pot"
    GROUP_FULL = "its group reached its ceiling"


@dataclass(frozen=True)
class Loss:
    """Why a project was not funded, and by whom where another project or a group is the cause."""

    why: Why
    by: str = ""

    def as_json(self) -> dict[str, str]:
        """Reason, and cause if there is one."""
        return {"why": self.why.name.lower(), **({"by": self.by} if self.by else {})}


@dataclass(frozen=True)
class Step:
    """One purchase. See `rules.task.Round` for the numbers; `stage` is the pot, floor or completion it was in."""

    project: str
    cost: int
    stage: str
    measure: Fraction
    price: Fraction | None = None
    payers: int = 0
    partial: int = 0
    partial_sum: Fraction = Fraction(0)

    def as_json(self, scale: int) -> dict[str, Any]:
        """Amounts in whole currency; the exact price as a fraction where that is short enough to read."""
        row: dict[str, Any] = {
            "project": self.project,
            "cost": as_number(self.cost, scale),
            "stage": self.stage,
        }
        row["measure"] = rounded(self.measure, 12)
        if self.price is not None:
            exact = str(self.price / scale)
            row["price"] = rounded(self.price / scale, 9)
            row |= {"price_exact": exact} if len(exact) <= 60 else {}
            row |= {"payers": self.payers, "partial_payers": self.partial}
            row["partial_sum"] = rounded(self.partial_sum / scale, 9)
        return row


@dataclass(frozen=True)
class TieEffect:
    """What another way of settling a tie would have given. Nothing gained or lost: it made no difference."""

    tie: int
    first: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Winners in the order they were chosen (or, for a ranking rule, everything in order and what fits)."""

    order: tuple[str, ...]
    winners: tuple[str, ...]
    total_cost: int
    steps: tuple[Step, ...]
    losses: Mapping[str, Loss]
    votes: Mapping[str, int]
    scores: Mapping[str, int]
    ties: tuple[Tie, ...]
    tie_effects: tuple[TieEffect, ...]
    increments: int | None
    endowment: Fraction | None
    settings: Settings
    election: Election = field(compare=False, repr=False)
    details: Mapping[str, Any] = field(default_factory=dict)
    runs: tuple[Run, ...] = field(default=(), compare=False, repr=False)
    """Equal Shares only: the state of the voters in each stage, for the explanations."""
    engine: str = ENGINE

    @property
    def left_over(self) -> int:
        """Unspent money in minor units."""
        return self.election.budget - self.total_cost

    def _body(self) -> dict[str, Any]:
        scale = self.election.scale
        return {
            "rule": self.settings.rule.value,
            "order": list(self.order),
            "winners": list(self.winners),
            "total_cost": as_number(self.total_cost, scale),
            "budget": as_number(self.election.budget, scale),
            "currency": self.election.currency,
            "voters": self.election.voters,
            "increments": self.increments,
            "endowment": None if self.endowment is None else str(self.endowment / scale),
            "rounds": [step.as_json(scale) for step in self.steps],
            "not_funded": {name: loss.as_json() for name, loss in sorted(self.losses.items())},
            "votes": dict(sorted(self.votes.items())),
            "scores": dict(sorted(self.scores.items())),
            "ties": [self._tie(number, tie) for number, tie in enumerate(self.ties)],
            "details": dict(self.details),
            "settings": self.settings.as_json(),
            "settings_hash": fingerprint(self.settings.as_json()),
            "input_hash": self.election.input_hash,
            "engine": self.engine,
        }

    def _tie(self, number: int, tie: Tie) -> dict[str, Any]:
        effects = [effect for effect in self.tie_effects if effect.tie == number]
        otherwise = [{"first": e.first, "gained": list(e.gained), "lost": list(e.lost)} for e in effects]
        return {**tie.as_json(), "otherwise": otherwise}

    @property
    def hash(self) -> str:
        """Fingerprint of the whole outcome, votes and settings included."""
        return fingerprint(self._body())

    def as_json(self) -> dict[str, Any]:
        """Only dicts, lists, strings and numbers."""
        body = self._body()
        return {**body, "hash": fingerprint(body)}
