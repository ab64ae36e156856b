"""Reads of decisions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Decision
from wijkwerk.people.models import Person
from wijkwerk.thread.kinds import Moment
from wijkwerk.thread.models import Thing


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


def with_words(words: str, *, all_of_them: bool) -> Q:
    """Decisions whose public text, reason or thing has one, or all, of these words."""
    wanted = Q()
    for word in words.split()[:8]:
        has = Q(public_text__icontains=word) | Q(reason__icontains=word) | Q(thing__sentence__icontains=word)
        wanted = wanted & has if all_of_them else wanted | has
    return wanted


def earlier_like(words: str, *, kind: str = "", most: int = 10) -> QuerySet[Decision]:
    """Earlier decisions whose public text or reason has one of these words: precedents."""
    found = Decision.objects.filter(with_words(words, all_of_them=False), thing__public=True).select_related(
        "thing__area"
    )
    return (found.filter(kind=kind) if kind else found)[:most]


def search(
    *,
    reader: Person | None,
    words: str = "",
    kind: str = "",
    area: Area | None = None,
    year: int | None = None,
    before: int | None = None,
    most: int = 25,
) -> list[Decision]:
    """Decisions this reader may see, the newest first, at most `most` and one more; `before` is the last id seen."""
    found = Decision.objects.filter(
        with_words(words, all_of_them=True), thing__in=Thing.objects.visible_to(reader)
    )
    if kind:
        found = found.filter(kind=kind)
    if area is not None:
        found = found.filter(thing__area=area)
    if year is not None:
        found = found.filter(decided_on__year=year)
    if before is not None:
        found = found.filter(pk__lt=before)
    return list(found.select_related("thing__area", "changes").order_by("-id")[: most + 1])
