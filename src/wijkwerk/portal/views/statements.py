"""What the law and good manners ask a site to say: accessibility, privacy, open data, who made it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.areas.queries import working_areas
from wijkwerk.foundation import styleguide
from wijkwerk.foundation.guards import public


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """For whom this site works, what does not work yet, and where to say so."""
    return render(request, "portal/statements/accessibility.html")


@public
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visitor, what for, how long, and how to have it erased."""
    return render(request, "portal/statements/privacy.html")


@public
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """What anyone may take along, in which form, and what never leaves."""
    return render(request, "portal/statements/open_data.html", {"areas": working_areas()})


@public
@require_safe
def colophon(request: HttpRequest) -> HttpResponse:
    """Who made this, out of what, and under which licence."""
    return render(request, "portal/statements/colophon.html")


@public
@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every component in every state; not on a site in production."""
    if settings.PRODUCTION:
        raise Http404
    known = {"sample": styleguide.sample(), "form": styleguide.SampleForm({})}
    return render(request, "foundation/styleguide.html", known)
