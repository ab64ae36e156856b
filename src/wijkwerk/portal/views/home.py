"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkwerk.foundation.guards import public


@public
def home(request: HttpRequest) -> HttpResponse:
    """What happens in your neighbourhood."""
    return render(request, "portal/home.html")
