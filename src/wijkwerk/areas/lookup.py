"""Which area of the database holds this point. The rule and the grid are in `index`; here are the rows.

The outlines of one level are read once and kept until something on the map changes (`MapState`). A point is
asked about as of a day: an area then counts with the outline it had.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wijkwerk.areas.index import AreaIndex, plain_find
from wijkwerk.areas.models import Area, FormerOutline, MapState
from wijkwerk.areas.rules.outlines import shapes
from wijkwerk.foundation import clock

__all__ = ["AreaIndex", "Layer", "area_at", "areas_at", "layer", "plain_find"]

_MOST_KEPT = 12


@dataclass(frozen=True)
class Layer:
    """All areas of one level as they lay on a day: ids, outlines and the index over them, in one order."""

    areas: tuple[int, ...]
    outlines: Any  # an array of shapely shapes; None for an area of which only the name is known
    index: AreaIndex

    def outline_of(self, area_id: int) -> Any:
        """The outline of one area; None when it has none or is not in this layer."""
        return self.outlines[self.areas.index(area_id)] if area_id in self.areas else None

    def holding(self, lon: Sequence[float], lat: Sequence[float]) -> list[int | None]:
        """For each point the id of the area that holds it."""
        return [self.areas[place] if place >= 0 else None for place in self.index.find(lon, lat).tolist()]


@dataclass(frozen=True)
class _Version:
    area: int
    code: str
    start: date
    end: date | None
    geometry: dict[str, Any] | None


@dataclass
class _Level:
    """Every outline a level ever had; layers are made from it as days are asked for."""

    versions: list[_Version]
    days: list[date] = field(init=False)
    layers: dict[int, Layer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ends = {each.end for each in self.versions if each.end}
        self.days = sorted({each.start for each in self.versions} | ends)

    def on(self, day: date) -> Layer:
        # Between two days on which something changed the map is the same.
        era = bisect_right(self.days, day)
        if era not in self.layers:
            present = [
                each for each in self.versions if each.start <= day and (not each.end or day < each.end)
            ]
            outlines = shapes([each.geometry for each in present])
            index = AreaIndex.build([each.code for each in present], outlines)
            self.layers[era] = Layer(tuple(each.area for each in present), outlines, index)
        return self.layers[era]


_kept: OrderedDict[tuple[object, str], _Level] = OrderedDict()
_lock = threading.Lock()


def layer(level: str, on: date | None = None) -> Layer:
    """The areas of a level as of a day. One query when nothing changed since it was last asked."""
    state = MapState.current()
    with _lock:
        kept = _kept.get((state, level)) if state else None
        if kept is None:
            kept = _Level(_versions(level))
            if state:
                _kept[(state, level)] = kept
                while len(_kept) > _MOST_KEPT:
                    _kept.popitem(last=False)
        return kept.on(on or clock.today())


def _versions(level: str) -> list[_Version]:
    areas = Area.objects.filter(level=level).order_by("code", "valid_from")
    found = [_Version(area.pk, area.code, area.outline_since, area.valid_to, area.geometry) for area in areas]
    former = FormerOutline.objects.filter(area__level=level).select_related("area")
    return found + [
        _Version(each.area_id, each.area.code, each.valid_from, each.valid_to, each.geometry)
        for each in former
    ]


def areas_at(
    lon: Sequence[float], lat: Sequence[float], *, level: str, on: date | None = None
) -> list[Area | None]:
    """For each point the area of this level that holds it; a fixed number of queries however many points."""
    keys = layer(level, on).holding(lon, lat)
    areas = Area.objects.in_bulk({key for key in keys if key is not None})
    return [areas[key] if key is not None else None for key in keys]


def area_at(lon: float, lat: float, *, level: str, on: date | None = None) -> Area | None:
    """The area of this level that holds this point, or None."""
    return areas_at([lon], [lat], level=level, on=on)[0]
