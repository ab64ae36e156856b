"""Numbers of inhabitants: one per area and year, the latest said stands."""

from __future__ import annotations

from collections.abc import Mapping

from wijkwerk.areas.models import Inhabitants

_AT_A_TIME = 500


def keep_inhabitants(wanted: Mapping[tuple[int, int], tuple[int, str]]) -> set[int]:
    """Store (area id, year) → (number, source); the ids of the areas for which a number is new or another."""
    years = {year for _area, year in wanted}
    known = {
        (row.area_id, row.year): row.number
        for row in Inhabitants.objects.filter(year__in=years).only("area_id", "year", "number")
    }
    other = {place: said for place, said in wanted.items() if known.get(place) != said[0]}
    Inhabitants.objects.bulk_create(
        [
            Inhabitants(area_id=area, year=year, number=number, source=source[:200])
            for (area, year), (number, source) in other.items()
        ],
        batch_size=_AT_A_TIME,
        update_conflicts=True,
        unique_fields=["area", "year"],
        update_fields=["number", "source"],
    )
    return {area for area, _year in other}
