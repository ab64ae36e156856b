"""The smallest change that turns a project's fate: a lower or higher cost, or more or fewer supporters.

Found by recounting. Where a rule is monotone (greedy) it is the smallest there is. Equal Shares and Phragmén
are not monotone in everything; there it is a change that turns the outcome while one step less does not.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from wijkwerk.choice.count import count
from wijkwerk.choice.election import BallotKind, Election
from wijkwerk.choice.explain.payments import payments
from wijkwerk.choice.outcome import Outcome


@dataclass(frozen=True)
class Change:
    """What would have turned the fate of a project; None where no such change does.

    `cost` is the highest cost at which a loser wins, or the lowest at which a winner loses. `votes` is how many
    supporters more (for a loser) or fewer (for a winner) it takes among the voters there are: those who join are
    the ones with the most money left, those who leave had paid the most. Only for approval ballots.
    """

    project: str
    funded: bool
    cost: int | None
    votes: int | None


def smallest_change(outcome: Outcome, project: str) -> Change:
    """Recount with ever nearer changes."""
    funded = project in outcome.winners
    return Change(project, funded, cost_that_turns(outcome, project), votes_that_turn(outcome, project))


def _turned(outcome: Outcome, election: Election, project: str, funded: bool) -> bool:
    again = count(election, outcome.settings, alternatives=False)
    return (project in again.winners) != funded


def _nearest(turned: Callable[[int], bool], limit: int) -> int | None:
    """The number of steps at which the outcome turns, by doubling and halving; None if not within `limit`."""
    if limit < 1:
        return None
    far, near = 1, 0
    while not turned(far):
        if far == limit:
            return None
        near, far = far, min(far * 2, limit)
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if turned(middle) else (middle, far)
    return far


def cost_that_turns(outcome: Outcome, project: str) -> int | None:
    """The highest cost at which a loser wins, or the lowest at which a winner loses; None where no cost does."""
    election, funded = outcome.election, project in outcome.winners
    place = election.place[project]
    cost = election.projects[place].cost
    unit = election.scale if cost % election.scale == 0 else 1

    def at(steps: int) -> int:
        return cost + steps * unit if funded else max(cost - steps * unit, 0)

    def turned(steps: int) -> bool:
        projects = list(election.projects)
        projects[place] = replace(projects[place], cost=at(steps))
        return _turned(outcome, replace(election, projects=tuple(projects)), project, funded)

    room = election.budget - cost + 1 if funded else cost
    steps = _nearest(turned, -(-room // unit))
    return None if steps is None else at(steps)


def votes_that_turn(outcome: Outcome, project: str) -> int | None:
    """How many supporters more, or fewer, it takes; None where no number does, or ballots are not approvals."""
    election, funded = outcome.election, project in outcome.winners
    if election.kind is not BallotKind.APPROVAL:
        return None
    place = election.place[project]
    rows = list(election.rows())
    movable = [n for n, ((items, _), _) in enumerate(rows) if items and (place in items) == funded]
    table = payments(outcome)
    if table is not None:
        paid = np.zeros(len(rows))
        for payment in table.rows:
            if payment.project == place:
                paid[payment.classes] = payment.amounts
        movable.sort(key=lambda n: (-float(paid[n] if funded else table.left[n]), rows[n]))
    else:
        movable.sort(key=lambda n: rows[n])

    def turned(steps: int) -> bool:
        changed, left = list(rows), steps
        for number in movable:
            (items, _), weight = rows[number]
            moved = min(weight, left)
            after = tuple(i for i in items if i != place) if funded else (*items, place)
            changed[number] = ((items, None), weight - moved)
            changed.append(((after, None), moved))
            left -= moved
            if not left:
                break
        kept = [(row, weight) for row, weight in changed if weight]
        again = Election.from_rows(
            election.projects, election.budget, election.kind, kept,
            scale=election.scale, threshold=election.threshold, currency=election.currency,
        )  # fmt: skip
        return _turned(outcome, again, project, funded)

    return _nearest(turned, sum(rows[number][1] for number in movable))
