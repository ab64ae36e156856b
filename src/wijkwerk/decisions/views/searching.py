"""The list of decisions: searchable for everyone, so that like cases are decided alike."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.areas.queries import working_areas
from wijkwerk.decisions.concentration import deciding
from wijkwerk.decisions.forms.searching import SearchForm
from wijkwerk.decisions.pages import reason_of
from wijkwerk.decisions.queries import search
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.pages import before_id
from wijkwerk.people.guards import person_of

PER_PAGE = 25


@public
@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    """Decisions about public things, the newest first: by words, kind, area and year."""
    form = SearchForm(request.GET or None)
    asked = form.asked if request.GET else {}
    found = search(
        reader=person_of(request),
        words=asked.get("woorden", ""),
        kind=asked.get("soort", ""),
        area=form.areas.get(asked.get("wijk", "")),
        year=asked.get("jaar"),
        before=before_id(request),
        most=PER_PAGE,
    )
    shown = found[:PER_PAGE]
    known = {
        "form": form,
        "asked": asked,
        "rows": [(decision, reason_of(decision)) for decision in shown],
        "next_url": f"?{urlencode({**asked, 'voor': shown[-1].pk})}" if len(found) > PER_PAGE else "",
        "first_url": f"?{urlencode(asked)}" if before_id(request) else "",
    }
    return render(request, "decisions/list.html", known)


@public
@require_safe
def pace(request: HttpRequest) -> HttpResponse:
    """Per area: how many decisions, which function took most of them, and how many days they took."""
    return render(request, "decisions/pace.html", {"rows": deciding(working_areas())})
