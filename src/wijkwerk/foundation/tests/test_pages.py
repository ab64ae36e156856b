"""One turn of a page with one form: shown, refused with what was typed, done and led on."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.translation import gettext_lazy

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Invalid, Reason, Text

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
DONE: list[str] = []


class SampleForm(ReasonedForm):
    """One word that has to be given."""

    name = forms.CharField()


def keep(given: dict[str, Any]) -> None:
    """Gives nothing, as some actions do."""
    if given["name"] == "bezet":
        raise Invalid(Reason("Die naam is bezet.", field="name"))
    DONE.append(given["name"])


def made(given: dict[str, Any]) -> str:
    keep(given)
    return str(given["name"]).upper()


def turn(
    act: Callable[[dict[str, Any]], Any],
    done: Text | Callable[[Any], Text],
    to: str | Callable[[Any], str] = "",
) -> Callable[[HttpRequest], HttpResponse]:
    """A page as a capability makes it."""

    def view(request: HttpRequest) -> HttpResponse:
        form = SampleForm(request.POST or None)
        back = Crumb("Terug", "/terug/")
        return form_turn(request, form, act, done=done, to=to, title="Uw naam", submit="Bewaar", back=back)

    return view


urlpatterns = [
    path("back", turn(keep, gettext_lazy("Bewaar"))),
    path("on", turn(keep, "Bewaard.", "/verder/")),
    path("made", turn(made, lambda name: f"{name} is er.", lambda name: f"/namen/{name}")),
    path("nowhere", turn(keep, "Bewaard.", lambda _nothing: "")),
]


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    """Nothing was kept yet."""
    DONE.clear()


def test_it_is_shown_before_it_is_tried(client: Client) -> None:
    answer = client.get("/back")
    assert (answer.status_code, DONE) == (HTTPStatus.OK, [])
    assert "Uw naam" in answer.content.decode()


@pytest.mark.parametrize(("typed", "said"), [("", "Dit veld is verplicht."), ("bezet", "Die naam is bezet.")])
def test_what_was_refused_is_shown_again_with_what_was_typed(client: Client, typed: str, said: str) -> None:
    answer = client.post("/made", {"name": typed, "once": "k"})
    assert (answer.status_code, DONE) == (HTTPStatus.UNPROCESSABLE_ENTITY, [])
    assert answer.context["form"].errors == {"name": [said]}
    assert answer.context["form"]["name"].value() == typed
    assert not list(get_messages(answer.wsgi_request))


@pytest.mark.parametrize(
    ("page", "said", "led_to"),
    [
        ("/back", "Bewaar", "/terug/"),
        ("/on", "Bewaard.", "/verder/"),
        ("/nowhere", "Bewaard.", "/terug/"),
        ("/made", "ROOS is er.", "/namen/ROOS"),
    ],
)
def test_what_was_done_is_said_and_leads_on(client: Client, page: str, said: str, led_to: str) -> None:
    answer = client.post(page, {"name": "Roos"})
    assert (answer.status_code, answer["Location"], DONE) == (HTTPStatus.FOUND, led_to, ["Roos"])
    assert [str(each) for each in get_messages(answer.wsgi_request)] == [said]
