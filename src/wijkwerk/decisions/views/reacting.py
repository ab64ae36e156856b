"""Saying what one thinks of what is intended, online or at the desk: the same pages for whatever it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.forms import ReactForm, ReactOnBehalfForm
from wijkwerk.answers.models import Asker, Door
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.models import AnsweredReaction
from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.pages import Crumb
from wijkwerk.foundation.reasons import Conflict, Text, Verdict
from wijkwerk.people.guards import SignedInRequest
from wijkwerk.people.wording import resident_text

# A whole room may send theirs over the wifi of the community centre.
AN_HOUR = {"limit": 120, "seconds": 3600}

# An action that keeps a reaction; it is given the words, who said them, and at the desk the door and who wrote.
React = Callable[..., tuple[AnsweredReaction, Asker]]


def online(
    request: HttpRequest, react: React, verdict: Verdict, *, template: str, area: Area, **known: Any
) -> HttpResponse:
    """Without an account; then thanks, with the number and a link of one's own."""
    form = ReactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        rate_limits.count("reaction", rate_limits.caller(request), **AN_HOUR)
        done = form.attempt(lambda given: react(text=given["text"], who=form.contact()))
        if done is not None:
            return redirect(f"{secret_path(done[1])}/dank-u-wel")
    known |= {"form": form, "verdict": verdict, **_before(area)}
    return render(request, template, known, status=form.status)


def at_the_desk(
    request: SignedInRequest, react: React, verdict: Verdict, *, lead: Text, back: Crumb, area: Area
) -> HttpResponse:
    """Written down for someone who called, came by or sent a letter; then a paper for them to take home."""
    if not verdict:
        raise Conflict(verdict.reason)
    form = ReactOnBehalfForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.attempt(
            lambda given: react(
                text=given["text"],
                who=form.on_behalf(),
                door=Door(given["door"]),
                entered_by=request.person,
            )
        )
        if done is not None:
            messages.success(request, _("Bewaard als %(number)s.") % {"number": done[1].thing.number})
            return redirect("answers:receipt", done[1].pk)
    known = {"form": form, "title": _("Reactie namens een bewoner"), "lead": lead, "back": back}
    return render(request, "answers/on_behalf.html", {**known, **_before(area)}, status=form.status)


def _before(area: Area) -> dict[str, str]:
    """What stands before the first field: danger, and worry about one person."""
    approach = approach_for(area)
    return {"danger": resident_text(approach, "danger"), "worry": resident_text(approach, "worry")}
