"""Whether an outline is one: a Polygon or MultiPolygon in WGS84 within the Netherlands, closed, not crossing
itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np
import shapely

from wijkwerk.areas.rules.problems import Kind, shown

WEST, EAST, SOUTH, NORTH = 3.2, 7.3, 50.7, 53.7
# Dutch national coordinates (RD) are metres: east 0–300 km, north 300–630 km.
_RD_EAST, _RD_NORTH = (-10_000, 310_000), (290_000, 640_000)
_PLACE = re.compile(r"\[(-?[\d.]+)[ ,]+(-?[\d.]+)\]")

Complaint = tuple[Kind, str]


def tidy(geometry: object) -> tuple[dict[str, Any] | None, Complaint | None]:
    """The outline as we keep it (two numbers a position), or what is wrong with how it is written."""
    if geometry is None:
        return None, (Kind.NO_OUTLINE, "")
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        kind = geometry.get("type") if isinstance(geometry, dict) else geometry
        return None, (Kind.WRONG_SHAPE, shown(kind))
    single = geometry["type"] == "Polygon"
    polygons = [geometry.get("coordinates")] if single else geometry.get("coordinates")
    if not isinstance(polygons, list) or not polygons:
        return None, (Kind.NO_OUTLINE, "")
    clean = []
    for rings in polygons:
        if not isinstance(rings, list) or not rings:
            return None, (Kind.NO_OUTLINE, "")
        for ring in rings:
            if complaint := _ring_complaint(ring):
                return None, complaint
        clean.append([[[position[0], position[1]] for position in ring] for ring in rings])
    return {"type": geometry["type"], "coordinates": clean[0] if single else clean}, None


def _ring_complaint(ring: object) -> Complaint | None:
    if not isinstance(ring, list) or len(ring) < 4:
        return Kind.OPEN_RING, shown(ring)
    for position in ring:
        if not isinstance(position, list) or len(position) < 2 or not all(map(_is_number, position)):
            return Kind.BAD_POSITION, shown(position)
        lon, lat = position[0], position[1]
        if not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
            metres = _RD_EAST[0] < lon < _RD_EAST[1] and _RD_NORTH[0] < lat < _RD_NORTH[1]
            return (Kind.WRONG_COORDINATES if metres else Kind.OUTSIDE), shown(f"{lon}, {lat}")
    return None if ring[0][:2] == ring[-1][:2] else (Kind.OPEN_RING, shown(f"{ring[0]} … {ring[-1]}"))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def shapes(geometries: Sequence[dict[str, Any] | None]) -> Any:
    """Tidy outlines as an array of shapely shapes; None stays None."""
    return shapely.from_geojson(
        np.array([None if each is None else json.dumps(each) for each in geometries], dtype=object)
    )


def crossings(geometries: Sequence[dict[str, Any]]) -> dict[int, str]:
    """Which of these tidy outlines cross themselves, by place in the list, and where (lon, lat)."""
    outlines = shapes(geometries)
    broken = np.flatnonzero(~shapely.is_valid(outlines))
    found = {}
    for place in broken:
        where = _PLACE.search(str(shapely.is_valid_reason(outlines[place])))
        found[int(place)] = f"{where[1]}, {where[2]}" if where else ""
    return found


# A gap of up to some three hectares (in square degrees) lies between generalised outlines and is no place of its own.
_GAP = 4e-6


def _filled(polygon: Any) -> Any:
    holes = [hole for hole in polygon.interiors if shapely.Polygon(hole).area > _GAP]
    return shapely.Polygon(polygon.exterior, holes)


def together(geometries: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """One outline around several; hair gaps between neighbours (under some ten metres) and small holes close."""
    if not geometries:
        return None
    gap = 0.00006
    union = shapely.union_all(shapely.buffer(shapely.make_valid(shapes(geometries)), gap, join_style="mitre"))
    whole = shapely.make_valid(shapely.buffer(union, -gap, join_style="mitre"))
    polygons = [
        _filled(part)
        for part in shapely.get_parts(whole)
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    if not polygons:
        return None
    rounded = shapely.set_precision(shapely.multipolygons(polygons), 0.000001)
    single = shapely.get_num_geometries(rounded) == 1
    result: dict[str, Any] = json.loads(
        shapely.to_geojson(shapely.get_geometry(rounded, 0) if single else rounded)
    )
    return result
