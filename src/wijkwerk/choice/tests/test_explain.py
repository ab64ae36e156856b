"""Explanations: what they say is what the count did."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import (
    ApprovalBallot,
    BallotError,
    Completion,
    Constraints,
    Election,
    PointsBallot,
    Project,
    RankedBallot,
    Rule,
    Settings,
    Utility,
    Why,
    count,
)
from wijkwerk.choice.election import BallotKind
from wijkwerk.choice.explain.change import smallest_change
from wijkwerk.choice.explain.compare import column, compare, usual_rules
from wijkwerk.choice.explain.projects import explain_projects
from wijkwerk.choice.explain.receipt import Receipts
from wijkwerk.choice.explain.report import report
from wijkwerk.choice.explain.sentences import Sentences
from wijkwerk.choice.explain.words import TEXTS, WHY, Words
from wijkwerk.choice.tests.strategies import elections, examples

NBSP = "\N{NO-BREAK SPACE}"
PROJECTS = [
    Project("speelplek", 30000, "de speelplek", ("spel",), "Noord"),
    Project("bomen", 20000, "de bomen", ("groen",), "Noord"),
    Project("brug", 90000, "de brug", ("groen",), "Zuid"),
]


def village() -> Election:
    """Ten voters with € 100 each: six for the play place, four of them and four others for the trees."""
    ballots = [
        ApprovalBallot(frozenset({"speelplek"}), 2),
        ApprovalBallot(frozenset({"speelplek", "bomen"}), 4),
        ApprovalBallot(frozenset({"brug", "bomen"}), 4),
    ]
    election = Election.build(PROJECTS, ballots, budget=100000, scale=100)
    return Election.from_rows(
        election.projects, election.budget, election.kind, election.rows(), scale=100, currency="EUR"
    )


def equal_shares() -> Settings:
    return Settings(tie_order=("id",))


def test_a_receipt_tells_what_a_ballot_paid() -> None:
    """€ 100 each; eight share the trees (€ 25 each), six the play place (€ 50 each)."""
    outcome = count(village(), equal_shares())
    receipts = Receipts(outcome)
    both = receipts.of_ballot(ApprovalBallot(frozenset({"speelplek", "bomen"})))
    assert {line.project: line.paid for line in both.lines} == {"speelplek": 5000, "bomen": 2500}
    assert (both.funded, both.left, both.share) == (2, 2500, 10000)
    said = Sentences(outcome.election).receipt(both)
    assert f"€{NBSP}50 aan de speelplek" in said
    assert "2 van uw 2 keuzes gaan door." in said
    bridge = receipts.of_ballot(ApprovalBallot(frozenset({"brug", "bomen"})))
    english = Sentences(outcome.election, "en").receipt(bridge)
    assert english == "Your vote paid towards: €25 for de bomen. 1 of your 2 choices is funded. Left: €75."


def test_a_ballot_that_nobody_handed_in_has_no_receipt() -> None:
    receipts = Receipts(count(village(), equal_shares()))
    with pytest.raises(BallotError, match="No ballot"):
        receipts.of_ballot(ApprovalBallot(frozenset({"brug"})))


def test_ranked_and_points_ballots_are_found_by_their_content() -> None:
    ranked = Election.build(
        PROJECTS, [RankedBallot(("brug", "bomen")), RankedBallot(("bomen", "brug"))], budget=10**6
    )
    receipt = Receipts(count(ranked, Settings(utility=Utility.BORDA, tie_order=("id",))))
    assert [line.project for line in receipt.of_ballot(RankedBallot(("bomen", "brug"))).lines] == [
        "bomen",
        "brug",
    ]
    points = Election.build(PROJECTS, [PointsBallot({"brug": 1, "bomen": 3})], budget=10**6)
    found = Receipts(count(points, Settings(utility=Utility.POINTS, tie_order=("id",))))
    assert found.of_ballot(PointsBallot({"bomen": 3, "brug": 1})).funded == 2


@examples(100)
@given(elections(), st.sampled_from(Completion))
def test_receipts_add_up_to_what_equal_shares_spent(election, completion) -> None:
    chosen = Settings(completion=completion, tie_order=("id",), increment=Fraction(9))
    outcome = count(election, chosen, alternatives=False)
    receipts = Receipts(outcome)
    paid = 0.0
    for number, weight in enumerate(election.weights.tolist()):
        receipt = receipts.of_class(number)
        mine = sum((line.paid or Fraction(0) for line in receipt.lines), Fraction(0))
        assert receipt.left is not None
        assert abs(mine + receipt.left - outcome.endowment) < Fraction(1, 10)
        paid += float(mine) * weight
    assert abs(paid - sum(step.cost for step in outcome.steps if step.price is not None)) < 1


def test_a_project_is_told_what_it_lacked_and_where_the_money_went() -> None:
    outcome = count(village(), equal_shares())
    bridge = next(value for value in explain_projects(outcome) if value.project == "brug")
    assert bridge.loss is not None
    assert bridge.loss.why is Why.TOO_FEW_VOTES
    assert (bridge.available, bridge.lacking_money, bridge.lacking_votes) == (30000, 60000, 6)
    assert bridge.covered == Fraction(1, 3)
    assert [(flow.project, flow.amount) for flow in bridge.flows] == [("bomen", 10000)]
    said = Sentences(outcome.election).project(bridge)
    assert f"Er ontbrak €{NBSP}600." in said
    assert f"Hun geld ging vooral naar: de bomen (€{NBSP}100)." in said


def test_greedy_tells_how_much_was_left_at_a_projects_turn() -> None:
    outcome = count(village(), Settings(rule=Rule.GREEDY, tie_order=("id",)))
    assert outcome.winners == ("bomen", "speelplek")
    bridge = explain_projects(outcome)[-1]
    assert (bridge.available, bridge.lacking_money) == (50000, 40000)


def test_the_comparison_counts_voters_and_money() -> None:
    result = compare(village(), usual_rules(equal_shares()))
    assert [c.settings.rule for c in result] == [
        Rule.EQUAL_SHARES, Rule.GREEDY, Rule.EQUAL_SHARES, Rule.PHRAGMEN, Rule.KNAPSACK,
    ]  # fmt: skip
    first = result[0]
    assert (first.share_with_one, first.average_funded) == (1, Fraction(14, 10))
    assert first.money == {"area:Noord": 50000, "category:groen": 20000, "category:spel": 30000}
    assert "100,0% van de stemmers" in Sentences(village()).column(first)


def test_the_smallest_change_of_a_loser() -> None:
    """After the trees its four supporters hold € 75 each: € 300. With nine supporters of € 100 it comes first."""
    change = smallest_change(count(village(), equal_shares()), "brug")
    assert (change.cost, change.votes) == (30000, 5)
    expected = (
        f"Met 5 stemmen meer was het wel doorgegaan. Met een prijs van €{NBSP}300 was het wel doorgegaan."
    )
    assert Sentences(village()).change(change) == expected


@examples(60)
@given(elections(), st.sampled_from((Rule.GREEDY, Rule.EQUAL_SHARES, Rule.PHRAGMEN)), st.data())
def test_the_told_cost_turns_the_outcome_and_one_step_less_does_not(election, rule, data) -> None:
    outcome = count(election, Settings(rule=rule, tie_order=("id",)), alternatives=False)
    name = data.draw(st.sampled_from([p.id for p in election.projects]))
    change = smallest_change(outcome, name)
    if change.cost is None:
        return

    def wins_at(cost: int) -> bool:
        projects = [Project(p.id, cost if p.id == name else p.cost) for p in election.projects]
        again = Election.from_rows(projects, election.budget, election.kind, election.rows())
        return name in count(again, outcome.settings, alternatives=False).winners

    assert wins_at(change.cost) != change.funded
    assert wins_at(change.cost + (-1 if change.funded else 1)) == change.funded


@examples(60)
@given(elections(), st.data())
def test_so_many_votes_turn_the_outcome_of_greedy(election, data) -> None:
    """Under greedy it does not matter who joins or leaves, so any so many will do."""
    outcome = count(election, Settings(rule=Rule.GREEDY, tie_order=("id",)), alternatives=False)
    name = data.draw(st.sampled_from([p.id for p in election.projects]))
    change = smallest_change(outcome, name)
    if change.votes is None:
        return

    def wins_with(moved: int) -> bool:
        ballots = []
        for (items, _), weight in election.rows():
            names = frozenset(election.projects[i].id for i in items)
            may_move = bool(names) and (name in names) == change.funded
            some = min(weight, moved) if may_move else 0
            moved -= some
            ballots += [ApprovalBallot(names ^ {name}, some)] if some else []
            ballots += [ApprovalBallot(names, weight - some)] if weight > some else []
        again = Election.build(election.projects, ballots, budget=election.budget, kind=BallotKind.APPROVAL)
        return name in count(again, outcome.settings, alternatives=False).winners

    assert wins_with(change.votes) != change.funded
    assert wins_with(change.votes - 1) == change.funded


def test_amounts_are_written_as_the_language_writes_them() -> None:
    dutch, english = Words("nl", "EUR", 100), Words("en", "EUR", 100)
    assert (dutch.money(123450), english.money(123450)) == (f"€{NBSP}1.234,50", "€1,234.50")
    assert (dutch.money(120000), english.money(-50)) == (f"€{NBSP}1.200", "€-0.50")
    assert Words("nl", "NLG").money(15) == f"ƒ{NBSP}15"
    assert Words("nl", "PLN").money(15) == f"PLN{NBSP}15"
    assert (dutch.votes(1), dutch.votes(1200), english.voters(1)) == ("1 stem", "1.200 stemmen", "1 voter")


def test_every_reason_and_sentence_exists_in_both_languages() -> None:
    assert set(WHY) == set(Why)
    for both in (*WHY.values(), *TEXTS.values()):
        assert len(both) == 2
        assert all(both)


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_has_a_report(rule, language) -> None:
    kind = BallotKind.ORDINAL if rule.is_ranking else BallotKind.APPROVAL
    ballots = [RankedBallot(("bomen", "brug"), 3), RankedBallot(("speelplek",), 2)]
    if not rule.is_ranking:
        ballots = [ApprovalBallot(frozenset(b.order), b.weight) for b in ballots]
    election = Election.build(PROJECTS, ballots, budget=60000, kind=kind, scale=100)
    outcome = count(election, Settings(rule=rule, tie_order=("id",)))
    text = report(outcome, language)
    assert outcome.hash in text
    assert all(project.name in text for project in PROJECTS)


def test_pots_leave_receipts_without_a_single_share() -> None:
    chosen = Settings(
        constraints=Constraints(pots={"area:Noord": 50000, "area:Zuid": 50000}), tie_order=("id",)
    )
    outcome = count(village(), chosen)
    receipt = Receipts(outcome).of_class(0)
    assert (receipt.share, receipt.left) == (None, None)
    assert column(outcome).voters == 10
