"""So much per resident, from the real number of residents, with where it comes from beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world import make_world
from wijkwerk.areas.models import AreaApproach, Inhabitants
from wijkwerk.budgets import actions
from wijkwerk.budgets.formula import formula_for
from wijkwerk.budgets.models import FundKind, Movement
from wijkwerk.budgets.queries import area_balance, balance
from wijkwerk.budgets.rules import by_formula
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.reasons import Conflict, Refused

YEAR = 2026


@pytest.mark.requirement("DEV-17")
def test_13750_residents_times_8_guilders_is_110000_guilders() -> None:
    assert by_formula(Money.of(8, "NLG"), 13_750) == Money.of(110_000, "NLG")


@given(st.integers(0, 10**7), st.integers(0, 10**6), st.sampled_from(Currency))
def test_the_formula_adds_up_over_parts_of_an_area(people: int, minor: int, currency: Currency) -> None:
    each = Money(minor, currency)
    half = people // 2
    assert by_formula(each, people) == by_formula(each, half) + by_formula(each, people - half)
    assert by_formula(each, people).currency is currency


def test_an_area_has_no_negative_number_of_inhabitants() -> None:
    with pytest.raises(ValueError, match="negative"):
        by_formula(Money.of(8, "NLG"), -1)


@pytest.mark.django_db
@pytest.mark.requirement("DEV-17")
def test_the_budget_of_an_area_follows_from_its_inhabitants_in_any_currency() -> None:
    world = make_world()
    assert formula_for(world.area, YEAR).total == Money.of(110_000, "EUR")
    AreaApproach.objects.filter(area=world.area).update(currency="NLG")
    assert formula_for(world.area, YEAR).total == Money.of(110_000, "NLG")


@pytest.mark.django_db
def test_the_amount_chosen_on_adopting_stands_beside_the_one_in_the_source() -> None:
    world = make_world()
    AreaApproach.objects.filter(area=world.area).update(amount_per_resident=363)
    formula = formula_for(world.area, YEAR)
    assert formula.per_resident == Money.of("3.63", "EUR")
    assert formula.total == Money.of("49912.50", "EUR")
    assert formula.in_source == Money.of(8, "NLG")
    assert formula.in_source_euros == Money.of("3.63", "EUR")
    assert formula.source_total == Money.of(110_000, "NLG")
    assert formula.why.source == "003_bd3cdaf8b9febc00.txt §2.2 (5)"
    assert formula.chosen_locally


@pytest.mark.django_db
def test_the_number_of_inhabitants_of_that_year_counts_or_the_last_before() -> None:
    world = make_world()
    Inhabitants.objects.create(area=world.area, year=2020, number=10, source="test")
    assert formula_for(world.area, 2025).total == Money.of(80, "EUR")
    assert formula_for(world.area, 2027).total == Money.of(110_000, "EUR")


@pytest.mark.django_db
def test_without_inhabitants_there_is_a_sentence_and_no_fund() -> None:
    world = make_world()
    Inhabitants.objects.all().delete()
    with pytest.raises(Conflict, match="hoeveel mensen") as refused:
        formula_for(world.area, YEAR)
    assert refused.value.reason.way_out


@pytest.mark.django_db
@pytest.mark.requirement("DEV-55")
def test_opening_the_budget_books_both_sides_once() -> None:
    world = make_world()
    regular = actions.open_regular_fund(
        name="groen",
        year=YEAR,
        amount=Money.of(200_000, "EUR"),
        ground="begroting 2026",
        formal_decider="gemeenteraad",
        legal_ground="artikel 189",
        by=world.executive_board,
    )
    given_ = {
        "area": world.area,
        "year": YEAR,
        "regular": regular,
        "ground": "raad 1",
        "by": world.executive_board,
    }
    fund = actions.grant_by_formula(**given_)
    stand = area_balance(world.area, YEAR)
    assert stand is not None
    assert (stand.granted, balance(regular, YEAR).free) == (Money.of(110_000, "EUR"), Money.of(90_000, "EUR"))
    assert (fund.kind, fund.chosen_by) == (FundKind.AREA_BUDGET, "Bewoners")
    assert fund.ceiling == Money.of(27_500, "EUR")
    assert "smeerolie" in fund.purpose
    assert "Gemeentewet" in fund.legal_ground
    assert fund.formal_decider == "college van burgemeester en wethouders"
    with pytest.raises(Conflict, match="al toegekend"):
        actions.grant_by_formula(**given_)
    assert Movement.objects.filter(target__fund=fund).count() == 1


@pytest.mark.django_db
def test_too_little_in_the_regular_budget_opens_nothing() -> None:
    world = make_world()
    regular = actions.open_regular_fund(
        name="groen",
        year=YEAR,
        amount=Money.of(109_999, "EUR"),
        ground="begroting 2026",
        formal_decider="gemeenteraad",
        legal_ground="artikel 189",
        by=world.executive_board,
    )
    with pytest.raises(actions.NotEnough, match=r"€ 109\.999"):
        actions.grant_by_formula(
            area=world.area, year=YEAR, regular=regular, ground="raad", by=world.executive_board
        )
    assert area_balance(world.area, YEAR) is None


@pytest.mark.django_db
def test_who_does_not_grant_opens_no_budget() -> None:
    world = make_world()
    regular = actions.open_fund(
        name="groen",
        kind=FundKind.REGULAR,
        currency="EUR",
        purpose="groen",
        formal_decider="raad",
        legal_ground="189",
    )
    for person in (world.area_officer, world.area_alderman, world.budget_keeper, None):
        with pytest.raises(Refused):
            actions.grant_by_formula(area=world.area, year=YEAR, regular=regular, ground="raad", by=person)
