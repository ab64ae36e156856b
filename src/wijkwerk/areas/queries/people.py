"""How many people live where."""

from __future__ import annotations

from collections.abc import Iterable

from wijkwerk.areas.models import Area, Inhabitants


def inhabitants(area: Area, year: int | None = None) -> Inhabitants | None:
    """The number of that year, else of the latest before it (of all, without a year); None if unknown."""
    return inhabitants_of([area], year).get(area.pk)


def inhabitants_of(areas: Iterable[Area], year: int | None = None) -> dict[int, Inhabitants]:
    """The same for many areas, by area id, in one query."""
    known = Inhabitants.objects.filter(area__in=[area.pk for area in areas]).order_by("year")
    if year is not None:
        known = known.filter(year__lte=year)
    return {each.area_id: each for each in known}
