"""Small made-up polls for the property tests."""

from hypothesis import strategies as st

from wijkwerk.choice import Candidate, RankedBallot

NAMES = ("bench", "crossing", "lamp", "swing", "tree")


@st.composite
def polls(draw: st.DrawFn, *, most_ballots: int = 8) -> tuple[list[Candidate], list[RankedBallot]]:
    """One to five candidates, few different costs so that ties happen, partial and empty lists."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    candidates = [Candidate(name, draw(st.sampled_from((None, 100, 200)))) for name in names]
    order = st.lists(st.sampled_from(names), unique=True, max_size=len(names)).map(tuple)
    ballots = st.builds(RankedBallot, order, st.integers(1, 3))
    return candidates, draw(st.lists(ballots, max_size=most_ballots))
