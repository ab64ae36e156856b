"""Reads of promises."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import Q, QuerySet

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import ENDS, PromiseState
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


class Stand(StrEnum):
    """The ways a reader looks at promises."""

    ALL = "alle"
    OPEN = "open"
    LATE = "te-laat"
    NOT_ALONE = "niet-alleen"
    ENDED = "klaar"


def promises_by(area: Area, stand: Stand, *, before: int | None = None, most: int = 25) -> list[Promise]:
    """The promises of an area that stand so, the newest first, at most `most` and one more."""
    today = clock.today()
    wanted = {
        Stand.ALL: Q(),
        Stand.OPEN: Q(state=PromiseState.OPEN, due_on__gte=today),
        Stand.LATE: Q(due_on__lt=today) & ~Q(state__in=ENDS),
        Stand.NOT_ALONE: Q(state=PromiseState.CANNOT_ALONE),
        Stand.ENDED: Q(state__in=ENDS),
    }[stand]
    found = Promise.objects.filter(wanted, area=area).select_related("about").order_by("-id")
    return list((found.filter(pk__lt=before) if before else found)[: most + 1])
