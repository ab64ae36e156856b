"""My day: the first page of whoever holds a role."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.people.guards import SignedInRequest, staff
from wijkwerk.portal.my_day.page import my_day as day_of


@staff
@require_safe
def my_day(request: SignedInRequest) -> HttpResponse:
    """What waits for the reader: late, today, this week, new."""
    return render(request, "portal/my_day.html", {"day": day_of(request.person, request.GET.get("toon", ""))})
