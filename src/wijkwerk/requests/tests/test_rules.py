"""The rules of requests, for every value."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.approaches.schema import Direction
from wijkwerk.requests.rules import (
    ANSWERS,
    OPEN,
    REQUEST,
    RequestState,
    Weight,
    answer_due,
    is_late,
    may_answer_so,
    may_be_ordered,
    needs_of_both,
    services_report,
)
from wijkwerk.requests.wording import ANSWERED

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 400), st.integers(-30, 30))
def test_silence_is_late_from_the_day_after_the_term(asked: date, days: int, after: int) -> None:
    due = answer_due(asked, days, must_answer=True)
    assert due is not None
    today = due + timedelta(days=after)
    assert is_late(RequestState.ASKED, due, today) is (after > 0)
    for state in set(RequestState) - {RequestState.ASKED}:
        assert not is_late(state, due, today)


@given(DAYS, st.integers(0, 400))
def test_who_need_not_answer_is_never_late(asked: date, days: int) -> None:
    assert answer_due(asked, days, must_answer=False) is None
    assert answer_due(asked, None, must_answer=True) is None
    assert not is_late(RequestState.ASKED, None, date.max)


@pytest.mark.parametrize("direction", [*Direction, None])
def test_each_direction_says_who_comes_to_whom(direction: Direction | None) -> None:
    assert may_be_ordered(direction) is (direction is not Direction.NOBODY_CAN_DEMAND)
    assert services_report(direction) is (direction is Direction.SERVICE_TO_OFFICE)
    assert needs_of_both(direction) is not may_be_ordered(direction)


def test_only_an_order_cannot_be_refused_and_an_answer_is_an_end() -> None:
    answers = {RequestState.YES, RequestState.NO, RequestState.OTHER_DATE}
    assert {state for state in RequestState if may_answer_so(Weight.REQUEST, state)} == answers
    assert {state for state in RequestState if may_answer_so(Weight.ORDER, state)} == {
        RequestState.YES,
        RequestState.OTHER_DATE,
    }
    assert set(REQUEST.arrows) == OPEN == {RequestState.LOOKING, RequestState.ASKED}


def test_each_answer_has_its_words_and_says_what_goes_with_it() -> None:
    assert set(ANSWERED) == set(ANSWERS)
    assert {state for state, answer in ANSWERS.items() if answer.says_why} == {
        RequestState.NO,
        RequestState.OTHER_DATE,
    }
    assert {state for state, answer in ANSWERS.items() if answer.names_a_day} == {RequestState.OTHER_DATE}
