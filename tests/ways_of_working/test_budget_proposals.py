"""A wish over the room of a service becomes a proposal to the board, or is simply too much: the file says which."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ways_of_working.money import YEAR, a_measure, noon, regular
from tests.world import World, make_world
from wijkwerk.answers.models import Answer
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import BudgetProposal, Fund, Reservation
from wijkwerk.budgets.queries import balance
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Refused
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def ask(thing: Thing, fund: Fund, units: int, by: Person) -> Reservation | BudgetProposal:
    return budgets.pay_or_propose(
        thing=thing,
        fund=fund,
        year=YEAR,
        amount=Money.of(units, "NLG"),
        reason="Bewoners vroegen hier drie keer om.",
        by=by,
    )


def decide(proposal: BudgetProposal, world: World, *, granted: bool) -> BudgetProposal:
    return budgets.decide_proposal(
        proposal_id=proposal.pk,
        granted=granted,
        reason="Er is dit jaar ruimte." if granted else "Er is dit jaar geen ruimte.",
        body="college",
        by=world.executive_board,
    )


@pytest.mark.requirement("DOR-15")
@pytest.mark.switch("options.budget_proposal_when_exceeding", "true")
@pytest.mark.parametrize("granted", [True, False])
def test_what_does_not_fit_goes_to_the_board_and_comes_back_with_an_outcome(granted: bool) -> None:
    world = make_world("dordrecht_1997")
    with noon(DAY):
        fund, wish = regular(world, 10_000), a_measure(world)
        fits = ask(a_measure(world, "Een hek"), fund, 4_000, world.budget_keeper)
        assert isinstance(fits, Reservation)
        proposal = ask(wish, fund, 9_000, world.area_coordinator)
        assert isinstance(proposal, BudgetProposal)
        assert (proposal.state, proposal.shortage) == ("asked", Money.of(3_000, "NLG"))
        assert "nog ƒ 6.000" in Answer.objects.get(about=wish).text.replace("\N{NO-BREAK SPACE}", " ")
        with pytest.raises(Conflict, match="al gevraagd"):
            ask(wish, fund, 9_000, world.area_coordinator)
        with pytest.raises(Refused):
            budgets.decide_proposal(
                proposal_id=proposal.pk, granted=True, reason="x", body="y", by=world.area_coordinator
            )
        proposal = decide(proposal, world, granted=granted)
        assert proposal.state == ("granted" if granted else "refused")
        assert proposal.decision.body == "college"
        assert balance(fund, YEAR).free == Money.of(9_000 if granted else 6_000, "NLG")
        assert Answer.objects.filter(about=wish, turn="budget_decided").count() == 1
        if granted:
            assert isinstance(ask(wish, fund, 9_000, world.budget_keeper), Reservation)


@pytest.mark.switch("options.budget_proposal_when_exceeding", "false")
def test_elsewhere_there_is_only_what_there_is() -> None:
    world = make_world("deventer_1997")
    with noon(DAY):
        fund = regular(world, 10_000)
        with pytest.raises(budgets.NotEnough) as refused:
            ask(a_measure(world), fund, 12_000, world.area_officer)
    assert refused.value.reason.rule == "deventer_1997: options.budget_proposal_when_exceeding"
    assert not BudgetProposal.objects.exists()
