"""Small made-up polls and elections for the property tests. Few different costs, so that ties happen."""

from hypothesis import settings
from hypothesis import strategies as st

from wijkwerk.choice import ApprovalBallot, Candidate, Election, PointsBallot, Project, RankedBallot
from wijkwerk.choice.election import BallotKind

NAMES = ("bench", "crossing", "lamp", "swing", "tree", "wall")
COSTS = (50, 100, 100, 150, 200, 240, 300, 400)


def examples(number: int) -> settings:
    """So many examples, however slow the machine is at the moment."""
    return settings(max_examples=number, deadline=None)


@st.composite
def polls(draw: st.DrawFn, *, most_ballots: int = 8) -> tuple[list[Candidate], list[RankedBallot]]:
    """One to five candidates, partial and empty lists."""
    names = NAMES[: draw(st.integers(1, 5))]
    candidates = [Candidate(name, draw(st.sampled_from((None, 100, 200)))) for name in names]
    order = st.lists(st.sampled_from(names), unique=True, max_size=len(names)).map(tuple)
    ballots = st.builds(RankedBallot, order, st.integers(1, 3))
    return candidates, draw(st.lists(ballots, max_size=most_ballots))


@st.composite
def parts(draw: st.DrawFn, kind: BallotKind = BallotKind.APPROVAL, most_ballots: int = 10, part: int = 1):
    """Projects, ballots and a budget; amounts divided by `part` where many increments are to be counted."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    projects = [Project(name, draw(st.sampled_from(COSTS)) // part) for name in names]
    longest = 1 if kind is BallotKind.CHOOSE_ONE else len(names)
    some = st.lists(st.sampled_from(names), unique=True, max_size=longest)
    weight = st.integers(1, 3)
    if kind is BallotKind.ORDINAL:
        ballot = st.builds(RankedBallot, some.map(tuple), weight)
    elif kind.has_points:
        least = -2 if kind is BallotKind.SCORING else 0
        points = st.dictionaries(st.sampled_from(names), st.integers(least, 5), max_size=len(names))
        ballot = st.builds(PointsBallot, points, weight)
    else:
        ballot = st.builds(ApprovalBallot, some.map(frozenset), weight)
    ballots = draw(st.lists(ballot, max_size=most_ballots))
    return projects, ballots, draw(st.integers(0, 900 // part))


@st.composite
def elections(
    draw: st.DrawFn, kind: BallotKind = BallotKind.APPROVAL, most_ballots: int = 10, part: int = 1
) -> Election:
    """A whole election."""
    projects, ballots, budget = draw(parts(kind, most_ballots, part))
    return Election.build(projects, ballots, budget=budget, kind=kind)
