"""The same votes under other rules, side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from wijkwerk.choice.count import count
from wijkwerk.choice.election import Election
from wijkwerk.choice.outcome import Outcome
from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings


@dataclass(frozen=True)
class Column:
    """What one rule gives. Money in minor units, per label (`category:…`, `area:…`)."""

    settings: Settings
    winners: tuple[str, ...]
    total_cost: int
    voters: int
    voters_with_one: int
    funded_choices: int
    money: Mapping[str, int]

    @property
    def share_with_one(self) -> Fraction:
        """The part of the voters with at least one funded choice."""
        return Fraction(self.voters_with_one, self.voters) if self.voters else Fraction(0)

    @property
    def average_funded(self) -> Fraction:
        """Funded choices per voter."""
        return Fraction(self.funded_choices, self.voters) if self.voters else Fraction(0)


def usual_rules(settings: Settings) -> tuple[Settings, ...]:
    """These settings, and beside them greedy, Equal Shares completed, Phragmén and the knapsack optimum."""
    plain = replace(settings, completion=Completion.NONE, comparison=Comparison.NONE)
    others = (
        replace(plain, rule=Rule.GREEDY),
        replace(settings, rule=Rule.EQUAL_SHARES, completion=Completion.ADD1U, comparison=Comparison.NONE),
        replace(plain, rule=Rule.PHRAGMEN),
        replace(plain, rule=Rule.KNAPSACK),
    )
    return (settings, *(other for other in others if other.as_json() != settings.as_json()))


def compare(election: Election, rules: Sequence[Settings]) -> tuple[Column, ...]:
    """Count the same votes under each of these settings."""
    return tuple(column(count(election, settings, alternatives=False)) for settings in rules)


def column(outcome: Outcome) -> Column:
    """The figures of one outcome. A choice is a project that a ballot names, whatever its points or place."""
    election = outcome.election
    won = np.zeros(len(election.projects), dtype=np.int64)
    won[[election.place[name] for name in outcome.winners]] = 1
    owners = election.class_of_entry
    funded = np.bincount(owners, weights=won[election.items], minlength=len(election.weights)).astype(
        np.int64
    )
    money: Counter[str] = Counter()
    for name in outcome.winners:
        project = election.projects[election.place[name]]
        money.update(dict.fromkeys(project.labels, project.cost))
    return Column(
        settings=outcome.settings,
        winners=outcome.winners,
        total_cost=outcome.total_cost,
        voters=election.voters,
        voters_with_one=int(election.weights[funded > 0].sum()),
        funded_choices=int((funded * election.weights).sum()),
        money=dict(sorted(money.items())),
    )
