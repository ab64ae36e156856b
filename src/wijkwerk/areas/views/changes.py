"""Public pages of what is different where, how it grew, and why a border runs as it does."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from wijkwerk.approaches import load
from wijkwerk.areas.models import AreaApproach, AreaSuccession, ManagementIntensity
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import (
    approach_for,
    every_difference,
    house_approach,
    intensities,
    timeline,
    working_areas,
)
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public


@public
@require_safe
def register_of_differences(request: HttpRequest) -> HttpResponse:
    """What areas do their own way, with the public reason; and how intensively each is managed."""
    areas = working_areas()
    approach = approach_for(areas[0]) if areas else house_approach()
    today, every = clock.today(), every_difference()
    known = {
        "differences": [each for each in every if each.holds_on(today)],
        "coming": [each for each in every if each.since > today],
        "ended": [each for each in every if each.until and each.until <= today],
        "areas": areas,
        "intensities": intensities(areas, approach),
    }
    return render(request, "areas/differences.html", known)


@public
@require_safe
def how_it_grew(request: HttpRequest) -> HttpResponse:
    """What led to the way of working in force, year by year."""
    keys = sorted(set(AreaApproach.objects.on().values_list("approach_key", flat=True)))
    approaches = [load(key) for key in keys] or [house_approach()]
    known = {
        "lines": [
            (each.title.within(get_language() or "nl"), timeline(each, own=place == 0))
            for place, each in enumerate(approaches)
        ]
    }
    return render(request, "areas/timeline.html", known)


@public
@require_safe
def border(request: HttpRequest, code: str) -> HttpResponse:
    """Why the border of an area runs so, what it was before, and how it is managed."""
    area = working_area(code)
    today = clock.today()
    known = {
        "area": area,
        "level": approach_for(area).plan_level,
        "before": AreaSuccession.objects.filter(after=area, redivision__starts_on__lte=today).select_related(
            "before", "redivision"
        ),
        "intensities": ManagementIntensity.objects.filter(area=area),
        "today": today,
    }
    return render(request, "areas/border.html", known)
