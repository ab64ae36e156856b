"""Reads of decisions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from wijkwerk.decisions.models import Decision
from wijkwerk.thread.kinds import Moment


def moments(ids: Sequence[int]) -> list[Moment]:
    """Decisions about any of these things, as moments of the story."""
    found = Decision.objects.filter(thing_id__in=ids).select_related("maker")
    return [
        Moment(
            on=decision.decided_on,
            thing_id=decision.thing_id,
            title=decision.public_text,
            who=decision.body,
            text=decision.reason,
        )
        for decision in found
    ]


def earlier_like(words: str, *, kind: str = "", most: int = 10) -> QuerySet[Decision]:
    """Earlier decisions whose public text or reason has one of these words: precedents."""
    wanted = Q()
    for word in words.split()[:8]:
        wanted |= Q(public_text__icontains=word) | Q(reason__icontains=word)
    found = Decision.objects.filter(wanted, thing__public=True).select_related("thing__area")
    return (found.filter(kind=kind) if kind else found)[:most]
