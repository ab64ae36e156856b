"""Ceilings, floors, pots, projects that exclude or need each other: under every rule that divides money."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import (
    ApprovalBallot,
    Completion,
    Constraints,
    Election,
    Project,
    Rule,
    SettingError,
    Settings,
    Why,
    count,
)
from wijkwerk.choice.tests.strategies import elections, examples

MONEY_RULES = [rule for rule in Rule if not rule.is_ranking]


def settings_for(rule: Rule, constraints: Constraints) -> Settings:
    completion = Completion.ADD1U if rule is Rule.EQUAL_SHARES else Completion.NONE
    return Settings(rule=rule, completion=completion, constraints=constraints, tie_order=("id",))


def grouped(election: Election) -> Election:
    """Every other project is green, the rest is play."""
    projects = [
        Project(p.id, p.cost, categories=("groen",) if number % 2 else ("spel",))
        for number, p in enumerate(election.projects)
    ]
    return Election.from_rows(projects, election.budget, election.kind, election.rows())


def village(**votes: int) -> Election:
    """Four projects, single-minded voters."""
    projects = [
        Project("bomen", 300, categories=("groen",), area="Noord"),
        Project("tuin", 300, categories=("groen",), area="Zuid"),
        Project("wip", 200, categories=("spel",), area="Noord"),
        Project("kabelbaan", 500, categories=("spel",), area="Zuid"),
    ]
    ballots = [ApprovalBallot(frozenset(name.split("_")), weight) for name, weight in votes.items()]
    return Election.build(projects, ballots, budget=1000)


@pytest.mark.parametrize("rule", MONEY_RULES)
@given(election=elections().map(grouped), ceiling=st.integers(0, 500), data=st.data())
@examples(40)
def test_no_constraint_is_ever_broken(rule, election, ceiling, data) -> None:
    names = [p.id for p in election.projects]
    labels = {label for p in election.projects for label in p.labels}
    some = st.lists(st.sampled_from(names), unique=True, min_size=2, max_size=3).map(frozenset)
    exclusive = (data.draw(some),) if len(names) > 1 else ()
    needs = {names[-1]: frozenset({names[0]})} if len(names) > 1 else {}
    constraints = Constraints(ceilings={sorted(labels)[0]: ceiling}, exclusive=exclusive, requires=needs)
    outcome = count(election, settings_for(rule, constraints), alternatives=False)
    won = set(outcome.winners)
    for label, most in constraints.ceilings.items():
        assert sum(p.cost for p in election.projects if p.id in won and label in p.labels) <= most
    assert all(len(group & won) <= 1 for group in exclusive)
    for name, wanted in needs.items():
        if name in won:
            order = list(outcome.order)
            assert all(w in won for w in wanted)
            assert rule is Rule.KNAPSACK or all(order.index(w) < order.index(name) for w in wanted)


@given(election=elections().map(grouped), ceiling=st.integers(0, 500))
@examples(60)
def test_the_constrained_knapsack_is_the_best_allowed_set(election, ceiling) -> None:
    names = [p.id for p in election.projects]
    constraints = Constraints(
        ceilings={
            election.projects[0].categories and f"category:{election.projects[0].categories[0]}": ceiling
        },
        exclusive=(frozenset(names[:2]),) if len(names) > 1 else (),
        requires={names[2]: frozenset({names[1]})} if len(names) > 2 else {},
    )
    won = count(election, settings_for(Rule.KNAPSACK, constraints), alternatives=False).winners
    label = next(iter(constraints.ceilings))

    def allowed(group) -> bool:
        ids = {p.id for p in group}
        return (
            sum(p.cost for p in group) <= election.budget
            and sum(p.cost for p in group if label in p.labels) <= ceiling
            and all(len(e & ids) <= 1 for e in constraints.exclusive)
            and all(needs <= ids for name, needs in constraints.requires.items() if name in ids)
        )

    votes = dict(zip(names, election.votes, strict=True))
    groups = [
        g for size in range(len(names) + 1) for g in combinations(election.projects, size) if allowed(g)
    ]
    best = max(sum(votes[p.id] * p.cost for p in group) for group in groups)
    assert sum(votes[p.id] * p.cost for p in election.projects if p.id in won) == best


@pytest.mark.parametrize("rule", MONEY_RULES)
def test_a_rival_that_won_shuts_a_project_out(rule) -> None:
    constraints = Constraints(exclusive=(frozenset({"bomen", "tuin"}),))
    outcome = count(village(bomen=6, tuin=4), settings_for(rule, constraints))
    assert outcome.winners == ("bomen",)
    if rule is not Rule.KNAPSACK:
        assert (outcome.losses["tuin"].why, outcome.losses["tuin"].by) == (Why.EXCLUDED, "bomen")


@pytest.mark.parametrize("rule", MONEY_RULES)
def test_a_project_waits_for_what_it_needs(rule) -> None:
    constraints = Constraints(requires={"wip": frozenset({"bomen"})})
    outcome = count(village(wip=6, bomen=4), settings_for(rule, constraints))
    assert set(outcome.winners) == {"bomen", "wip"}
    alone = count(village(wip=6, tuin=4), settings_for(rule, constraints))
    assert alone.winners == ("tuin",)
    assert (alone.losses["wip"].why, alone.losses["wip"].by) == (Why.WAITED, "bomen")


def test_a_ceiling_closes_a_group() -> None:
    constraints = Constraints(ceilings={"category:groen": 300})
    outcome = count(village(bomen_tuin=6, wip=4), settings_for(Rule.GREEDY, constraints))
    assert outcome.winners == ("bomen", "wip")
    assert (outcome.losses["tuin"].why, outcome.losses["tuin"].by) == (Why.GROUP_FULL, "category:groen")


def test_a_floor_is_spent_on_its_group_first() -> None:
    plain = count(village(kabelbaan=6, tuin=5, bomen=4, wip=1), settings_for(Rule.GREEDY, Constraints()))
    assert plain.winners == ("kabelbaan", "tuin", "wip")
    floor = Constraints(floors={"category:groen": 600})
    outcome = count(village(kabelbaan=6, tuin=5, bomen=4, wip=1), settings_for(Rule.GREEDY, floor))
    assert outcome.winners == ("tuin", "bomen", "wip")
    assert [step.stage for step in outcome.steps] == ["category:groen", "category:groen", ""]


@pytest.mark.parametrize("rule", MONEY_RULES)
def test_pots_are_elections_of_their_own(rule) -> None:
    constraints = Constraints(pots={"area:Noord": 300, "area:Zuid": 700})
    outcome = count(village(bomen=6, wip=2, kabelbaan=4, tuin=1), settings_for(rule, constraints))
    assert set(outcome.winners) == {"bomen", "kabelbaan"}
    assert [stage["stage"] for stage in outcome.details["stages"]] == ["area:Noord", "area:Zuid"]


def test_what_pots_leave_over_can_be_spent_on_the_rest() -> None:
    pots = {"area:Noord": 300, "area:Zuid": 500}
    kept = Constraints(pots=pots)
    spent = Constraints(pots=pots, leftover="spend")
    votes = {"bomen": 6, "wip": 5, "kabelbaan": 2, "tuin": 1}
    assert set(count(village(**votes), settings_for(Rule.GREEDY, kept)).winners) == {"bomen", "kabelbaan"}
    assert set(count(village(**votes), settings_for(Rule.GREEDY, spent)).winners) == {
        "bomen",
        "kabelbaan",
        "wip",
    }


def test_only_the_voters_of_a_pot_share_its_money() -> None:
    """Six voters of Noord with 300 between them: 50 each, enough for the trees that all six want."""
    constraints = Constraints(pots={"area:Noord": 300, "area:Zuid": 700})
    chosen = Settings(rule=Rule.EQUAL_SHARES, constraints=constraints, tie_order=("id",))
    outcome = count(village(bomen=6, kabelbaan=7), chosen)
    assert outcome.winners == ("bomen", "kabelbaan")
    assert [stage["endowment"] for stage in outcome.details["stages"]] == ["50", "100"]


@pytest.mark.parametrize(
    ("constraints", "words"),
    [
        (Constraints(ceilings={"category:water": 1}), "no project"),
        (Constraints(floors={"category:groen": 600, "category:spel": 600}), "more than the budget"),
        (Constraints(pots={"area:Noord": 1001}), "more than the budget"),
        (Constraints(ceilings={"area:Noord": -1}), "negative"),
        (Constraints(ceilings={"area:Noord": 5}, floors={"area:Noord": 9}), "above its ceiling"),
        (Constraints(pots={"area:Noord": 5}, floors={"area:Noord": 9}), "combined"),
        (Constraints(pots={"area:Noord": 5}, leftover="burn"), "burn"),
        (Constraints(exclusive=(frozenset({"wip", "vijver"}),)), "vijver"),
        (Constraints(requires={"wip": frozenset({"tuin"}), "tuin": frozenset({"wip"})}), "for ever"),
    ],
)
def test_constraints_that_make_no_sense_are_refused(constraints, words) -> None:
    with pytest.raises(SettingError, match=words):
        count(village(wip=1), settings_for(Rule.GREEDY, constraints))


def test_ranking_rules_know_no_constraints() -> None:
    with pytest.raises(SettingError, match="constraints"):
        Settings(rule=Rule.BORDA, constraints=Constraints(ceilings={"area:Noord": 1}))
