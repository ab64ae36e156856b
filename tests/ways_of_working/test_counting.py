"""Residents' votes divide the money of an area: the count is one half of the decision, and never more than the fund."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.money import YEAR, a_measure, area_fund, in_guilders, noon, regular, reserve
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Involvement
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Fund
from wijkwerk.choice import ApprovalBallot, Completion, Election, Outcome, Project, Settings, count
from wijkwerk.choice.explain.words import Words
from wijkwerk.decisions import actions as decisions
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Refused

pytestmark = pytest.mark.django_db

SETTINGS = Settings(completion=Completion.ADD1, seed=1997)
# Who chose what: trees, lamps, a playing field and a square for many, a fountain for few.
VOTES = ({"veld", "bomen"}, 40), ({"bomen", "lampen"}, 35), ({"lampen", "plein"}, 20), ({"fontein"}, 5)


def counted(budget: Money, costs: dict[str, int]) -> Outcome:
    """The votes on these items with this money."""
    election = Election.build(
        [Project(name, Money.of(cost, budget.currency).minor) for name, cost in costs.items()],
        [ApprovalBallot(frozenset(names) & frozenset(costs), weight) for names, weight in VOTES],
        budget=budget.minor,
        scale=100,
    )
    return count(election, SETTINGS)


@pytest.mark.requirement("UTR97-19")
def test_what_residents_count_and_the_office_releases_is_spent_and_nothing_else() -> None:
    world = make_world("utrecht_1997", inhabitants=30_000)
    in_guilders(world)
    with noon(date(2026, 3, 2)):
        fund = budgets.grant_by_formula(
            area=world.area,
            year=YEAR,
            regular=regular(world, 2_000_000),
            ground="raad 12 januari",
            by=world.executive_board,
        )
        whole = Money.of(500_000, "NLG")
        costs = dict.fromkeys(("veld", "bomen", "lampen", "plein", "fontein"), 125_000)
        outcome = counted(whole, costs)
        assert set(outcome.winners) == {"veld", "bomen", "lampen", "plein"}
        assert outcome.total_cost == whole.minor
        things = {name: a_measure(world, name.capitalize()) for name in costs}
        for name in outcome.winners:
            given = {"thing": things[name], "fund": fund, "amount": Money.of(costs[name], "NLG")}
            budgets.residents_decided(
                residents=outcome.votes[name],
                how=f"Stemming, controlegetal {outcome.hash}.",
                agreed=True,
                by=world.office_staff,
                **given,
            )
            with pytest.raises(Refused, match="Nog nodig: het bureau"):
                reserve(things[name], fund, costs[name], world.budget_keeper)
            budgets.office_decided(reason="Past erin.", agreed=True, by=world.area_office_manager, **given)
            reserve(things[name], fund, costs[name], world.budget_keeper)
        for name in set(costs) - set(outcome.winners):
            with pytest.raises(Refused, match="bewoners"):
                reserve(things[name], fund, costs[name], world.budget_keeper)
    assert Words("nl", "NLG", 100).money(outcome.total_cost) == "ƒ\N{NO-BREAK SPACE}500.000"


def stepped(world: World, level: Involvement) -> None:
    decisions.change_say(
        area=world.area, level=level, reason="De stap ging goed.", body="raad", by=world.portfolio_holder
    )


def divided(world: World, fund: Fund, year: int, units: int, open_: dict[str, int]) -> Outcome:
    """A year of the budget: so much money, a vote on what is still open, and what won is set apart."""
    money = Money.of(units, "NLG")
    budgets.grant_from_council(fund=fund, year=year, amount=money, ground="begroting")
    outcome = counted(money, open_)
    for name in outcome.winners:
        budgets.reserve(
            measure=a_measure(world, name.capitalize()),
            fund=fund,
            year=year,
            amount=Money.of(open_[name], "NLG"),
            by=world.budget_keeper,
        )
    return outcome


@pytest.mark.requirement("AMF-11")
def test_what_residents_count_decides_over_more_as_their_say_has_grown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"budget.decided_by": "residents", "budget.per_resident": 8, "budget.currency": "NLG"}
    world = make_world(variant(tmp_path, monkeypatch, "amersfoort_advice_1997", values))
    costs = {"veld": 3_000, "bomen": 1_500, "lampen": 1_200, "fontein": 4_000}
    with noon(date(2026, 1, 5)):
        stepped(world, Involvement.CO_DECIDE)
        assert counted(Money.of(2_000, "NLG"), costs).winners  # advice, as long as say has not come further
        with pytest.raises(Conflict, match="niet naar bewoners gegaan"):
            area_fund(world, 1)
        with pytest.raises(Conflict, match="nog niet geëvalueerd"):
            stepped(world, Involvement.DECIDE)
    with noon(date(2027, 1, 5)):
        decisions.evaluate_say(
            step_id=world.area.say_steps.first().pk,
            evaluation="Wij leerden ervan.",
            worked=True,
            by=world.policy_officer,
        )
        stepped(world, Involvement.DECIDE)
        fund = area_fund(world, 1)
        first = divided(world, fund, 2027, 2_000, costs)
    with noon(date(2028, 1, 5)):
        rest = {name: cost for name, cost in costs.items() if name not in first.winners}
        second = divided(world, fund, 2028, 6_000, rest)
    assert set(first.winners) == {"bomen"}
    assert set(second.winners) == {"lampen", "veld"}
    for outcome, units in ((first, 2_000), (second, 6_000)):
        assert outcome.total_cost <= Money.of(units, "NLG").minor
