from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from wijkwerk.foundation import clock, once
from wijkwerk.foundation.models import Pressed, RateCount

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@once.pressed_once
def write(request: HttpRequest) -> HttpResponse:
    """Writes a row for each time that it is done; `wrong` is a form with an error."""
    if "wrong" in request.POST:
        return HttpResponse("Vul dit in.", status=422)
    made = RateCount.objects.create(key=f"{RateCount.objects.count()}", window=0)
    if "refused" in request.POST:
        raise PermissionError
    return redirect(f"/gemaakt/{made.key}")


def press(key: str = "k", path: str = "/nieuw", **typed: str) -> HttpResponse:
    request = RequestFactory().post(path, {once.FIELD: key, **typed})
    request.user = AnonymousUser()
    return write(request)


def test_the_second_press_leads_where_the_first_led() -> None:
    assert [press()["Location"] for _ in range(3)] == ["/gemaakt/0"] * 3
    assert RateCount.objects.count() == 1


def test_another_form_another_address_and_a_form_without_key_are_done_again() -> None:
    places = [press("a"), press("b"), press("a", "/elders"), press(""), press("")]
    assert [answer["Location"] for answer in places] == [f"/gemaakt/{number}" for number in range(5)]


def test_what_was_not_right_is_mended_and_pressed_again() -> None:
    assert press(wrong="1").status_code == 422
    assert press()["Location"] == "/gemaakt/0"


def test_what_was_refused_halfway_leaves_nothing() -> None:
    with pytest.raises(PermissionError):
        press(refused="1")
    assert (RateCount.objects.count(), Pressed.objects.count()) == (0, 0)


def test_presses_of_days_ago_are_forgotten() -> None:
    with clock.at(NOON):
        press("old")
    with clock.at(NOON + timedelta(days=2)):
        press("new")
    with clock.at(NOON + timedelta(days=2, seconds=1)):
        once.sweep()
    assert Pressed.objects.count() == 1
