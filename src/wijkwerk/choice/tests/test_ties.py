"""The tie chain: each link in turn, the lot that anyone can draw again, and what the record says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import Candidate, RankedBallot, SettingError, TieError, borda
from wijkwerk.choice.tests.strategies import examples
from wijkwerk.choice.ties import TieChain, lot

NAMES = ("10", "2", "a", "b")


def chain(*rules: str, seed: int | None = None, costs=None, votes=None) -> TieChain:
    same = dict.fromkeys(NAMES, 5)
    return TieChain(rules, seed=seed, costs=costs or same, votes=votes or same)


def test_the_cheapest_first_and_an_unknown_cost_last() -> None:
    tie = chain("lowest-cost", "id", costs={"10": None, "2": 7, "a": 0, "b": 3}).settle(NAMES, "place 1")
    assert tie.order == ("a", "b", "2", "10")
    assert tie.settled_by == ("lowest-cost",)
    assert tie.at == "place 1"


def test_then_the_most_votes_then_the_lot() -> None:
    costs = {"10": 1, "2": 1, "a": 1, "b": 2}
    votes = {"10": 1, "2": 9, "a": 1, "b": 50}
    tie = chain("lowest-cost", "most-votes", "lot", seed=4, costs=costs, votes=votes).settle(NAMES)
    lots = sorted(("10", "a"), key=lambda name: lot(4, name))
    assert tie.order == ("2", *lots, "b")
    assert tie.settled_by == ("lowest-cost", "most-votes", "lot")


def test_the_lot_is_the_hash_of_seed_and_id() -> None:
    """Fixed once: changing how the lot is drawn would change outcomes already published."""
    assert lot(1988, "swing").startswith("118ba216f3ec1b55")
    assert chain("lot", seed=1).settle(NAMES).order == tuple(sorted(NAMES, key=lambda n: lot(1, n)))


@examples(40)
@given(st.sets(st.sampled_from(NAMES), min_size=2), st.integers())
def test_who_else_is_tied_does_not_change_the_order_of_two(level, seed) -> None:
    whole = chain("lot", seed=seed).settle(NAMES).order
    assert chain("lot", seed=seed).settle(level).order == tuple(name for name in whole if name in level)


def test_different_seeds_can_give_different_lots() -> None:
    assert len({chain("lot", seed=seed).first(NAMES) for seed in range(50)}) == len(NAMES)


def test_ids_are_compared_as_strings() -> None:
    assert chain("id").settle(NAMES).order == ("10", "2", "a", "b")


def test_a_lot_without_a_seed_is_refused_only_when_it_is_needed() -> None:
    level = [Candidate("a", 1), Candidate("b", 1)]
    assert borda(level, [RankedBallot(("b",))]).order == ("b", "a")
    with pytest.raises(TieError, match="seed"):
        borda(level, [RankedBallot(("b",)), RankedBallot(("a",))])


@pytest.mark.parametrize(
    ("rules", "words"),
    [((), "end in"), (("lowest-cost",), "end in"), (("dearest", "id"), "dearest"), (("id", "id"), "twice")],
)
def test_a_chain_that_could_leave_a_tie_is_refused(rules, words) -> None:
    with pytest.raises(SettingError, match=words):
        chain(*rules)
