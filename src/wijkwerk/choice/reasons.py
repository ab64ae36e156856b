"""Why each project that did not win did not win."""

from collections.abc import Mapping
from fractions import Fraction

from wijkwerk.choice.constraints import Gate, May
from wijkwerk.choice.outcome import Loss, Outcome, Why
from wijkwerk.choice.rules.greedy import merit
from wijkwerk.choice.settings import Rule
from wijkwerk.choice.stages import threshold
from wijkwerk.choice.support import Support


def losses(
    outcome: Outcome, support: Support, gate: Gate, shares: Mapping[int, Fraction | None]
) -> dict[str, Loss]:
    """The first reason that applies. `shares` has the endowment under which a project last had its chance."""
    election = outcome.election
    won = set(outcome.winners)
    result: dict[str, Loss] = {}
    for place, project in enumerate(election.projects):
        if project.id not in won:
            result[project.id] = (
                _before(outcome, support, place)
                or _constraint(outcome, gate, place, shares)
                or (_by_rule(outcome, support, place, shares))
            )
    if outcome.settings.rule is Rule.GREEDY_NO_SKIP:
        _after_the_stop(outcome, support, result)
    return result


def _before(outcome: Outcome, support: Support, place: int) -> Loss | None:
    """What kept a project out before the count began."""
    project = outcome.election.projects[place]
    least = threshold(outcome.election, outcome.settings)
    if project.withdrawn:
        return Loss(Why.WITHDRAWN)
    if support.votes[place] == 0:
        return Loss(Why.NO_SUPPORT)
    if project.cost > outcome.election.budget:
        return Loss(Why.TOO_DEAR)
    return Loss(Why.BELOW_THRESHOLD) if support.scores[place] < least else None


def _constraint(outcome: Outcome, gate: Gate, place: int, shares: Mapping[int, object]) -> Loss | None:
    project = outcome.election.projects[place]
    if place not in shares:
        return Loss(Why.OUTSIDE_POTS)
    if (rival := gate.shut_by.get(project.id)) is not None:
        return Loss(Why.EXCLUDED, rival)
    if (group := gate.full_group(place)) is not None:
        return Loss(Why.GROUP_FULL, group)
    return Loss(Why.WAITED, gate.missing(place)[0]) if gate.may(place) is not May.YES else None


def _by_rule(outcome: Outcome, support: Support, place: int, shares: Mapping[int, Fraction | None]) -> Loss:
    rule, share = outcome.settings.rule, shares[place]
    if rule is Rule.KNAPSACK:
        return Loss(Why.NOT_IN_BEST_SET)
    if rule is Rule.PHRAGMEN:
        return Loss(Why.NOT_IN_TIME)
    if rule is Rule.EQUAL_SHARES and share is not None:
        few = support.votes[place] * share < outcome.election.projects[place].cost
        return Loss(Why.TOO_FEW_VOTES if few else Why.SUPPORT_SPENT)
    return Loss(Why.NO_ROOM)


def _after_the_stop(outcome: Outcome, support: Support, result: dict[str, Loss]) -> None:
    """Without skipping, one project did not fit; whatever would have come after it had no turn."""
    place = outcome.election.place
    stopped = [name for name, loss in result.items() if loss.why is Why.NO_ROOM]
    utility, projects = outcome.settings.utility, outcome.election.projects
    merits = {name: merit(support, utility, place[name], projects[place[name]].cost) for name in stopped}
    best = max(merits.values(), default=None)
    for name in stopped:
        dear = projects[place[name]].cost > outcome.left_over
        result[name] = Loss(Why.NO_ROOM if merits[name] == best and dear else Why.AFTER_THE_STOP)
