"""Measures that someone who reports may mean: what they see is being worked on already."""

from __future__ import annotations

from collections.abc import Collection

from wijkwerk.plans.models import Measure
from wijkwerk.plans.rules import OPEN
from wijkwerk.signals.queries import ALIKE
from wijkwerk.signals.rules import alike
from wijkwerk.thread.models import Thing

MOST_NEAR = 3
MOST_READ = 200


def measures_near(area_id: int, text: str, came_of_it: Collection[int]) -> list[Thing]:
    """Measures to come and under way in the same words, those that came of signals like it first; one query.

    What came of the same signals but speaks of something else is another measure for the same question.
    """
    rows = Measure.objects.filter(thing__area=area_id, thing__public=True, status__in=OPEN)
    scores = [
        (alike(measure.thing.sentence, text), measure.pk in came_of_it, measure.thing)
        for measure in rows.select_related("thing").order_by("-pk")[:MOST_READ]
    ]
    found = [row for row in scores if row[0] >= ALIKE]
    ranked = sorted(found, key=lambda row: (row[1], row[0]), reverse=True)
    return [thing for _words, _of_it, thing in ranked[:MOST_NEAR]]


def is_open(thing: Thing) -> bool:
    """Whether this measure is still to come or under way."""
    return Measure.objects.filter(pk=thing.pk, status__in=OPEN).exists()
