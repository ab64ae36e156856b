"""The page of one area."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from wijkwerk.areas.models import Area
from wijkwerk.foundation.guards import public


@public
def area(request: HttpRequest, code: str) -> HttpResponse:
    """What goes on in an area."""
    return render(
        request, "portal/area.html", {"area": get_object_or_404(Area, code=code, valid_to__isnull=True)}
    )
