"""Areas for tests: squares on a map, so that a reader sees at once where a point lies."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from wijkwerk.areas.models import Area, AreaApproach

LONG_AGO = date(2020, 1, 1)


def square(column: float, row: float, size: float = 1.0) -> dict[str, Any]:
    """A square of so many hundredths of a degree, counted from 6° east, 52° north."""
    west, south, step = 6 + column / 100, 52 + row / 100, size / 100
    ring = [[west, south], [west + step, south], [west + step, south + step], [west, south + step]]
    ring = [[round(lon, 6), round(lat, 6)] for lon, lat in ring]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def an_area(code: str = "noord", **values: Any) -> Area:
    """An area of the level at which the approach of Deventer plans."""
    defaults = {"name": code.capitalize(), "level": "district", "valid_from": LONG_AGO}
    return Area.objects.create(**{**defaults, "code": code, **values})


def working(area: Area, **values: Any) -> Area:
    """Let an area work under the approach of Deventer, without asking."""
    defaults = {
        "approach_key": "deventer_1997", "currency": "EUR", "valid_from": LONG_AGO, "adopted_by": "de raad",
    }  # fmt: skip
    AreaApproach.objects.create(**{**defaults, "area": area, **values})
    return area


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    """One feature as a publisher writes it."""
    return {"type": "Feature", "properties": properties, "geometry": geometry or square(0, 0)}


def collection(*features: Any, **more: Any) -> bytes:
    """A GeoJSON file with these features."""
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
