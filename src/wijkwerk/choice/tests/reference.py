"""The rules once more, slowly: every voter apart, fractions throughout, straight from the definitions.

Shares no code with the engine but the values that describe an election. Ties: smallest id.
"""

from fractions import Fraction
from itertools import combinations

from wijkwerk.choice import Election
from wijkwerk.choice.election import BallotKind

Voter = dict[str, Fraction]


def voters(election: Election, utility: str, last: int = 1) -> list[Voter]:
    """For each voter apart: what each project they support is worth to them."""
    result = []
    for (items, points), weight in election.rows():
        worth: Voter = {}
        for number, item in enumerate(items):
            project = election.projects[item]
            named = points is None or points[number] > 0
            if utility == "points":
                value = Fraction(points[number])
            elif utility == "borda":
                value = Fraction(len(items) - number - 1 + last)
            elif utility == "cost":
                value = Fraction(project.cost if named else 0)
            else:
                value = Fraction(1 if named else 0)
            if value > 0:
                worth[project.id] = value
        result += [worth] * weight
    return result


def costs_of(election: Election) -> dict[str, int]:
    return {project.id: project.cost for project in election.projects}


def greedy(election: Election, utility: str, *, skip: bool = True, threshold: int = 0) -> list[str]:
    """Most utility per euro first; with cost utility that is the number of votes."""
    costs, people = costs_of(election), voters(election, utility)
    votes = {name: sum(name in v for v in people) for name in costs}
    total = {name: sum((v.get(name, Fraction(0)) for v in people), Fraction(0)) for name in costs}
    if utility == "points":  # negative points of a scoring ballot count too
        total = dict.fromkeys(costs, Fraction(0))
        for (items, points), weight in election.rows():
            for item, point in zip(items, points or (), strict=True):
                total[election.projects[item].id] += point * weight
    count = total if utility in ("points", "borda") else votes
    left, chosen = election.budget, []
    for name in sorted(costs, key=lambda n: (-total[n] / costs[n], n)):
        if votes[name] == 0 or count[name] < max(threshold, 1) or costs[name] > election.budget:
            continue
        if costs[name] <= left:
            chosen.append(name)
            left -= costs[name]
        elif not skip:
            break
    return chosen


def equal_shares(
    election: Election, utility: str, endowment: Fraction | None = None, last: int = 1
) -> list[str]:
    """Buy the project with the least price per utility until none is affordable."""
    costs, people = costs_of(election), voters(election, utility, last)
    if not people:
        return []
    start = Fraction(election.budget, len(people)) if endowment is None else endowment
    money = [start] * len(people)
    chosen: list[str] = []
    while True:
        prices = {}
        for name, cost in costs.items():
            if name in chosen or cost > election.budget:
                continue
            price = _price(cost, [(money[i], v[name]) for i, v in enumerate(people) if name in v])
            if price is not None:
                prices[name] = price
        if not prices:
            return chosen
        best = min(prices, key=lambda n: (prices[n], n))
        for i, v in enumerate(people):
            if best in v:
                money[i] -= min(money[i], prices[best] * v[best])
        chosen.append(best)


def _price(cost: int, supporters: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The least price per unit of utility at which these supporters pay the cost."""
    if not supporters or sum(money for money, _ in supporters) < cost:
        return None
    for at in sorted({money / worth for money, worth in supporters}):
        poor = [(m, w) for m, w in supporters if m / w < at]
        rich = [(m, w) for m, w in supporters if m / w >= at]
        price = (cost - sum(m for m, _ in poor)) / sum(w for _, w in rich)
        if price <= at:
            return price
    raise AssertionError("affordable, yet no price")


def add1(election: Election, utility: str, *, stop: bool, step: int = 1) -> tuple[list[str], Fraction]:
    """Raise everybody's endowment step by step, recounting each time."""
    costs, people = costs_of(election), voters(election, utility)
    start = Fraction(election.budget, len(people))
    supported = {name for v in people for name in v if costs[name] <= election.budget}
    chosen = equal_shares(election, utility, start)
    while set(chosen) != supported:
        spent = sum(costs[name] for name in chosen)
        rest = [name for name in supported if name not in chosen]
        if stop and all(costs[name] > election.budget - spent for name in rest):
            break
        further = equal_shares(election, utility, start + step)
        if sum(costs[name] for name in further) > election.budget:
            break
        chosen, start = further, start + step
    return chosen, start


def phragmen(election: Election) -> list[str]:
    """Everybody earns one unit a second; supporters buy once they have the cost together."""
    costs, people = costs_of(election), voters(election, "cardinality")
    since = [Fraction(0)] * len(people)
    left, chosen = election.budget, []
    able = {name for v in people for name in v if costs[name] <= election.budget}
    while able:
        moments = {}
        for name in able:
            mine = [since[i] for i, v in enumerate(people) if name in v]
            moments[name] = (costs[name] + sum(mine)) / len(mine)
        first = min(moments.values())
        level = sorted(name for name in able if moments[name] == first)
        if any(costs[name] > left for name in level):
            break
        chosen.append(level[0])
        able.remove(level[0])
        left -= costs[level[0]]
        since = [first if level[0] in v else at for at, v in zip(since, people, strict=True)]
    return chosen


def knapsack(election: Election, utility: str) -> set[str]:
    """Try every set: most utility, then least cost, then the set with the earliest ids."""
    costs, people = costs_of(election), voters(election, utility)
    total = {name: sum((v.get(name, Fraction(0)) for v in people), Fraction(0)) for name in costs}
    able = sorted(name for name in costs if total[name] > 0)
    best: tuple[Fraction, int, tuple[int, ...]] = (Fraction(-1), 0, ())
    winners: set[str] = set()
    for size in range(len(able) + 1):
        for group in combinations(able, size):
            cost = sum(costs[name] for name in group)
            if cost > election.budget:
                continue
            key = (sum((total[n] for n in group), Fraction(0)), -cost, tuple(int(n in group) for n in able))
            if key > best:
                best, winners = key, set(group)
    return winners


def represented(election: Election, winners: set[str]) -> bool:
    """Whether the outcome satisfies EJR up to one project (cost utility), by trying every group and every set.

    A group that is large enough to pay for a set of projects they all support must have a member whose utility
    is above that of the set, once some one project is added to the outcome.
    """
    costs, people = costs_of(election), voters(election, "cost")
    for size in range(1, len(costs) + 1):
        for group in combinations(costs, size):
            backers = [v for v in people if all(name in v for name in group)]
            cost = sum(costs[name] for name in group)
            if not backers or len(backers) * election.budget < cost * len(people):
                continue
            if not any(_satisfied(v, group, winners, costs) for v in backers):
                return False
    return True


def _satisfied(voter: Voter, group: tuple[str, ...], winners: set[str], costs: dict[str, int]) -> bool:
    has = sum(costs[name] for name in winners if name in voter)
    wants = sum(costs[name] for name in group)
    return has >= wants or any(has + costs[name] > wants for name in group if name not in winners)


def is_approval(election: Election) -> bool:
    return election.kind is BallotKind.APPROVAL
