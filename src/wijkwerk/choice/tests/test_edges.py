"""Nothing, one, all: what a count does at the edges, and the last step that asks the voters themselves."""

from fractions import Fraction

import pytest

from wijkwerk.choice import (
    ApprovalBallot,
    BallotError,
    BallotKind,
    Comparison,
    Completion,
    Election,
    Limits,
    PointsBallot,
    Project,
    RankedBallot,
    Rule,
    SettingError,
    Settings,
    Utility,
    Why,
    count,
)

TWO = [Project("a", 60), Project("b", 40)]


def every_setting(rule: Rule) -> list[Settings]:
    """All completions of a rule."""
    completions = list(Completion) if rule is Rule.EQUAL_SHARES else [Completion.NONE]
    return [Settings(rule=rule, completion=completion, tie_order=("id",)) for completion in completions]


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("projects", [[], TWO])
@pytest.mark.parametrize("budget", [0, 100])
def test_without_votes_nobody_wins(rule, projects, budget) -> None:
    for chosen in every_setting(rule):
        election = Election.build(projects, [], budget=budget, kind=BallotKind.ORDINAL)
        outcome = count(election, chosen)
        assert (outcome.winners, outcome.total_cost) == ((), 0)
        assert {loss.why for loss in outcome.losses.values()} <= {Why.NO_SUPPORT}


@pytest.mark.parametrize("rule", list(Rule))
def test_one_voter_gets_what_the_money_allows(rule) -> None:
    for chosen in every_setting(rule):
        ballot = RankedBallot(("a", "b"))
        assert set(count(Election.build(TWO, [ballot], budget=100), chosen).winners) == {"a", "b"}
        poor = count(Election.build(TWO, [ballot], budget=50), chosen)
        assert poor.winners == ("b",)
        assert poor.losses["a"].why is Why.TOO_DEAR


@pytest.mark.parametrize("rule", [rule for rule in Rule if not rule.is_ranking])
def test_a_withdrawn_project_never_wins_and_never_stands_in_the_way(rule) -> None:
    projects = [Project("a", 10, withdrawn=True), Project("b", 40)]
    ballots = [ApprovalBallot(frozenset({"a"}), 9), ApprovalBallot(frozenset({"b"}))]
    for chosen in every_setting(rule):
        outcome = count(Election.build(projects, ballots, budget=400), chosen)
        assert outcome.winners == ("b",)
        assert outcome.losses["a"].why is Why.WITHDRAWN


def test_a_project_dearer_than_the_budget_cannot_end_the_raising_of_shares() -> None:
    """Everybody wants the palace too; it may not stop Add1 before the bench is reached."""
    projects = [Project("palace", 101), Project("bench", 60)]
    ballots = [ApprovalBallot(frozenset({"palace"}), 8), ApprovalBallot(frozenset({"bench", "palace"}), 2)]
    chosen = Settings(completion=Completion.ADD1, tie_order=("id",))
    assert count(Election.build(projects, ballots, budget=100), chosen).winners == ("bench",)


def comparison(how: Comparison) -> dict[str, object]:
    """Six voters want only the dear project; four want only the cheap one, which equal shares buys for them."""
    projects = [Project("dear", 1000), Project("cheap", 100)]
    ballots = [ApprovalBallot(frozenset({"dear"}), 6), ApprovalBallot(frozenset({"cheap"}), 4)]
    outcome = count(
        Election.build(projects, ballots, budget=1000), Settings(comparison=how, tie_order=("id",))
    )
    return {**outcome.details.get("comparison", {}), "winners": outcome.winners}


def test_the_comparison_keeps_what_more_voters_prefer() -> None:
    assert comparison(Comparison.NONE)["winners"] == ("cheap",)
    satisfied = comparison(Comparison.SATISFACTION)
    assert (satisfied["prefer_greedy"], satisfied["prefer_equal_shares"]) == (6, 4)
    assert (satisfied["winners"], satisfied["chosen"]) == (("dear",), "greedy")
    left_out = comparison(Comparison.EXCLUSION)
    assert (left_out["left_out_by_equal_shares"], left_out["left_out_by_greedy"]) == (6, 4)
    assert left_out["winners"] == ("dear",)


def test_shares_can_be_rounded_down_first() -> None:
    election = Election.build([Project("a", 99)], [ApprovalBallot(frozenset("a"), 3)], budget=100)
    assert count(election, Settings()).endowment == Fraction(100, 3)
    assert count(election, Settings(whole_shares=True)).endowment == 33


def test_limits_are_the_same_for_a_page_that_takes_votes() -> None:
    knapsack = Limits(max_sum_cost=90, min_length=1)
    assert [str(b) for b in knapsack.breaches([60, 40])] == ["100 is more than max_sum_cost, 90."]
    ballots = [ApprovalBallot(frozenset({"a"})), ApprovalBallot(frozenset())]
    with pytest.raises(BallotError, match="Ballot 2 breaks a limit: 0 is less than min_length, 1"):
        Election.build(TWO, ballots, budget=100, limits=knapsack)
    points = Limits(max_points=5, max_sum_points=7, min_points=1)
    assert [b.what for b in points.breaches([60, 40], [6, 2])] == ["points", "sum_points"]
    both = [ApprovalBallot(frozenset({"a", "b"}))]
    with pytest.raises(BallotError, match="max_length"):
        Election.build(TWO, both, budget=100, kind=BallotKind.CHOOSE_ONE)


@pytest.mark.parametrize(
    ("kind", "ballot", "words"),
    [
        (BallotKind.APPROVAL, PointsBallot({"a": 1}), "not a ballot of the kind"),
        (BallotKind.CUMULATIVE, ApprovalBallot(frozenset("a")), "not a ballot of the kind"),
        (BallotKind.ORDINAL, ApprovalBallot(frozenset("a")), "no order"),
        (BallotKind.SCORING, PointsBallot({"a": 10**10}), "cannot be meant"),
        (BallotKind.ORDINAL, RankedBallot(("a", "a")), "more than once"),
        (BallotKind.ORDINAL, RankedBallot(("a",), 0), "weight 0"),
        (BallotKind.APPROVAL, ApprovalBallot(frozenset("z")), "'z'"),
    ],
)
def test_a_ballot_that_does_not_fit_is_refused(kind, ballot, words) -> None:
    with pytest.raises(BallotError, match=words):
        Election.build(TWO, [ballot], budget=100, kind=kind)


def test_projects_that_make_no_sense_are_refused() -> None:
    with pytest.raises(BallotError, match="twice"):
        Election.build([*TWO, Project("a", 1)], [], budget=1)
    with pytest.raises(BallotError, match="negative"):
        Election.build([Project("a", -1)], [], budget=1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"borda_last": 2},
        {"increment": Fraction(0)},
        {"threshold": -1},
        {"tie_order": ("lowest-cost",)},
        {"rule": Rule.GREEDY, "completion": Completion.ADD1},
        {"rule": Rule.GREEDY, "comparison": Comparison.EXCLUSION},
    ],
)
def test_settings_that_contradict_themselves_are_refused(wrong) -> None:
    with pytest.raises(SettingError):
        Settings(**wrong)


def test_the_score_utility_orders_by_total_points_as_cities_do() -> None:
    ballots = [PointsBallot({"a": 3, "b": 2}), PointsBallot({"b": 2})]
    election = Election.build(TWO, ballots, budget=60)
    assert count(election, Settings(rule=Rule.GREEDY, utility=Utility.SCORE)).winners == ("b",)
    richer = Election.build(TWO, [*ballots, PointsBallot({"a": 2})], budget=60)
    assert count(richer, Settings(rule=Rule.GREEDY, utility=Utility.SCORE)).winners == ("a",)
    assert count(richer, Settings(rule=Rule.GREEDY, utility=Utility.POINTS)).winners == ("b",)
