"""Who decides on the budget of an area: nobody, residents, residents and office, a team, a coordinator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ways_of_working.money import (
    YEAR,
    a_measure,
    area_fund,
    in_guilders,
    noon,
    regular,
    reserve,
)
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Involvement
from wijkwerk.approaches.schema import Decider
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.formula import formula_for
from wijkwerk.budgets.models import Consent, Fund, FundKind, Reservation
from wijkwerk.decisions import actions as decisions
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


@pytest.mark.requirement("DOR-08")
@pytest.mark.switch("budget.decided_by", "none")
@pytest.mark.switch("options.responsibility_shift", "none")
def test_where_responsibility_does_not_shift_no_budget_of_residents_can_be_opened() -> None:
    world = make_world("dordrecht_1997")
    money = regular(world, 200_000, "EUR")
    with pytest.raises(Conflict, match="kent geen budget"):
        budgets.grant_by_formula(
            area=world.area, year=YEAR, regular=money, ground="raad", by=world.executive_board
        )
    with pytest.raises(Conflict, match="niet naar bewoners gegaan") as refused:
        area_fund(world, 5_000, decided_by=Decider.RESIDENTS)
    assert refused.value.reason.rule == "dordrecht_1997: options.responsibility_shift"
    assert refused.value.reason.value == "nee"
    assert refused.value.reason.source == "003_bd3cdaf8b9febc00.txt §3.1"
    with pytest.raises(Conflict, match="kent geen budget"):
        area_fund(world, 5_000)
    assert list(Fund.objects.values_list("kind", flat=True)) == [FundKind.REGULAR]


@pytest.mark.switch("budget.decided_by", "residents")
@pytest.mark.switch("options.responsibility_shift", "area_budget")
def test_where_it_does_the_budget_is_theirs() -> None:
    world = make_world("deventer_1997")
    fund = area_fund(world, 110_000)
    assert fund.decider is Decider.RESIDENTS
    assert reserve(a_measure(world), fund, 9_400, world.budget_keeper)
    with pytest.raises(Conflict, match="iemand anders"):
        area_fund(world, 1, decided_by=Decider.TEAM, currency="EUR")


def office_and_residents() -> tuple[World, Fund, Thing]:
    world = make_world("utrecht_1997", inhabitants=30_000)
    in_guilders(world)
    fund = budgets.grant_by_formula(
        area=world.area,
        year=YEAR,
        regular=regular(world, 2_000_000),
        ground="raad 12 januari",
        by=world.executive_board,
    )
    return world, fund, a_measure(world)


@pytest.mark.requirement("UTR97-19")
@pytest.mark.switch("budget.decided_by", "office_and_residents")
@pytest.mark.switch("options.measures_decided_by", "office_and_residents")
def test_neither_residents_nor_office_spend_alone() -> None:
    with noon(DAY):
        world, fund, thing = office_and_residents()
        amount, keeper = Money.of(9_400, "NLG"), world.budget_keeper
        with pytest.raises(Refused, match="Nog nodig: het bureau, bewoners") as refused:
            reserve(thing, fund, 9_400, keeper)
        assert refused.value.reason.rule == "utrecht_1997: budget.decided_by"
        budgets.residents_decided(
            thing=thing,
            fund=fund,
            amount=amount,
            residents=23,
            how="Handen omhoog op de inloopavond.",
            agreed=True,
            by=world.office_staff,
        )
        with pytest.raises(Refused, match="Nog nodig: het bureau"):
            reserve(thing, fund, 9_400, keeper)
        released = budgets.office_decided(
            thing=thing,
            fund=fund,
            amount=amount,
            reason="Past erin.",
            agreed=True,
            by=world.area_office_manager,
        )
        assert released is not None
        with pytest.raises(Refused, match="Nog nodig"):
            reserve(thing, fund, 9_401, keeper)
        reserve(thing, fund, 9_400, keeper)
        alone = a_measure(world, "Een bankje")
        budgets.office_decided(
            thing=alone, fund=fund, amount=amount, reason="Mooi.", agreed=True, by=world.area_office_manager
        )
        with pytest.raises(Refused, match="Nog nodig: bewoners"):
            reserve(alone, fund, 9_400, keeper)
    assert Reservation.objects.count() == 1
    assert {one.body for one in Decision.objects.all()} == {"bewoners", "wijkmanager"}


@pytest.mark.requirement("UTR97-19")
def test_half_a_million_guilders_an_area_is_over_fifteen_a_resident() -> None:
    world = make_world("utrecht_1997", inhabitants=30_000)
    in_guilders(world)
    formula = formula_for(world.area, YEAR)
    assert formula.total == Money.of(500_000, "NLG")
    assert formula.per_resident is None
    assert formula.each == Money.of("16.66", "NLG")
    assert formula.each.amount > (world.approach.budget.per_resident_over or Decimal(0))


def test_who_wrote_down_what_residents_want_does_not_release_it() -> None:
    with noon(DAY):
        world, fund, thing = office_and_residents()
        given = {"thing": thing, "fund": fund, "amount": Money.of(100, "NLG"), "agreed": True}
        manager = world.area_office_manager
        budgets.residents_decided(residents=4, how="Samen aan tafel.", by=manager, **given)
        with pytest.raises(Conflict, match="Dan geeft een ander het geld vrij"):
            budgets.office_decided(reason="Goed.", by=manager, **given)


def test_who_released_it_does_not_write_down_what_residents_want() -> None:
    """The other way round one person could spend alone."""
    with noon(DAY):
        _world, fund, thing = office_and_residents()
        manager = _world.area_office_manager
        given = {"thing": thing, "fund": fund, "amount": Money.of(9_400, "NLG")}
        budgets.office_decided(reason="Goed.", agreed=True, by=manager, **given)
        with pytest.raises(Conflict, match="een ander op wat bewoners besloten"):
            budgets.residents_decided(residents=4, how="Aan tafel.", agreed=True, by=manager, **given)
        assert budgets.residents_decided(
            residents=4, how="Aan tafel.", agreed=True, by=_world.office_staff, **given
        )


@pytest.mark.parametrize("amount", [Money.of(0, "NLG"), Money.of(-1, "NLG"), Money.of(9_400, "EUR")])
def test_nobody_agrees_to_nothing_or_in_another_currency(amount: Money) -> None:
    with noon(DAY):
        world, fund, thing = office_and_residents()
        with pytest.raises(Invalid):
            budgets.residents_decided(
                thing=thing,
                fund=fund,
                amount=amount,
                residents=4,
                how="x",
                agreed=True,
                by=world.office_staff,
            )


def test_a_no_of_residents_stands_on_record_and_gives_no_money() -> None:
    with noon(DAY):
        world, fund, thing = office_and_residents()
        given = {"thing": thing, "fund": fund, "amount": Money.of(100, "NLG"), "by": world.office_staff}
        assert budgets.residents_decided(residents=9, how="Zeven tegen.", agreed=False, **given) is None
    assert Decision.objects.get().kind == DecisionKind.REFUSE
    assert not Consent.objects.exists()


@pytest.mark.requirement("TIL-20")
@pytest.mark.switch("budget.decided_by", "team")
@pytest.mark.switch("options.measures_decided_by", "team_and_council")
def test_a_team_holds_the_budget_and_nobody_else_spends_it() -> None:
    world = make_world("tilburg_1997")
    fund = area_fund(world, 40_000)
    with pytest.raises(Refused, match=r"gaat: .*gebiedsmanager") as refused:
        reserve(a_measure(world), fund, 500, world.budget_keeper)
    assert refused.value.reason.value == "het gebiedsteam"
    assert reserve(a_measure(world), fund, 500, world.area_manager)


@pytest.mark.switch("budget.decided_by", "coordinator")
def test_a_coordinator_manages_a_small_sum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "budget.decided_by": "coordinator",
        "budget.per_area": 5000,
        "budget.currency": "NLG",
        "budget.managed_by": ("city_coordinator",),
        "roles.city_coordinator.powers": ("advise", "reserve_money"),
    }
    world = make_world(variant(tmp_path, monkeypatch, "dordrecht_1997", values))
    in_guilders(world)
    fund = budgets.grant_by_formula(
        area=world.area, year=YEAR, regular=regular(world, 9_000), ground="raad", by=world.executive_board
    )
    with pytest.raises(Refused, match="stedelijke coördinator"):
        reserve(a_measure(world), fund, 500, world.budget_keeper)
    assert reserve(a_measure(world), fund, 500, world.city_coordinator)


@pytest.mark.requirement("AMF-11")
@pytest.mark.switch("options.responsibility_shift", "in_steps")
@pytest.mark.switch("options.say_grows_after_evaluation", "true")
def test_say_over_a_budget_comes_when_say_has_grown_that_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"budget.decided_by": "residents", "budget.per_resident": 8, "budget.currency": "NLG"}
    world = make_world(variant(tmp_path, monkeypatch, "amersfoort_advice_1997", values))

    def step_up(level: Involvement) -> None:
        decisions.change_say(
            area=world.area,
            level=level,
            reason="De vorige stap ging goed.",
            body="gemeenteraad",
            by=world.portfolio_holder,
        )

    def evaluated(*, worked: bool) -> None:
        decisions.evaluate_say(
            step_id=world.area.say_steps.first().pk,
            evaluation="Bewoners, politiek en ambtenaren leerden ervan.",
            worked=worked,
            by=world.policy_officer,
        )

    with noon(date(2026, 1, 5)):
        with pytest.raises(Conflict, match="niet naar bewoners gegaan"):
            area_fund(world, 100)
        with pytest.raises(Conflict, match="één stap tegelijk"):
            step_up(Involvement.DECIDE)
        step_up(Involvement.CO_DECIDE)
        with pytest.raises(Conflict, match="niet naar bewoners gegaan"):
            area_fund(world, 100)
        with pytest.raises(Conflict, match="nog niet geëvalueerd") as refused:
            step_up(Involvement.DECIDE)
        assert refused.value.reason.rule == "variant: options.say_grows_after_evaluation"
    with noon(date(2027, 1, 5)):
        evaluated(worked=False)
        with pytest.raises(Conflict, match="of werkte niet"):
            step_up(Involvement.DECIDE)
        evaluated(worked=True)
        step_up(Involvement.DECIDE)
        assert area_fund(world, 100).decider is Decider.RESIDENTS
    assert [(one.level, one.since.year) for one in world.area.say_steps.all()] == [
        ("decide", 2027),
        ("co_decide", 2026),
    ]


@pytest.mark.switch("options.say_grows_after_evaluation", "false")
def test_without_that_rule_a_step_follows_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"options.say_grows_after_evaluation": False}
    world = make_world(variant(tmp_path, monkeypatch, "amersfoort_advice_1997", values))
    given = {"area": world.area, "reason": "Wij durven.", "body": "raad", "by": world.portfolio_holder}
    decisions.change_say(level=Involvement.CO_DECIDE, **given)
    assert decisions.change_say(level=Involvement.DECIDE, **given).level == "decide"


@pytest.mark.parametrize("key", ["deventer_1997", "dordrecht_1997"])
def test_where_say_does_not_move_in_steps_it_is_not_stepped_up(key: str) -> None:
    world = make_world(key)
    verdict = decisions.may_change_say(world.approach, Involvement.CONSULTED, Involvement.CO_DECIDE, None)
    assert not verdict
    assert verdict.reason.rule == f"{key}: options.responsibility_shift"
