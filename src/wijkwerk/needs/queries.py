"""Reads of needs."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from wijkwerk.areas.models import Area
from wijkwerk.needs.models import Need


def needs_of(area: Area) -> QuerySet[Need]:
    """The needs of an area that have not ended, newest first."""
    return (
        Need.objects.filter(thing__area=area, thing__ended_on__isnull=True)
        .select_related("thing")
        .order_by("-pk")
    )


def share_in_residents_words(area: Area) -> dict[str, int]:
    """How many needs are in whose words (DEV-53)."""
    return dict(Need.objects.filter(thing__area=area).values_list("words_of").annotate(number=Count("pk")))
