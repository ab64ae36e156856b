"""The page with one form: one question, one primary action, a way back."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.reasons import Reason, Text


@dataclass(frozen=True)
class Crumb:
    """One step of the way back."""

    label: Text
    url: str


def form_page(
    request: HttpRequest,
    form: ReasonedForm,
    *,
    title: Text,
    submit: Text,
    back: Crumb,
    lead: Text = "",
    note: Text = "",
    facts: list[tuple[Text, Text]] | None = None,
    why: Reason | None = None,
    danger: bool = False,
) -> HttpResponse:
    """A form with its title, what to know beforehand (`facts`, `why`) and where it was refused."""
    known = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "lead": lead,
        "note": note,
        "facts": facts or [],
        "why": why,
        "danger": danger,
    }
    return render(request, "form_page.html", known, status=form.status)


def before_id(request: HttpRequest, name: str = "voor") -> int | None:
    """From which id a list goes on (`?voor=181`); None at its beginning, and for what is no id."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
