"""Reads of promises."""

from __future__ import annotations

from django.db.models import QuerySet

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import ENDS
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock


def open_promises(areas: list[Area]) -> QuerySet[Promise]:
    """Promises not yet closed, soonest first."""
    return (
        Promise.objects.filter(area__in=areas)
        .exclude(state__in=ENDS)
        .select_related("about", "area", "made_by")
    )


def late_promises(areas: list[Area]) -> QuerySet[Promise]:
    """Promises whose date has passed."""
    return open_promises(areas).filter(due_on__lt=clock.today())


def promises_of(area: Area, *, most: int = 12) -> QuerySet[Promise]:
    """What was promised in an area, newest first: kept, open, late, cannot be kept alone."""
    return Promise.objects.filter(area=area).select_related("about").order_by("-made_on", "-id")[:most]
