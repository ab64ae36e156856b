"""The residents' team of an area: who is in it, who guides it, and what is said of each step of the year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.queries import current_cycle
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.participation.actions import comment
from wijkwerk.participation.forms.teams import CommentForm
from wijkwerk.participation.models import Comment
from wijkwerk.participation.queries.teams import steps_with_comments
from wijkwerk.people.forms.roles import ENTRY_LABELS
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.queries import members_of_team, terms_ending
from wijkwerk.people.queries.overview import WARN_DAYS
from wijkwerk.people.queries.teams import Post, TeamNow
from wijkwerk.people.wording import language, resident_text


def area_in(_request: HttpRequest, code: str) -> Area:
    """The area in the address."""
    return working_area(code)


@public
@require_GET
def team(request: HttpRequest, code: str) -> HttpResponse:
    """Who is in the team and what they say; what the team is for and what it is not (DEV-12, DEV-15)."""
    area = working_area(code)
    found = members_of_team(area)
    if found is None:
        raise Http404
    held = mandates(request)
    cycle = current_cycle(area)
    manages = held is not None and bool(held.may(Power.MANAGE_TEAM, within=area))
    context = {
        "area": area,
        "team": found,
        "task": found.team.task.within(language()) if found.team.task else "",
        "note": _note(found, area),
        "members": [_member(post) for post in found.members],
        "guides": found.guides,
        "advisers": found.advisers,
        "steps": steps_with_comments(cycle) if cycle else [],
        "cycle": cycle,
        "may_comment": held is not None and bool(held.may(Power.COMMENT, within=area)),
        "may_manage": manages,
        "ending": _ending(found) if manages else [],
        "term_years": found.team.term_years,
    }
    return render(request, "participation/team.html", context)


def _note(found: TeamNow | None, area: Area) -> str:
    """What a team that represents nobody must say of itself."""
    if found is None or found.speaks_for_residents:
        return ""
    return resident_text(approach_for(area), "platform")


def _member(post: Post) -> dict[str, Any]:
    entry = ENTRY_LABELS.get(post.held.entry, "")  # type: ignore[call-overload]
    return {"name": post.person.first_name, "since": post.held.valid_from, "entry": entry}


def _ending(found: TeamNow) -> list[RoleHeld]:
    """Members whose term is nearly over: renew it, or look for someone new (DEV-47)."""
    members = {post.held.pk for post in found.members}
    return [held for held in terms_ending(WARN_DAYS, clock.today()) if held.pk in members]


@permitted(Power.COMMENT, area=area_in)
@require_http_methods(["GET", "POST"])
@pressed_once
def speak(request: SignedInRequest, code: str) -> HttpResponse:
    """Say something about a step of the year."""
    area = working_area(code)
    cycle: Cycle | None = current_cycle(area)
    steps: dict[int, CycleStep] = {step.pk: step for step in cycle.steps.all()} if cycle else {}
    about = request.GET.get("stap", "")
    form = CommentForm(request.POST or None, steps=list(steps.values()), initial={"step": about})

    def act(given: dict[str, Any]) -> Comment:
        return comment(step=steps[given["step"]], text=given["text"], by=request.person)

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("Het staat erbij. Dank u wel."))
        return redirect("participation:team", code=code)
    found = members_of_team(area)
    context = {"area": area, "form": form, "note": _note(found, area), "team": found}
    return render(request, "participation/speak.html", context, status=form.status)
