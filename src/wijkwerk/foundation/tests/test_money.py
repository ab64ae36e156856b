from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.foundation.money import GUILDERS_PER_EURO, Currency, CurrencyMismatch, Money, in_euros

minors = st.integers(-(10**14), 10**14)
euros = minors.map(lambda minor: Money(minor, Currency.EUR))
guilders = minors.map(lambda minor: Money(minor, Currency.NLG))
amounts = st.one_of(euros, guilders)


@given(euros, euros, euros)
def test_adding_is_exact_and_order_makes_no_difference(one: Money, two: Money, three: Money) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert (one + two) - two == one
    assert one + -one == Money(0, "EUR")


@given(euros, st.integers(0, 50))
def test_times_is_adding_again_and_again(amount: Money, times: int) -> None:
    total = Money(0, "EUR")
    for _ in range(times):
        total += amount
    assert amount * times == times * amount == total


@pytest.mark.requirement("DEV-17")
def test_the_budget_of_an_average_wijk() -> None:
    assert Money.of(8, "NLG") * 13_750 == Money.of(110_000, "NLG")


@given(euros, guilders)
def test_two_currencies_never_meet(some: Money, other: Money) -> None:
    for meet in (
        lambda: some + other,
        lambda: other - some,
        lambda: some < other,
        lambda: some <= other,
        lambda: some > other,
        lambda: other >= some,
    ):
        with pytest.raises(CurrencyMismatch, match=r"EUR.*NLG|NLG.*EUR"):
            meet()
    assert some != Money(some.minor, "NLG")


@given(euros, euros)
def test_order_is_that_of_the_amounts(one: Money, two: Money) -> None:
    assert (one < two) == (one.minor < two.minor)
    assert (one <= two) == (not one > two)
    assert sorted([one, two]) == sorted([two, one])


@given(st.decimals(-(10**12), 10**12, places=2))
def test_whole_units_and_back(amount: Decimal) -> None:
    assert Money.of(amount, "EUR").amount == amount
    assert Money.of(str(amount), "EUR") == Money.of(amount, "EUR")


@pytest.mark.parametrize(("typed", "minor"), [("0.005", 1), ("0.004", 0), ("12.345", 1235), ("-0.005", -1)])
def test_half_a_cent_is_rounded_away_from_nothing(typed: str, minor: int) -> None:
    assert Money.of(typed, "EUR").minor == minor


@pytest.mark.parametrize("wrong", [12.5, float("nan")])
def test_a_float_is_no_amount(wrong: float) -> None:
    with pytest.raises(TypeError):
        Money.of(wrong, "EUR")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(wrong, "EUR")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["twaalf", "", "NaN", "Infinity", "1e400000"])
def test_what_is_no_number_is_no_amount(wrong: str) -> None:
    with pytest.raises(ValueError, match="bedrag"):
        Money.of(wrong, "EUR")


@pytest.mark.parametrize("wrong", [True, "5", None])
def test_only_a_whole_number_of_cents_is_kept(wrong: object) -> None:
    with pytest.raises(TypeError):
        Money(wrong, "EUR")  # type: ignore[arg-type]


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="DEM"):
        Money(1, "DEM")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Money(125_000, "EUR"), "€ 1.250"),
        (Money(1_250, "EUR"), "€ 12,50"),
        (Money(11_000_000, "NLG"), "ƒ 110.000"),
        (Money(-5, "EUR"), "-€ 0,05"),
    ],
)
def test_money_reads_as_people_write_it(amount: Money, text: str) -> None:
    assert str(amount) == text


@given(guilders)
def test_guilders_show_their_value_in_euros_to_the_cent(amount: Money) -> None:
    shown = in_euros(amount)
    assert shown.currency is Currency.EUR
    assert abs(shown.amount - amount.amount / GUILDERS_PER_EURO) <= Decimal("0.005")


def test_euros_stay_euros() -> None:
    ten = Money.of(10, "EUR")
    assert in_euros(ten) is ten


@pytest.mark.parametrize(("guilders", "euros"), [(8, "3.63"), (110_000, "49915.82"), (500_000, "226890.11")])
def test_guilders_at_the_fixed_rate(guilders: int, euros: str) -> None:
    assert in_euros(Money.of(guilders, "NLG")) == Money.of(euros, "EUR")


@given(amounts)
def test_nothing_is_false_and_anything_is_true(amount: Money) -> None:
    assert bool(amount) == (amount.minor != 0)
