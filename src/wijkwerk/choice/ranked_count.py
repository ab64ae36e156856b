"""A ranking rule used on an election with money: everything in order, and funded down the list what fits."""

from fractions import Fraction

from wijkwerk.choice.ballots import Candidate, RankedBallot
from wijkwerk.choice.election import Election
from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.outcome import Loss, Outcome, Step, Why
from wijkwerk.choice.ranking.borda import borda_of
from wijkwerk.choice.ranking.common import poll
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ranking.schulze import schulze_of
from wijkwerk.choice.ranking.stv import stv_of
from wijkwerk.choice.settings import Rule, Settings
from wijkwerk.choice.ties import TieChain


def count_ranked(election: Election, settings: Settings, chain: TieChain) -> Outcome:
    """Order all projects that were not withdrawn, and fund in that order, passing over what does not fit."""
    ranking = _rank(election, settings, chain)
    left = election.budget
    steps: list[Step] = []
    losses = {p.id: Loss(Why.WITHDRAWN) for p in election.projects if p.withdrawn}
    for name in ranking.order:
        project = election.projects[election.place[name]]
        if ranking.named[name] == 0:
            losses[name] = Loss(Why.NO_SUPPORT)
        elif project.cost > left:
            losses[name] = Loss(Why.TOO_DEAR if project.cost > election.budget else Why.NO_ROOM)
        else:
            left -= project.cost
            steps.append(Step(name, project.cost, "", Fraction(ranking.scores[name])))
    return Outcome(
        order=ranking.order,
        winners=tuple(step.project for step in steps),
        total_cost=election.budget - left,
        steps=tuple(steps),
        losses=losses,
        votes={p.id: v for p, v in zip(election.projects, election.votes, strict=True)},
        scores=ranking.scores,
        ties=ranking.ties,
        tie_effects=(),
        increments=None,
        endowment=None,
        settings=settings,
        election=election,
        details=ranking.details,
    )


def _rank(election: Election, settings: Settings, chain: TieChain) -> RankingResult:
    if not election.kind.has_order:
        raise SettingError(
            f"The rule {settings.rule} needs ranked ballots; these are {election.kind} ballots."
        )
    out = {p.id for p in election.projects if p.withdrawn}
    ids = [p.id for p in election.projects]
    ballots = [
        RankedBallot(tuple(name for name in (ids[item] for item in items) if name not in out), weight)
        for (items, _), weight in election.rows()
    ]
    votes = poll([Candidate(p.id, p.cost) for p in election.projects if not p.withdrawn], ballots)
    if settings.rule is Rule.BORDA:
        return borda_of(votes, chain, last=settings.borda_last)
    return (
        schulze_of(votes, chain)
        if settings.rule is Rule.SCHULZE
        else stv_of(votes, chain, seats=settings.seats)
    )
