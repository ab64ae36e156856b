"""Where a point lies in the terms people use: the area that works there, and the buurt they call home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wijkwerk.areas import lookup
from wijkwerk.areas.models import Area, Grouping
from wijkwerk.areas.queries import working_areas
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.foundation import clock


@dataclass(frozen=True)
class Spot:
    """Where a point lies: the area that works there and the buurt, each as far as known."""

    area: Area | None = None
    buurt: Area | None = None


def spot_at(lon: float, lat: float, on: date | None = None) -> Spot:
    """The working area and the buurt of one point; see `spots_at`."""
    return spots_at([lon], [lat], on)[0]


def spots_at(lon: Sequence[float], lat: Sequence[float], on: date | None = None) -> list[Spot]:
    """The working area and the buurt of every point, in a fixed number of queries.

    The buurt decides: the working area is the one it is grouped into or lies in, so that the two never
    disagree where generalised outlines overlap. Without a buurt there, the outline of the working area
    decides.
    """
    day = on or clock.today()
    working = {area.pk: area for area in working_areas(day)}
    buurt_keys = lookup.layer(BUURT, day).holding(lon, lat)
    buurten = Area.objects.select_related("parent__parent").in_bulk({key for key in buurt_keys if key})
    grouped = {
        grouping.member_id: grouping.area
        for grouping in Grouping.objects.on(day).filter(member__in=buurten).select_related("area")
    }
    outlined = [
        lookup.layer(level, day).holding(lon, lat) for level in sorted({a.level for a in working.values()})
    ]
    spots = []
    for point, key in enumerate(buurt_keys):
        buurt = buurten[key] if key else None
        area = grouped.get(buurt.pk) or _around(buurt, working) if buurt else None
        by_outline = (working[found] for level in outlined if (found := level[point]) in working)
        spots.append(Spot(area or next(by_outline, None), buurt))
    return spots


def _around(buurt: Area, working: Mapping[int, Area]) -> Area | None:
    """The working area a buurt is, or lies in by its parents."""
    parents = [buurt, buurt.parent, buurt.parent.parent if buurt.parent else None]
    return next((working[area.pk] for area in parents if area and area.pk in working), None)
