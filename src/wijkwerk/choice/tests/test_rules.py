"""Every rule against the slow reference, and the promises that each rule makes."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import ApprovalBallot, Completion, Election, Project, Rule, Settings, Utility, count
from wijkwerk.choice.election import BallotKind
from wijkwerk.choice.tests import reference
from wijkwerk.choice.tests.strategies import elections, examples, parts

BY_ID = ("id",)


def order(election: Election, rule: Rule, utility: Utility = Utility.COST, **more) -> list[str]:
    chosen = Settings(rule=rule, utility=utility, tie_order=BY_ID, **more)
    return list(count(election, chosen, alternatives=False).order)


@examples(40)
@given(elections(), st.sampled_from(("cost", "cardinality")), st.booleans(), st.integers(0, 4))
def test_greedy_equals_the_reference(election, utility, skip, threshold) -> None:
    rule = Rule.THRESHOLD if skip else Rule.GREEDY_NO_SKIP
    least = threshold if skip else 0
    expected = reference.greedy(election, utility, skip=skip, threshold=least)
    assert order(election, rule, Utility(utility), threshold=threshold) == expected


@examples(40)
@given(elections(BallotKind.SCORING))
def test_greedy_with_points_equals_the_reference(election) -> None:
    assert order(election, Rule.GREEDY, Utility.POINTS) == reference.greedy(election, "points")


@examples(150)
@given(elections(), st.sampled_from(("cost", "cardinality")))
def test_equal_shares_equals_the_reference(election, utility) -> None:
    assert order(election, Rule.EQUAL_SHARES, Utility(utility)) == reference.equal_shares(election, utility)


@examples(150)
@given(elections(BallotKind.CUMULATIVE))
def test_equal_shares_with_points_equals_the_reference(election) -> None:
    assert order(election, Rule.EQUAL_SHARES, Utility.POINTS) == reference.equal_shares(election, "points")


@examples(150)
@given(elections(BallotKind.ORDINAL), st.sampled_from((0, 1)))
def test_equal_shares_with_borda_equals_the_reference(election, last) -> None:
    expected = reference.equal_shares(election, "borda", last=last)
    assert order(election, Rule.EQUAL_SHARES, Utility.BORDA, borda_last=last) == expected


@examples(60)
@given(elections(most_ballots=6), st.sampled_from(("cost", "cardinality")), st.booleans())
def test_raising_shares_equals_the_reference(election, utility, stop) -> None:
    if not election.voters:
        return
    chosen = Settings(
        utility=Utility(utility), completion=Completion.ADD1, stop_at_exhaustion=stop, tie_order=BY_ID,
        increment=Fraction(7),
    )  # fmt: skip
    outcome = count(election, chosen, alternatives=False)
    expected, share = reference.add1(election, utility, stop=stop, step=7)
    assert (list(outcome.order), outcome.endowment) == (expected, share)


@examples(150)
@given(elections(part=8), st.sampled_from(Utility), st.booleans(), st.sampled_from(("1", "0.5")))
def test_skipping_increments_makes_no_difference(election, utility, stop, step) -> None:
    if utility in (Utility.POINTS, Utility.BORDA):
        utility = Utility.SQRT_COST
    chosen = Settings(
        utility=utility, completion=Completion.ADD1, stop_at_exhaustion=stop, tie_order=BY_ID,
        increment=Fraction(step),
    )  # fmt: skip
    skipped = count(election, chosen, alternatives=False)
    plain = count(election, replace(chosen, skip_increments=False), alternatives=False)
    assert (skipped.order, skipped.endowment, skipped.increments, skipped.steps) == (
        plain.order, plain.endowment, plain.increments, plain.steps,
    )  # fmt: skip


@examples(40)
@given(elections())
def test_phragmen_equals_the_reference(election) -> None:
    assert order(election, Rule.PHRAGMEN) == reference.phragmen(election)


@examples(40)
@given(elections(), st.sampled_from(("cost", "cardinality")))
def test_the_knapsack_optimum_equals_trying_every_set(election, utility) -> None:
    assert set(order(election, Rule.KNAPSACK, Utility(utility))) == reference.knapsack(election, utility)


@examples(150)
@given(elections())
def test_equal_shares_represents_every_group_up_to_one_project(election) -> None:
    winners = set(order(election, Rule.EQUAL_SHARES))
    able = [project for project in election.projects if project.cost <= election.budget]
    smaller = Election.build(
        able,
        [
            ApprovalBallot(
                frozenset(election.projects[i].id for i in items if election.projects[i] in able), weight
            )
            for (items, _), weight in election.rows()
        ],
        budget=election.budget,
        kind=BallotKind.APPROVAL,
    )
    assert reference.represented(smaller, winners)


@pytest.mark.parametrize("rule", [rule for rule in Rule if not rule.is_ranking])
@examples(40)
@given(election=elections(), completion=st.sampled_from(Completion))
def test_no_rule_spends_more_than_there_is(rule, election, completion) -> None:
    more = {"completion": completion, "increment": Fraction(5)} if rule is Rule.EQUAL_SHARES else {}
    outcome = count(election, Settings(rule=rule, tie_order=BY_ID, **more), alternatives=False)
    costs = reference.costs_of(election)
    assert outcome.total_cost == sum(costs[name] for name in outcome.winners) <= election.budget
    assert len(set(outcome.winners)) == len(outcome.winners)
    assert set(outcome.losses) == set(costs) - set(outcome.winners)
    assert all(outcome.votes[name] for name in outcome.winners)


@pytest.mark.parametrize("rule", [rule for rule in Rule if not rule.is_ranking])
@examples(40)
@given(given=parts(), shuffle=st.integers(), seed=st.integers(0, 99))
def test_the_order_of_ballots_and_projects_is_irrelevant(rule, given, shuffle, seed) -> None:
    projects, ballots, budget = given
    chosen = Settings(
        rule=rule, seed=seed, completion=Completion.ADD1U if rule is Rule.EQUAL_SHARES else Completion.NONE
    )
    before = count(Election.build(projects, ballots, budget=budget), chosen, alternatives=False)
    Random(shuffle).shuffle(projects)
    Random(shuffle).shuffle(ballots)
    after = count(Election.build(projects, ballots, budget=budget), chosen, alternatives=False)
    assert (after.hash, after.order) == (before.hash, before.order)


@examples(40)
@given(given=parts(), rule=st.sampled_from((Rule.EQUAL_SHARES, Rule.PHRAGMEN, Rule.GREEDY)))
def test_merging_equal_ballots_is_irrelevant(given, rule) -> None:
    projects, ballots, budget = given
    apart = [replace(ballot, weight=1) for ballot in ballots for _ in range(ballot.weight)]
    chosen = Settings(rule=rule, seed=5)
    together = count(Election.build(projects, ballots, budget=budget), chosen)
    assert count(Election.build(projects, apart, budget=budget), chosen).as_json() == together.as_json()


@pytest.mark.parametrize("rule", [Rule.GREEDY, Rule.GREEDY_NO_SKIP, Rule.THRESHOLD, Rule.KNAPSACK])
@examples(40)
@given(given=parts(), data=st.data())
def test_one_more_vote_never_costs_a_project_its_place(rule, given, data) -> None:
    projects, ballots, budget = given
    outcome = order(Election.build(projects, ballots, budget=budget, threshold=2), rule)
    without = [
        (i, p.id)
        for i, b in enumerate(ballots)
        for p in projects
        if p.id in outcome and p.id not in b.projects
    ]
    if not without:
        return
    i, name = data.draw(st.sampled_from(without))
    ballots[i] = replace(ballots[i], projects=ballots[i].projects | {name})
    assert name in order(Election.build(projects, ballots, budget=budget, threshold=2), rule)


@examples(40)
@given(elections())
def test_what_voters_pay_adds_up_to_the_cost(election) -> None:
    for step in count(election, Settings(tie_order=BY_ID), alternatives=False).steps:
        assert step.price is not None
        assert step.price * step.payers + step.partial_sum == step.cost
        assert step.payers + step.partial == len(
            [v for v in reference.voters(election, "cost") if step.project in v]
        )


def test_a_free_project_is_chosen_first_if_somebody_wants_it() -> None:
    projects = [Project("tree", 10), Project("gift", 0), Project("other gift", 0)]
    election = Election.build(projects, [ApprovalBallot(frozenset({"tree", "gift"}))], budget=10)
    for rule in (Rule.EQUAL_SHARES, Rule.PHRAGMEN):
        assert order(election, rule) == ["gift", "tree"]
    assert order(election, Rule.GREEDY, Utility.CARDINALITY) == ["gift", "tree"]
