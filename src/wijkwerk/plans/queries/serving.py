"""Programmes with what serves their goal: each counted apart from its successor (DOR-40)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q

from wijkwerk.areas.models import Programme
from wijkwerk.plans.models import Measure, ProgrammeItem
from wijkwerk.plans.queries.plans import SHOWN
from wijkwerk.thread.models import Thing


def serving(programmes: Sequence[Programme]) -> dict[int, dict[str, int]]:
    """Per programme how many items of each kind serve its goal; in two queries."""
    found: dict[int, dict[str, int]] = {each.pk: {} for each in programmes}
    items = ProgrammeItem.objects.filter(programme__in=programmes).order_by()
    for pk, kind, number in items.values_list("programme", "thing__kind").annotate(number=Count("pk")):
        found[pk][kind] = number
    measures = Measure.objects.filter(programme__in=programmes, status__in=SHOWN).order_by()
    for pk, kind, number in measures.values_list("programme", "thing__kind").annotate(number=Count("pk")):
        found[pk][kind] = found[pk].get(kind, 0) + number
    return found


def items_of(programme: Programme) -> list[Thing]:
    """What everyone may read of what serves its goal, the newest first."""
    measures = Q(measure__programme=programme, measure__status__in=SHOWN)
    wanted = Q(programme_item__programme=programme) | measures
    return list(Thing.objects.filter(wanted, public=True).select_related("area").order_by("-pk"))
