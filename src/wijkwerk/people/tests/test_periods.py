"""Rows that hold from–to, shown on areas: the foundation has no such table of its own."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock

days = st.dates(date(1990, 1, 1), date(2035, 12, 31))


@given(days, st.none() | st.integers(1, 4000), days)
def test_the_first_day_counts_and_the_last_does_not(start: date, length: int | None, day: date) -> None:
    end = start + timedelta(days=length) if length else None
    row = Area(valid_from=start, valid_to=end)
    assert row.holds_on(day) == (day >= start and (end is None or day < end))


@pytest.mark.django_db
def test_the_database_says_the_same_as_the_row() -> None:
    start, end = date(2026, 3, 1), date(2026, 4, 1)
    bounded = Area.objects.create(code="a", name="A", level="x", valid_from=start, valid_to=end)
    open_ended = Area.objects.create(code="b", name="B", level="x", valid_from=start)
    for day in (date(2026, 2, 28), start, date(2026, 3, 31), end, date(2030, 1, 1)):
        found = set(Area.objects.on(day))
        assert found == {row for row in (bounded, open_ended) if row.holds_on(day)}, day
    assert (open_ended in Area.objects.on()) == open_ended.holds_on(clock.today())


@pytest.mark.django_db
@pytest.mark.parametrize("end", [date(2026, 3, 1), date(2026, 2, 1)])
def test_the_database_refuses_an_end_that_is_no_later_than_the_beginning(end: date) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.create(code="a", name="A", level="x", valid_from=date(2026, 3, 1), valid_to=end)
