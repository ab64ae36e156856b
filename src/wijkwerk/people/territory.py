"""Which approach rules a place, and which areas lie around it: each looked up once by whoever asks often."""

from __future__ import annotations

from datetime import date
from functools import cache

from wijkwerk.approaches import Approach, load, load_file
from wijkwerk.approaches.loading import CATALOGUE, HOUSE
from wijkwerk.areas.models import Area, AreaApproach


@cache
def house_approach() -> Approach:
    """Our own defaults: they hold before an approach is adopted, so that a first officer can adopt one."""
    return load_file(CATALOGUE / f"{HOUSE}.toml")


class Territory:
    """Lineages and approaches, each looked up once."""

    def __init__(self) -> None:
        self._lineages: dict[int, tuple[Area, ...]] = {}
        self._approaches: dict[tuple[int | None, date], tuple[Approach, ...]] = {}

    def lineage(self, area: Area) -> tuple[Area, ...]:
        """The area itself, then everything that contains it."""
        if area.pk not in self._lineages:
            from wijkwerk.areas import queries

            self._lineages[area.pk] = tuple(queries.lineage(area))
        return self._lineages[area.pk]

    def approaches(self, area: Area | None, day: date) -> tuple[Approach, ...]:
        """The approach in force in this area; for the municipality as a whole every one that is in force."""
        place = (area.pk if area else None, day)
        if place not in self._approaches:
            self._approaches[place] = (self._of_area(area, day),) if area else self._of_city(day)
        return self._approaches[place]

    @staticmethod
    def _of_area(area: Area, day: date) -> Approach:
        from wijkwerk.areas import queries

        return queries.approach_for(area, day)

    @staticmethod
    def _of_city(day: date) -> tuple[Approach, ...]:
        keys = (
            AreaApproach.objects.on(day)
            .values_list("approach_key", flat=True)
            .distinct()
            .order_by("approach_key")
        )
        return tuple(load(key) for key in keys) or (house_approach(),)
