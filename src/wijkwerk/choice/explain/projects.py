"""Per project: was it funded, if not why not, what did it lack, and where did its supporters' money go."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from wijkwerk.choice.explain.payments import Payments, payments
from wijkwerk.choice.outcome import Loss, Outcome
from wijkwerk.choice.rules.greedy import merit
from wijkwerk.choice.settings import Rule
from wijkwerk.choice.support import support_of


@dataclass(frozen=True)
class Flow:
    """What a project's supporters paid together for another one, in minor units, rounded to a hundredth."""

    project: str
    amount: Fraction


@dataclass(frozen=True)
class ProjectExplanation:
    """Everything to say about one project. Amounts in minor units; None where the rule knows no such thing.

    `lacking_money` is what was missing: to its supporters (Equal Shares) or in the pot when its turn came
    (greedy). `lacking_votes` is that amount in whole voters' shares: fresh supporters who would each have brought
    their whole share.
    """

    project: str
    funded: bool
    cost: int
    votes: int
    place: int | None = None
    price: Fraction | None = None
    payers: int = 0
    partial_payers: int = 0
    loss: Loss | None = None
    available: Fraction | None = None
    lacking_money: Fraction | None = None
    lacking_votes: int | None = None
    flows: tuple[Flow, ...] = ()

    @property
    def covered(self) -> Fraction | None:
        """The part of its cost that was there: 1 for a funded project."""
        if self.funded or self.cost == 0:
            return Fraction(1)
        return None if self.lacking_money is None else 1 - self.lacking_money / self.cost


def explain_projects(outcome: Outcome) -> tuple[ProjectExplanation, ...]:
    """All projects: the winners in order, then the others by number of votes."""
    paid = payments(outcome)
    rounds = {step.project: number for number, step in enumerate(outcome.steps, start=1)}
    losers = [p.id for p in outcome.election.projects if p.id not in rounds]
    losers.sort(key=lambda name: (-outcome.votes[name], name))
    won = [_won(outcome, name, paid) for name in rounds]
    return (*won, *(_lost(outcome, name, paid) for name in losers))


def _won(outcome: Outcome, name: str, paid: Payments | None) -> ProjectExplanation:
    number = next(i for i, step in enumerate(outcome.steps, start=1) if step.project == name)
    step = outcome.steps[number - 1]
    return ProjectExplanation(
        project=name,
        funded=True,
        cost=step.cost,
        votes=outcome.votes[name],
        place=number,
        price=step.price,
        payers=step.payers if step.price is not None else 0,
        partial_payers=step.partial,
        flows=_flows(outcome, name, paid),
    )


def _lost(outcome: Outcome, name: str, paid: Payments | None) -> ProjectExplanation:
    place = outcome.election.place[name]
    cost = outcome.election.projects[place].cost
    available = _available(outcome, place, paid)
    lacking = None if available is None else max(Fraction(0), cost - available)
    votes = ceil(lacking / outcome.endowment) if lacking and paid and outcome.endowment else None
    return ProjectExplanation(
        project=name,
        funded=False,
        cost=cost,
        votes=outcome.votes[name],
        loss=outcome.losses[name],
        available=available,
        lacking_money=lacking,
        lacking_votes=votes,
        flows=_flows(outcome, name, paid),
    )


def _available(outcome: Outcome, place: int, paid: Payments | None) -> Fraction | None:
    if paid is not None:
        return _cents(paid.left_to_supporters(place))
    if outcome.settings.rule in (Rule.GREEDY, Rule.THRESHOLD) and not outcome.settings.constraints:
        return _left_at_turn(outcome, place)
    return None


def _left_at_turn(outcome: Outcome, place: int) -> Fraction:
    """The money that greedy still had when this project came up: all that stood above it had been bought."""
    support = support_of(outcome.election, outcome.settings.utility, outcome.settings.borda_last)
    utility, projects = outcome.settings.utility, outcome.election.projects
    mine = merit(support, utility, place, projects[place].cost)
    left = outcome.election.budget
    for step in outcome.steps:
        other = outcome.election.place[step.project]
        theirs = merit(support, utility, other, step.cost)
        if theirs > mine or (theirs == mine and _stood_above(outcome, step.project, projects[place].id)):
            left -= step.cost
    return Fraction(left)


def _stood_above(outcome: Outcome, winner: str, loser: str) -> bool:
    for tie in outcome.ties:
        if {winner, loser} <= set(tie.candidates):
            return tie.order.index(winner) < tie.order.index(loser)
    return True


def _flows(outcome: Outcome, name: str, paid: Payments | None) -> tuple[Flow, ...]:
    """Where its supporters' money went, the most first, itself left out."""
    if paid is None:
        return ()
    amounts = paid.by_supporters(outcome.election.place[name])
    ids = [project.id for project in outcome.election.projects]
    flows = [Flow(ids[place], _cents(amount)) for place, amount in amounts.items() if ids[place] != name]
    return tuple(
        sorted((flow for flow in flows if flow.amount > 0), key=lambda flow: (-flow.amount, flow.project))
    )


def _cents(amount: float) -> Fraction:
    return Fraction(round(amount * 100), 100)
