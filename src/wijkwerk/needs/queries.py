"""Reads of needs."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Case, Count, QuerySet, When

from wijkwerk.answers.models import Door
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import descendant_ids
from wijkwerk.foundation import clock
from wijkwerk.needs.models import Need, WordsOf
from wijkwerk.needs.rules import WordsShare, shares_by_year, together
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import ALIKE
from wijkwerk.signals.rules import alike
from wijkwerk.thread.models import Thing

MOST_NEAR = 4
MOST_READ = 200


def needs_of(area: Area) -> QuerySet[Need]:
    """The needs of an area that have not ended, newest first."""
    return (
        Need.objects.filter(thing__area=area, thing__ended_on__isnull=True)
        .select_related("thing__area", "thing__neighbourhood")
        .order_by("-pk")
    )


def needs_near(area_id: int, text: str, came_of_it: Collection[int]) -> list[Thing]:
    """The needs something may be about: those of signals like it, then those in the same words; one query."""
    rows = Need.objects.filter(thing__area=area_id, thing__ended_on__isnull=True).select_related("thing")
    scores = [
        (need.pk in came_of_it, alike(f"{need.thing.sentence} {need.asked}", text), need.thing)
        for need in rows.order_by("-pk")[:MOST_READ]
    ]
    found = [row for row in scores if row[0] or row[1] >= ALIKE]
    return [
        thing for _of_it, _words, thing in sorted(found, key=lambda row: row[:2], reverse=True)[:MOST_NEAR]
    ]


def words_by_year(area: Area) -> list[WordsShare]:
    """How many needs of each year are in residents' words (DEV-53), the newest year first."""
    rows = (
        Need.objects.filter(thing__area=area)
        .values_list("understood_on__year", "words_of")
        .annotate(number=Count("pk"))
    )
    return shares_by_year((year, words_of == WordsOf.RESIDENT, number) for year, words_of, number in rows)


def share_in_residents_words(area: Area) -> WordsShare:
    """The same over all years together."""
    return together(words_by_year(area))


def to_bundle(area: Area) -> QuerySet[Signal]:
    """The signals of an area that nobody routed yet, what was heard in a panel first, then the oldest."""
    return (
        Signal.objects.within([area])
        .new()
        .select_related("thing", "thing__neighbourhood")
        .annotate(heard=Case(When(door=Door.PANEL, then=0), default=1))
        .order_by("heard", "reported_at", "pk")
    )


def neighbourhoods_of(area: Area) -> QuerySet[Area]:
    """The finer areas within this one, for a list to choose from."""
    return Area.objects.on(clock.today()).filter(pk__in=descendant_ids(area) - {area.pk}).order_by("name")
