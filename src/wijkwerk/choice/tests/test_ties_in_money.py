"""Constructed ties: what floats cannot tell apart, what a tie record says, and how the lot decides."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import (
    ApprovalBallot,
    Completion,
    Election,
    Project,
    Rule,
    Settings,
    TieError,
    Utility,
    count,
)
from wijkwerk.choice.tests.strategies import examples
from wijkwerk.choice.ties import lot


def votes(**given: int) -> list[ApprovalBallot]:
    """Single-minded voters: so many for each project."""
    return [ApprovalBallot(frozenset({name}), weight) for name, weight in given.items() if weight]


def test_equal_votes_are_settled_by_cost_then_votes_then_lot() -> None:
    projects = [Project("a", 100), Project("b", 90), Project("c", 90)]
    election = Election.build(projects, votes(a=5, b=5, c=5), budget=190)
    outcome = count(election, Settings(rule=Rule.GREEDY, seed=3))
    first, second = sorted(("b", "c"), key=lambda name: lot(3, name))
    assert outcome.order == (first, second)
    assert outcome.ties[0].candidates == ("a", "b", "c")
    assert outcome.ties[0].settled_by == ("lowest-cost", "lot")


def test_a_tie_that_matters_tells_what_else_it_would_have_given() -> None:
    election = Election.build([Project("a", 100), Project("b", 100)], votes(a=5, b=5), budget=100)
    outcome = count(
        election, Settings(rule=Rule.EQUAL_SHARES, completion=Completion.ADD1U, tie_order=("id",))
    )
    assert outcome.winners == ("a",)
    (effect,) = outcome.tie_effects
    assert (effect.first, effect.gained, effect.lost) == ("b", ("b",), ("a",))
    assert outcome.as_json()["ties"][0]["otherwise"] == [{"first": "b", "gained": ["b"], "lost": ["a"]}]


def test_a_tie_that_does_not_matter_says_so() -> None:
    election = Election.build([Project("a", 100), Project("b", 100)], votes(a=5, b=5), budget=200)
    outcome = count(election, Settings(tie_order=("id",)))
    assert outcome.winners == ("a", "b")
    assert [(effect.gained, effect.lost) for effect in outcome.tie_effects] == [((), ())]


@pytest.mark.parametrize("rule", [rule for rule in Rule if not rule.is_ranking])
def test_without_a_seed_a_lot_is_refused_with_a_sentence(rule) -> None:
    election = Election.build([Project("a", 100), Project("b", 100)], votes(a=5, b=5), budget=100)
    more = {"completion": Completion.ADD1U} if rule is Rule.EQUAL_SHARES else {}
    if rule is Rule.PHRAGMEN:
        election = Election.build([Project("a", 100), Project("b", 100)], votes(a=5, b=5), budget=200)
    with pytest.raises(TieError, match="seed"):
        count(election, Settings(rule=rule, **more))


@examples(150)
@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=5),
    st.integers(1, 9),
    st.integers(1, 10**12),
    st.sampled_from((Utility.COST, Utility.CARDINALITY, Utility.SQRT_COST)),
)
def test_copies_of_a_project_are_level_however_odd_the_numbers(supporters, copies, cost, utility) -> None:
    """Thirds and sevenths of huge costs: floats would call some copies cheaper than others."""
    names = [f"{i}" for i in range(len(supporters))]
    projects = [Project(name, cost) for name in names]
    ballots = [ApprovalBallot(frozenset(names), copies), *votes(**{f"{n}": 0 for n in names})]
    election = Election.build(projects, ballots, budget=cost * len(names))
    outcome = count(election, Settings(utility=utility, tie_order=("id",)), alternatives=False)
    assert outcome.order == tuple(names)
    assert len(outcome.ties) == len(names) - 1
    assert all(step.price == Fraction(cost, copies) for step in outcome.steps)


def test_money_that_is_exactly_enough_is_enough() -> None:
    """Three voters with a third each, seven times over: 7/3 × 3 = 7 exactly, not 6.999…"""
    projects = [Project(f"p{i}", 1) for i in range(7)]
    ballots = [ApprovalBallot(frozenset(p.id for p in projects), 3)]
    outcome = count(
        Election.build(projects, ballots, budget=7), Settings(tie_order=("id",)), alternatives=False
    )
    assert len(outcome.winners) == 7


def test_a_difference_beyond_floats_decides() -> None:
    """Prices 1/3·10⁻¹⁸ apart, relative: the dearer by one cent must lose although floats see no difference."""
    big = 3 * 10**17
    projects = [Project("a", big + 1), Project("b", big)]
    both = frozenset({"a", "b"})
    election = Election.build(projects, [ApprovalBallot(both, 3)], budget=2 * big + 1)
    outcome = count(election, Settings(utility=Utility.CARDINALITY, tie_order=("id",)), alternatives=False)
    assert outcome.order == ("b", "a")
    assert outcome.ties == ()
