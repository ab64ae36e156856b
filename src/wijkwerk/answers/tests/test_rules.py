"""Which channel, and how long until the next attempt."""

from datetime import timedelta
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.answers.rules import MOST_ATTEMPTS, Channel, channel_for, pause_before


def test_mail_before_letter_before_call_and_the_page_for_who_left_nothing() -> None:
    found = [
        channel_for(email=email, address=address, phone=phone)
        for email, address, phone in product([True, False], repeat=3)
    ]
    assert found == [Channel.MAIL] * 4 + [Channel.LETTER] * 2 + [Channel.PHONE, Channel.PAGE]


@given(st.integers(2, 500))
def test_pauses_grow_and_stop_growing_at_a_day(attempt: int) -> None:
    assert timedelta(minutes=1) <= pause_before(attempt) <= pause_before(attempt + 1) <= timedelta(days=1)


def test_all_attempts_together_outlast_a_weekend_without_mail_server() -> None:
    pauses = [pause_before(attempt) for attempt in range(2, MOST_ATTEMPTS + 1)]
    assert all(first < then for first, then in pairwise(pauses[:-1]))
    assert sum(pauses, timedelta()) > timedelta(days=1)
