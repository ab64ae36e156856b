"""The page with one form: one question, one primary action, a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict, TypeVar, Unpack

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.reasons import Reason, Text

Result = TypeVar("Result")


@dataclass(frozen=True)
class Crumb:
    """One step of the way back."""

    label: Text
    url: str


class Around(TypedDict):
    """What stands around a form on its page; `facts` and `why`: what to know beforehand."""

    title: Text
    submit: Text
    back: Crumb
    lead: NotRequired[Text]
    note: NotRequired[Text]
    facts: NotRequired[Sequence[tuple[Text, Text]]]
    why: NotRequired[Reason | None]
    danger: NotRequired[bool]


def form_page(request: HttpRequest, form: ReasonedForm, **around: Unpack[Around]) -> HttpResponse:
    """A form with its title, what to know beforehand and where it was refused."""
    return render(request, "form_page.html", {"form": form, **around}, status=form.status)


def form_turn(
    request: HttpRequest,
    form: ReasonedForm,
    act: Callable[[dict[str, Any]], Result],
    *,
    done: Text | Callable[[Result], Text],
    to: str | Callable[[Result], str] = "",
    **around: Unpack[Around],
) -> HttpResponse:
    """The page with one form, whole: shown, tried, and shown again with what was refused; or `act` was done.

    Then its reader is told `done` and led on `to` a page, else back; both may depend on what `act` gave.
    """
    made = form.attempt(lambda given: (act(given),))  # what gives nothing is done too
    if made is None:
        return form_page(request, form, **around)
    messages.success(request, str(done(*made) if callable(done) else done))
    ahead = to(*made) if callable(to) else to
    return redirect(ahead or around["back"].url)


def before_id(request: HttpRequest, name: str = "voor") -> int | None:
    """From which id a list goes on (`?voor=181`); None at its beginning, and for what is no id."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
