from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from wijkwerk.foundation import clock, rate_limits
from wijkwerk.foundation.models import RateCount

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def use(times: int, who: str = "192.0.2.1", purpose: str = "report") -> None:
    for _ in range(times):
        rate_limits.count(purpose, who, limit=3, seconds=60)


def test_up_to_the_limit_is_fine_and_one_more_is_not() -> None:
    with clock.at(NOON):
        use(3)
        with pytest.raises(rate_limits.TooOften) as refused:
            use(1)
    assert refused.value.status == 429
    assert "te vaak" in str(refused.value.reason)
    assert refused.value.reason.way_out


def test_another_person_and_another_purpose_count_apart() -> None:
    with clock.at(NOON):
        use(3)
        use(3, who="192.0.2.2")
        use(3, purpose="sign in")


def test_the_next_window_starts_anew() -> None:
    with clock.at(NOON):
        use(3)
    with clock.at(NOON + timedelta(seconds=61)):
        use(3)


def test_who_it_was_is_not_kept() -> None:
    with clock.at(NOON):
        use(1, who="iemand@example.org")
    row = RateCount.objects.get()
    assert "iemand" not in f"{row.key}{row.window}{row.count}"


def test_old_counts_are_swept_and_present_ones_stay() -> None:
    with clock.at(NOON):
        use(1)
    with clock.at(NOON + timedelta(days=8)):
        use(1)
        rate_limits.sweep()
        assert RateCount.objects.count() == 1


def test_the_caller_is_whom_the_server_saw_whatever_headers_claim() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR="203.0.113.5")
    assert rate_limits.caller(request) == "192.0.2.9"


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("::1", "::"),
        ("192.0.2.9", "192.0.2.9"),
        ("unix:", "unix:"),
        ("", ""),
    ],
)
def test_one_line_with_many_addresses_counts_as_one(address: str, counted_as: str) -> None:
    assert rate_limits.caller(RequestFactory().get("/", REMOTE_ADDR=address)) == counted_as
