"""One stage of a count: a pot, a floor, or the whole, under one rule with its completion."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import numpy as np

from wijkwerk.choice.comparison import prefers
from wijkwerk.choice.constraints import Gate
from wijkwerk.choice.election import Election, Project
from wijkwerk.choice.money import as_number
from wijkwerk.choice.outcome import Step
from wijkwerk.choice.rules.equal_shares.engine import Run
from wijkwerk.choice.rules.equal_shares.rule import Add1, equal_shares
from wijkwerk.choice.rules.greedy import greedy
from wijkwerk.choice.rules.knapsack import knapsack
from wijkwerk.choice.rules.phragmen import phragmen
from wijkwerk.choice.rules.task import Choice, Task
from wijkwerk.choice.settings import Comparison, Rule, Settings
from wijkwerk.choice.support import Support
from wijkwerk.choice.ties import Tie, TieChain


@dataclass(frozen=True)
class Stage:
    """Projects with this label (all without one) and its own money (`None`: what is left of the budget)."""

    label: str
    budget: int | None = None
    local: bool = False
    """Whether only the voters who named one of its projects share the money."""

    def has(self, project: Project) -> bool:
        """Whether a project takes part."""
        return self.budget is None or self.label in project.labels


@dataclass(frozen=True)
class StageResult:
    """What a stage chose."""

    steps: list[Step]
    ties: list[Tie]
    increments: int | None = None
    endowment: Fraction | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    run: Run | None = None

    def as_json(self, label: str, budget: int, scale: int) -> dict[str, Any]:
        """What this stage had and used, for a count in several stages."""
        return {
            "stage": label,
            "budget": as_number(budget, scale),
            "spent": as_number(sum(step.cost for step in self.steps), scale),
            "increments": self.increments,
            "endowment": None if self.endowment is None else str(self.endowment / scale),
            **self.details,
        }


def count_stage(
    election: Election,
    support: Support,
    settings: Settings,
    stage: Stage,
    chain: TieChain,
    gate: Gate,
    open_: tuple[int, ...],
    budget: int,
) -> StageResult:
    """Run the rule, then the completion, then the comparison."""
    task = Task(election, support, settings.utility, budget, open_, chain, gate)
    if settings.rule is Rule.EQUAL_SHARES:
        return _equal_shares(task, settings, stage)
    if settings.rule is Rule.KNAPSACK:
        choice = knapsack(task)
    elif settings.rule is Rule.PHRAGMEN:
        choice = phragmen(task)
    else:
        choice = greedy(
            task, skip=settings.rule is not Rule.GREEDY_NO_SKIP, threshold=threshold(election, settings)
        )
    return StageResult(_steps(task, choice, stage.label), list(choice.ties))


def threshold(election: Election, settings: Settings) -> int:
    """The least number of votes (or points) to be eligible: as set, else as the election itself says."""
    if settings.rule is not Rule.THRESHOLD:
        return 0
    return election.threshold if settings.threshold is None else settings.threshold


def _equal_shares(task: Task, settings: Settings, stage: Stage) -> StageResult:
    step = settings.increment * task.election.scale
    add1 = (
        Add1(step, settings.stop_at_exhaustion, settings.skip_increments)
        if settings.completion.raises
        else None
    )
    before = task.gate.copy()
    unit = Fraction(task.election.scale) if settings.whole_shares else None
    choice = equal_shares(task, _voters(task, stage), add1, whole=unit)
    steps, ties = _steps(task, choice, stage.label), list(choice.ties)
    if settings.completion.fills:
        won = set(choice.order)
        left = task.budget - sum(task.cost(place) for place in choice.order)
        rest = replace(task, budget=left, open=tuple(place for place in task.open if place not in won))
        filling = greedy(rest)
        steps += _steps(rest, filling, "greedy")
        ties += filling.ties
    details: dict[str, Any] = {}
    run = choice.run
    if settings.comparison is not Comparison.NONE:
        other = greedy(replace(task, gate=before))
        mine = [task.election.place[step.project] for step in steps]
        details["comparison"] = prefers(task, mine, other.order, settings.comparison)
        if details["comparison"]["chosen"] == Rule.GREEDY:
            task.gate.restore(before)
            steps, ties = _steps(task, other, "greedy"), list(other.ties)
            run = None
    return StageResult(steps, ties, choice.increments, choice.endowment, details, run)


def _voters(task: Task, stage: Stage) -> int:
    if not stage.local:
        return task.election.voters
    inside = np.isin(task.support.class_items, task.open)
    owners = np.repeat(np.arange(len(task.support.sizes)), np.diff(task.support.class_starts))
    return int(task.support.sizes[np.unique(owners[inside])].sum())


def _steps(task: Task, choice: Choice, stage: str) -> list[Step]:
    return [
        Step(
            task.name(r.project),
            task.cost(r.project),
            stage,
            r.measure,
            r.price,
            r.payers,
            r.partial,
            r.partial_sum,
        )
        for r in choice.rounds
    ]
