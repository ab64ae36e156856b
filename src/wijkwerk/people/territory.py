"""Which approach rules a place, and which areas lie around it: a fixed number of queries for any number of areas."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from wijkwerk.approaches import Approach, load
from wijkwerk.areas.models import Area, AreaApproach, Grouping
from wijkwerk.areas.queries import house_approach, lineage, working_areas
from wijkwerk.areas.rules.overrides import differing

_DEEPEST = 8  # as in areas.queries: ends a circle in bad data


class Territory:
    """Lineages and approaches of one reader or one page, each looked up once.

    The first area is asked of the database by itself; with the second one the whole map of parents is read
    at once, so that a list of forty areas costs no more than a list of two.
    """

    def __init__(self) -> None:
        self._around: dict[tuple[int, date], tuple[int, ...]] = {}
        self._edges: dict[date, dict[int, list[int]]] = {}
        self._adopted: dict[date, dict[int, tuple[str, dict[str, Any]]]] = {}
        self._working: dict[date, list[tuple[Area, Approach]]] = {}

    def around(self, area: Area, day: date) -> tuple[int, ...]:
        """The ids of the area itself and of everything that contains it, the nearest first."""
        key = (area.pk, day)
        if key not in self._around:
            first = not any(known_day == day for _pk, known_day in self._around)
            self._around[key] = (
                tuple(each.pk for each in lineage(area, day)) if first else self._climb(area.pk, day)
            )
        return self._around[key]

    def approaches(self, area: Area | None, day: date) -> tuple[Approach, ...]:
        """The approach in force in this area; for the municipality as a whole every one that is in force."""
        adopted = self._approaches_by_area(day)
        if area is None:
            keys = sorted({key for key, _overrides in adopted.values()})
            return tuple(load(key) for key in keys) or (house_approach(),)
        nearest = next((adopted[pk] for pk in self.around(area, day) if pk in adopted), None)
        return (differing(*nearest) if nearest else house_approach(),)

    def working_areas(self, day: date) -> list[tuple[Area, Approach]]:
        """The areas that work under an approach, each with its own, by name."""
        if day not in self._working:
            self._working[day] = [(area, self.approaches(area, day)[0]) for area in working_areas(day)]
        return self._working[day]

    def _approaches_by_area(self, day: date) -> dict[int, tuple[str, dict[str, Any]]]:
        if day not in self._adopted:
            rows = AreaApproach.objects.on(day).values_list("area_id", "approach_key", "overrides")
            self._adopted[day] = {area: (key, overrides) for area, key, overrides in rows}
        return self._adopted[day]

    def _climb(self, area_id: int, day: date) -> tuple[int, ...]:
        if day not in self._edges:
            edges: dict[int, list[int]] = {}
            # A working area that an area is grouped into lies nearer than its parent by statistics.
            grouped = Grouping.objects.on(day).values_list("member_id", "area_id")
            parents = Area.objects.filter(parent__isnull=False).values_list("pk", F("parent_id"))
            for child, above in [*grouped, *parents]:
                edges.setdefault(child, []).append(above)
            self._edges[day] = edges
        found, level = [area_id], [area_id]
        for _step in range(_DEEPEST):
            level = [above for pk in level for above in self._edges[day].get(pk, []) if above not in found]
            found += dict.fromkeys(level)
        return tuple(found)
