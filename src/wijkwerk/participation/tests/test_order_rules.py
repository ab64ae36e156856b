"""The order on a form, by its properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.participation.rules import cleaned_order, moved, per_thousand, reordered

orders = st.lists(st.integers(1, 40), unique=True, min_size=1, max_size=12)


@given(orders, st.sets(st.integers(41, 60)))
def test_what_is_right_stays_as_it_was_given(order: list[int], others: set[int]) -> None:
    assert cleaned_order(order, [*others, *order], len(order)) == tuple(order)
    assert cleaned_order(order, order, None) == tuple(order)


@given(orders, st.data())
def test_each_mistake_has_its_name(order: list[int], data: st.DataObject) -> None:
    with pytest.raises(ValueError, match="twice"):
        cleaned_order([*order, data.draw(st.sampled_from(order))], order, None)
    with pytest.raises(ValueError, match="unknown"):
        cleaned_order([*order, 99], order, None)
    with pytest.raises(ValueError, match="too many"):
        cleaned_order(order, order, len(order) - 1)
    with pytest.raises(ValueError, match="empty"):
        cleaned_order([], order, None)


@given(orders, st.data())
def test_one_changed_number_puts_that_wish_there(order: list[int], data: st.DataObject) -> None:
    wish = data.draw(st.sampled_from(order))
    place = data.draw(st.integers(1, len(order)))
    typed = {other: at for at, other in enumerate(order, start=1)} | {wish: place}
    new = reordered(order, typed)
    assert new[place - 1] == wish
    assert [other for other in new if other != wish] == [other for other in order if other != wish]


@given(orders, st.dictionaries(st.integers(1, 60), st.integers(-3, 99)))
def test_typed_numbers_never_lose_or_add_a_wish(order: list[int], typed: dict[int, int]) -> None:
    assert sorted(reordered(order, typed)) == sorted(order)


@given(orders, st.data())
def test_up_and_down_again_changes_nothing(order: list[int], data: st.DataObject) -> None:
    wish = data.draw(st.sampled_from(order))
    up = moved(order, wish, up=True)
    assert up.index(wish) == max(order.index(wish) - 1, 0)
    if order.index(wish):
        assert moved(up, wish, up=False) == order
    assert moved(order, 99, up=True) == order


def test_a_rate_needs_inhabitants() -> None:
    assert per_thousand(120, 13_750) == 8.7
    assert per_thousand(120, 0) is None
    assert per_thousand(120, None) is None
