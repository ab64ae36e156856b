"""Borda: known counts, the promises it makes, and a slow count that follows the definition literally."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import BallotError, Candidate, RankedBallot, RankingResult, SettingError, borda
from wijkwerk.choice.tests.strategies import examples, polls

THREE = [Candidate("bench", 100), Candidate("swing", 300), Candidate("tree", 200)]


def slow_borda(candidates: list[Candidate], ballots: list[RankedBallot], last: int) -> dict[str, Fraction]:
    """For each voter apart: whoever is named beats each one named lower, and gets `last` for being named."""
    scores = {candidate.id: Fraction(0) for candidate in candidates}
    for ballot in ballots:
        for _ in range(ballot.weight):
            for name in ballot.order:
                beaten = [o for o in ballot.order if ballot.order.index(o) > ballot.order.index(name)]
                scores[name] += Fraction(last) + sum(Fraction(1) for _ in beaten)
    return scores


def test_a_list_of_three_gives_three_two_one() -> None:
    result = borda(THREE, [RankedBallot(("tree", "bench", "swing"), 10), RankedBallot(("swing",), 5)])
    assert result.order == ("tree", "bench", "swing")
    assert result.scores == {"tree": 30, "bench": 20, "swing": 15}
    assert result.named == {"tree": 10, "bench": 10, "swing": 15}
    assert (result.ballots, result.empty_ballots, result.ties) == (15, 0, ())


def test_with_last_nought_a_list_of_one_counts_for_nothing() -> None:
    result = borda(THREE, [RankedBallot(("tree", "bench")), RankedBallot(("swing",), 9)], last=0)
    assert result.scores == {"tree": 1, "bench": 0, "swing": 0}
    assert result.order == ("tree", "bench", "swing")  # bench is cheaper than swing


@examples(40)
@given(polls(), st.sampled_from((0, 1)))
def test_scores_equal_the_slow_count(poll, last) -> None:
    candidates, ballots = poll
    result = borda(candidates, ballots, last=last, seed=1)
    assert result.scores == slow_borda(candidates, ballots, last)
    assert sorted(result.order) == sorted(candidate.id for candidate in candidates)
    falling = [result.scores[name] for name in result.order]
    assert falling == sorted(falling, reverse=True)


@examples(40)
@given(polls(), st.integers(), st.integers())
def test_the_order_of_ballots_and_candidates_is_irrelevant(poll, shuffle, seed) -> None:
    candidates, ballots = poll
    before = borda(candidates, ballots, seed=seed)
    Random(shuffle).shuffle(candidates)
    Random(shuffle).shuffle(ballots)
    assert borda(candidates, ballots, seed=seed) == before


@examples(40)
@given(polls())
def test_merging_equal_ballots_is_irrelevant(poll) -> None:
    candidates, ballots = poll
    apart = [replace(ballot, weight=1) for ballot in ballots for _ in range(ballot.weight)]
    assert borda(candidates, ballots, seed=7) == borda(candidates, apart, seed=7)


@examples(40)
@given(polls(), st.data())
def test_moving_up_on_a_ballot_never_costs_a_place(poll, data) -> None:
    candidates, ballots = poll
    movable = [(i, j) for i, ballot in enumerate(ballots) for j in range(1, len(ballot.order))]
    if not movable:
        return
    i, j = data.draw(st.sampled_from(movable))
    name = ballots[i].order[j]
    order = list(ballots[i].order)
    order[j - 1], order[j] = order[j], order[j - 1]
    raised = [*ballots[:i], replace(ballots[i], order=tuple(order)), *ballots[i + 1 :]]
    before, after = borda(candidates, ballots, seed=3), borda(candidates, raised, seed=3)
    assert after.order.index(name) <= before.order.index(name)


@examples(40)
@given(polls())
def test_a_result_survives_json(poll) -> None:
    result = borda(*poll, seed=11)
    assert RankingResult.from_json(result.as_json()) == result


def test_a_changed_result_is_refused() -> None:
    data = borda(THREE, [RankedBallot(("tree",))], seed=1).as_json()
    data["scores"]["swing"] = 99
    with pytest.raises(ValueError, match="fingerprint"):
        RankingResult.from_json(data)


@pytest.mark.parametrize(
    ("ballot", "words"),
    [
        (RankedBallot(("tree", "tree")), "more than once"),
        (RankedBallot(("pond",)), "'pond'"),
        (RankedBallot(("tree",), 0), "weight 0"),
    ],
)
def test_a_bad_ballot_is_refused_by_its_number(ballot, words) -> None:
    with pytest.raises(BallotError, match=words) as refused:
        borda(THREE, [RankedBallot(("bench",)), ballot])
    assert "Ballot 2" in str(refused.value)


def test_doubles_negative_costs_and_odd_last_places_are_refused() -> None:
    with pytest.raises(BallotError, match="twice"):
        borda([*THREE, Candidate("tree")], [])
    with pytest.raises(BallotError, match="negative"):
        borda([Candidate("tree", -1)], [])
    with pytest.raises(SettingError, match="not 2"):
        borda(THREE, [], last=2)


def test_no_votes_at_all_is_one_great_tie() -> None:
    result = borda(THREE, [])
    assert result.order == ("bench", "tree", "swing")
    assert result.ties[0].settled_by == ("lowest-cost",)
