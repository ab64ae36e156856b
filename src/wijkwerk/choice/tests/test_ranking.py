"""Schulze and STV: known elections, definitions followed slowly, promises, and second libraries as oracles."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import Candidate, RankedBallot, RankingResult, SettingError, schulze, stv
from wijkwerk.choice.tests.strategies import examples, polls

METHODS = (schulze, stv)


def ballots(text: str) -> list[RankedBallot]:
    """`5 ACBED, 3 CAB`"""
    pairs = (part.split() for part in text.split(","))
    return [RankedBallot(tuple(order), int(weight)) for weight, order in pairs]


def names(text: str) -> list[Candidate]:
    return [Candidate(name) for name in text]


SCHULZE_2011 = ballots("5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC")


def test_the_example_of_schulzes_paper() -> None:
    result = schulze(names("ABCDE"), SCHULZE_2011, tie_order=("id",))
    assert result.order == ("E", "A", "C", "B", "D")
    assert result.details["pairwise"]["A"]["B"] == 20
    assert result.details["condorcet_winner"] is None


def test_of_two_victories_with_as_many_votes_the_one_with_fewer_against_is_stronger() -> None:
    """A beats B 4–2, B beats C 4–3, C beats A 5–2: the circle breaks at its weakest link, B over C."""
    result = schulze(names("ABC"), ballots("1 C, 2 AB, 2 CAB, 2 BC"), tie_order=("id",))
    table = result.details["pairwise"]
    assert [(table[x][y], table[y][x]) for x, y in ("AB", "BC", "CA")] == [(4, 2), (4, 3), (5, 2)]
    assert result.order == ("C", "A", "B")
    assert result.ties == ()


def test_a_condorcet_winner_comes_first_though_nobody_calls_it_most() -> None:
    result = schulze(names("ABC"), ballots("4 ACB, 3 BCA, 2 CAB"), tie_order=("id",))
    assert result.order[0] == "C" == result.details["condorcet_winner"]


def test_instant_run_off_by_hand() -> None:
    """C drops out first; its two ballots bring B past A."""
    result = stv(names("ABC"), ballots("4 A, 3 BC, 2 CB"), tie_order=("id",))
    assert result.order == ("B", "A", "C")
    assert [next(v for k, v in r.items() if k != "votes") for r in result.details["rounds"]] == ["C", "B"]
    assert result.scores == {"A": 4, "B": 3, "C": 2}


def test_a_surplus_goes_on_at_an_exact_fraction() -> None:
    """Quota 34 of 100: A hands on 26/60 of each ballot; B gets 20 + 40 × 26/60 = 37⅓."""
    result = stv(names("ABCD"), ballots("40 AB, 20 AC, 20 B, 20 D"), seats=2, tie_order=("id",))
    assert result.details["quota"] == 34
    assert result.details["elected"] == ["A", "B"]
    assert result.details["rounds"][1]["votes"]["B"] == "37.333333"


def slow_schulze(candidates: list[Candidate], given: list[RankedBallot]) -> dict[tuple[str, str], bool]:
    """Who beats whom, with the strength of every path found by trying every path."""
    ids = [c.id for c in candidates]
    wins = {(a, b): 0 for a in ids for b in ids}
    for ballot in given:
        place = {name: number for number, name in enumerate(ballot.order)}
        for a in ids:
            for b in ids:
                if place.get(a, 99) < place.get(b, 99):
                    wins[a, b] += ballot.weight

    def link(a: str, b: str) -> tuple[int, int, int]:
        for_it, against = wins[a, b], wins[b, a]
        return (1, for_it, -against) if for_it > against else (0, 0, 0) if for_it == against else (-1, 0, 0)

    def best(a: str, b: str) -> tuple[int, int, int]:
        others = [c for c in ids if c not in (a, b)]
        paths = [(a, *middle, b) for size in range(len(others) + 1) for middle in permutations(others, size)]
        return max(min(link(x, y) for x, y in pairwise(path)) for path in paths)

    return {(a, b): a != b and best(a, b) > best(b, a) for a in ids for b in ids}


@examples(60)
@given(polls())
def test_schulze_never_puts_a_loser_above_who_beats_it(poll) -> None:
    candidates, given_ballots = poll
    beats = slow_schulze(candidates, given_ballots)
    result = schulze(candidates, given_ballots, seed=2)
    place = {name: number for number, name in enumerate(result.order)}
    assert all(place[a] < place[b] for (a, b), yes in beats.items() if yes)
    assert result.scores == {c.id: sum(beats[c.id, other.id] for other in candidates) for c in candidates}


def slow_run_off(candidates: list[Candidate], given: list[RankedBallot]) -> list[str] | None:
    """Instant run-off voter by voter; None where a tie comes up."""
    standing, out = {c.id for c in candidates}, []
    while True:
        tally = dict.fromkeys(sorted(standing), 0)
        for ballot in given:
            first = next((name for name in ballot.order if name in standing), None)
            if first:
                tally[first] += ballot.weight
        if len(set(tally.values())) < len(tally):
            return None
        ranked = sorted(tally, key=lambda name: -tally[name])
        majority = sum(b.weight for b in given if b.order) / Fraction(2)
        if tally[ranked[0]] > majority or len(ranked) == 1:
            return ranked + out
        out.insert(0, ranked[-1])
        standing.remove(ranked[-1])


@examples(40)
@given(polls())
def test_instant_run_off_equals_the_slow_count(poll) -> None:
    expected = slow_run_off(*poll)
    if expected is None:
        return
    assert list(stv(*poll, tie_order=("id",)).order) == expected


@examples(60)
@given(polls(), st.integers(1, 4))
def test_with_one_vote_for_one_party_seats_follow_the_votes(poll, seats) -> None:
    """As many are elected as there are seats (or candidates), nobody with less support left out wrongly."""
    candidates, given_ballots = poll
    result = stv(candidates, given_ballots, seats=seats, seed=1)
    elected = result.details["elected"]
    assert len(elected) == min(seats, len(candidates))
    assert result.order[: len(elected)] == tuple(elected)
    quota = result.details["quota"]
    assert all(name in elected for name, votes in result.scores.items() if votes >= quota)


@pytest.mark.parametrize("method", METHODS)
@examples(40)
@given(poll=polls(), shuffle=st.integers(), seed=st.integers())
def test_the_order_of_ballots_and_candidates_is_irrelevant(method, poll, shuffle, seed) -> None:
    candidates, given_ballots = poll
    before = method(candidates, given_ballots, seed=seed)
    Random(shuffle).shuffle(candidates)
    Random(shuffle).shuffle(given_ballots)
    assert method(candidates, given_ballots, seed=seed) == before


@pytest.mark.parametrize("method", METHODS)
@examples(40)
@given(poll=polls())
def test_merging_and_json_change_nothing(method, poll) -> None:
    candidates, given_ballots = poll
    result = method(candidates, given_ballots, seed=9)
    apart = [replace(b, weight=1) for b in given_ballots for _ in range(b.weight)]
    assert method(candidates, apart, seed=9) == result == RankingResult.from_json(result.as_json())


@examples(80)
@given(polls(), st.data())
def test_schulze_is_monotone(poll, data) -> None:
    """The winner, moved up on a ballot, stays the winner."""
    candidates, given_ballots = poll
    winner = schulze(candidates, given_ballots, tie_order=("id",)).order[0]
    movable = [i for i, b in enumerate(given_ballots) if winner in b.order[1:]]
    if not movable:
        return
    i = data.draw(st.sampled_from(movable))
    order = list(given_ballots[i].order)
    at = order.index(winner)
    order[at - 1], order[at] = order[at], order[at - 1]
    given_ballots[i] = replace(given_ballots[i], order=tuple(order))
    assert schulze(candidates, given_ballots, tie_order=("id",)).order[0] == winner


def test_no_seats_are_refused() -> None:
    with pytest.raises(SettingError, match="seat"):
        stv(names("AB"), [], seats=0)


@examples(80)
@given(poll=polls())
def test_a_second_library_finds_the_same_schulze_winners(poll) -> None:
    other = pytest.importorskip("schulze_condorcet", reason="schulze-condorcet is not installed")
    candidates, given_ballots = poll
    if not given_ballots:
        return
    ids = [c.id for c in candidates]
    lines = []
    for ballot in given_ballots:
        levels = [[name] for name in ballot.order] + [[n for n in ids if n not in ballot.order]]
        lines += [">".join("=".join(level) for level in levels if level)] * ballot.weight
    winners = other.schulze_evaluate(lines, ids).split(">")[0].split("=")
    order = schulze(candidates, given_ballots, tie_order=("id",)).order
    assert sorted(order[: len(winners)]) == sorted(winners)


@examples(80)
@given(poll=polls())
def test_a_second_library_finds_the_same_run_off_winner(poll) -> None:
    other = pytest.importorskip("pyrankvote", reason="pyrankvote is not installed")
    candidates, given_ballots = poll
    given_ballots = [ballot for ballot in given_ballots if ballot.order]
    if not given_ballots or len(candidates) < 2:  # theirs fails on empty ballots and on a single candidate
        return
    result = stv(candidates, given_ballots, tie_order=("id",))
    if result.ties:
        return
    theirs = {c.id: other.Candidate(c.id) for c in candidates}
    papers = [
        other.Ballot(ranked_candidates=[theirs[n] for n in b.order])
        for b in given_ballots
        for _ in range(b.weight)
    ]
    winners = other.instant_runoff_voting(list(theirs.values()), papers).get_winners()
    assert [w.name for w in winners] == [result.order[0]]
