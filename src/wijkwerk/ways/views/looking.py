"""Looking around: which approaches there are, and where they differ. For everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.approaches import Power, load
from wijkwerk.foundation.guards import public
from wijkwerk.people.guards import mandates
from wijkwerk.ways import queries
from wijkwerk.ways.pages import comparison
from wijkwerk.ways.pages.catalogue import entry

MOST = 5  # more columns than that nobody reads side by side


@public
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """All approaches one can look at: whose, for how large a city, and which not to copy and why."""
    held = mandates(request)
    known = {
        "entries": [entry(load(key)) for key in queries.choosable()],
        "in_force": queries.in_force(),
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=None)),
        "most": MOST,
    }
    return render(request, "ways/catalogue.html", known)


@public
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Approaches side by side, by the six questions; differences in front, each value with its source."""
    asked = request.GET.getlist("aanpak")
    chosen = queries.approaches(asked or queries.in_force())[:MOST]
    held = mandates(request)
    known = {
        "page": comparison.page(chosen) if chosen else None,
        "enough": len(chosen) > 1,
        "entries": [entry(load(key)) for key in queries.choosable()],
        "chosen": [approach.key for approach in chosen],
        "too_many": len(dict.fromkeys(asked)) > MOST,
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=None)),
        "most": MOST,
    }
    return render(request, "ways/compare.html", known)
