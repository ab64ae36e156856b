"""Counting: an election and settings in, an outcome out. The one door to all rules."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import SPEND, Constraints, Gate
from wijkwerk.choice.election import Election
from wijkwerk.choice.outcome import Outcome, Step, TieEffect
from wijkwerk.choice.ranked_count import count_ranked
from wijkwerk.choice.reasons import losses
from wijkwerk.choice.rules.equal_shares.engine import Run
from wijkwerk.choice.settings import Settings
from wijkwerk.choice.stages import Stage, count_stage
from wijkwerk.choice.support import support_of
from wijkwerk.choice.ties import Tie, TieChain

MOST_ALTERNATIVES = 24
"""Ties beyond this many other choices are listed without what those would have given."""

Preferences = Mapping[frozenset[str], str]


def count(election: Election, settings: Settings, *, alternatives: bool = True) -> Outcome:
    """Count. With `alternatives` every tie is counted again with each other project first."""
    outcome = _count(election, settings, {})
    if not alternatives or not outcome.ties:
        return outcome
    return replace(outcome, tie_effects=_effects(election, settings, outcome))


def _count(election: Election, settings: Settings, prefer: Preferences) -> Outcome:
    patience.check()
    chain = TieChain(
        settings.tie_order,
        seed=settings.seed,
        costs={project.id: project.cost for project in election.projects},
        votes={project.id: votes for project, votes in zip(election.projects, election.votes, strict=True)},
        prefer=prefer,
    )
    if settings.rule.is_ranking:
        return count_ranked(election, settings, chain)
    settings.constraints.check(election.projects, election.budget)
    support = support_of(election, settings.utility, settings.borda_last)
    gate = Gate(settings.constraints, election.projects)
    steps: list[Step] = []
    ties: list[Tie] = []
    shares: dict[int, Fraction | None] = {}
    parts: list[dict[str, Any]] = []
    runs: list[Run] = []
    spent = 0
    for stage in _stages(election, settings.constraints):
        won = {step.project for step in steps}
        open_ = tuple(
            place for place, project in enumerate(election.projects)
            if not project.withdrawn and project.id not in won and stage.has(project)
        )  # fmt: skip
        budget = election.budget - spent if stage.budget is None else stage.budget
        result = count_stage(election, support, settings, stage, chain, gate, open_, budget)
        steps += result.steps
        ties += result.ties
        spent += sum(step.cost for step in result.steps)
        shares |= dict.fromkeys(open_, result.endowment)
        runs += [result.run] if result.run is not None else []
        parts.append(result.as_json(stage.label, budget, election.scale))
    order = tuple(step.project for step in steps)
    ids = [project.id for project in election.projects]
    outcome = Outcome(
        order=order,
        winners=order,
        total_cost=spent,
        steps=tuple(steps),
        losses={},
        votes=dict(zip(ids, election.votes, strict=True)),
        scores=dict(zip(ids, support.scores, strict=True)),
        ties=tuple(ties),
        tie_effects=(),
        increments=result.increments,
        endowment=result.endowment,
        settings=settings,
        election=election,
        details={"stages": parts} if len(parts) > 1 else result.details,
        runs=tuple(runs),
    )
    return replace(outcome, losses=losses(outcome, support, gate, shares))


def _stages(election: Election, constraints: Constraints) -> list[Stage]:
    if constraints.pots:
        pots = [Stage(label, amount, local=True) for label, amount in sorted(constraints.pots.items())]
        return [*pots, Stage("left over")] if constraints.leftover == SPEND else pots
    floors = [Stage(label, amount) for label, amount in sorted(constraints.floors.items())]
    return [*floors, Stage("")]


def _effects(election: Election, settings: Settings, outcome: Outcome) -> tuple[TieEffect, ...]:
    others = [
        (number, tie, name)
        for number, tie in enumerate(outcome.ties)
        for name in tie.candidates
        if name != tie.order[0]
    ]
    won = set(outcome.winners)
    effects = []
    for number, tie, name in others[:MOST_ALTERNATIVES]:
        instead = set(_count(election, settings, {frozenset(tie.candidates): name}).winners)
        effects.append(TieEffect(number, name, tuple(sorted(instead - won)), tuple(sorted(won - instead))))
    return tuple(effects)
