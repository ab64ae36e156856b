"""A step never opens before the former closed, whatever happens in whatever order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.cycles.rules import StepStatus, planned_periods, unclosed_before

STATUSES = st.lists(st.sampled_from(StepStatus), min_size=1, max_size=8)


@given(STATUSES, st.data())
@pytest.mark.requirement("DEV-08")
def test_a_step_may_open_exactly_when_all_before_it_are_closed(
    statuses: list[StepStatus], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(statuses) - 1))
    waits_for = unclosed_before(statuses, position)
    assert (waits_for is None) == all(status is StepStatus.CLOSED for status in statuses[:position])
    if waits_for is not None:
        assert statuses[waits_for] is not StepStatus.CLOSED
        assert all(status is StepStatus.CLOSED for status in statuses[waits_for + 1 : position])


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=40))
def test_however_people_try_at_most_one_step_of_an_ordered_year_is_open(
    tries: list[tuple[int, bool]],
) -> None:
    statuses = [StepStatus.PLANNED] * 5
    for position, opening in tries:
        if (
            opening
            and statuses[position] is StepStatus.PLANNED
            and unclosed_before(statuses, position) is None
        ):
            statuses[position] = StepStatus.OPEN
        elif not opening and statuses[position] is StepStatus.OPEN:
            statuses[position] = StepStatus.CLOSED
        assert statuses.count(StepStatus.OPEN) <= 1
        assert statuses == sorted(
            statuses, key=[StepStatus.CLOSED, StepStatus.OPEN, StepStatus.PLANNED].index
        )


@given(
    st.dates(date(1988, 1, 1), date(2100, 1, 1)),
    st.lists(st.none() | st.integers(1, 60), min_size=1, max_size=8),
    st.none() | st.integers(1, 48),
)
def test_planned_periods_follow_on_each_other(
    first: date, weeks: list[int | None], months: int | None
) -> None:
    periods = planned_periods(first, weeks, months)
    assert len(periods) == len(weeks)
    assert periods[0][0] == first
    for (_, last), (following, _) in pairwise(periods):
        assert following == last + timedelta(days=1)
    for (begin, end), known in zip(periods, weeks, strict=True):
        assert end >= begin
        assert known is None or (end - begin).days == 7 * known - 1


def test_three_steps_of_unknown_length_fill_a_year() -> None:
    periods = planned_periods(date(2026, 1, 5), [None, None, None], 12)
    assert periods[-1][1] == date(2026, 12, 27)
