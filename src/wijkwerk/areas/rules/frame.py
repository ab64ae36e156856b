"""From longitude and latitude to a picture and back: a plain local projection, true enough across one city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Any, Self

import numpy as np
import shapely


@dataclass(frozen=True)
class Frame:
    """A piece of the map on a picture of so many units wide and high, north up, with a margin."""

    west: float
    north: float
    scale: float  # picture units per degree of latitude
    squeeze: float  # how much narrower a degree of longitude is here
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0

    @classmethod
    def around(
        cls,
        shapes: Iterable[Any],
        *,
        width: float,
        height: float | None = None,
        margin: float = 0.04,
        tallest: float = 1.25,
        flattest: float = 0.55,
    ) -> Self:
        """A frame that holds all these shapes. Without `height` it follows from their proportions, within
        reason.
        """
        outlines = [shape for shape in shapes if shape is not None and not shape.is_empty]
        if not outlines:
            outlines = [shapely.box(5.0, 52.0, 5.1, 52.06)]
        west, south, east, north = (float(bound) for bound in shapely.total_bounds(outlines))
        squeeze = cos(radians((south + north) / 2))
        wide, high = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
        if height is None:
            height = float(round(width * min(max(high / wide, flattest), tallest)))
        room = 1 - 2 * margin
        scale = min(width * room / wide, height * room / high)
        left, top = (width - wide * scale) / 2, (height - high * scale) / 2
        return cls(west, north, scale, squeeze, float(width), height, left, top)

    @property
    def view_box(self) -> str:
        """For an SVG."""
        return f"0 0 {self.width:g} {self.height:g}"

    def to_picture(self, lon: float, lat: float) -> tuple[float, float]:
        """A place as a point on the picture, from its top left."""
        return (
            self.left + (lon - self.west) * self.squeeze * self.scale,
            self.top + (self.north - lat) * self.scale,
        )

    def to_place(self, x: float, y: float) -> tuple[float, float]:
        """A point on the picture as longitude and latitude: the way back."""
        return (
            self.west + (x - self.left) / (self.squeeze * self.scale),
            self.north - (y - self.top) / self.scale,
        )

    def drawn(self, shape: Any, *, detail: float = 0.4) -> Any:
        """A shape in picture units, without what would be smaller than `detail`."""

        def moved(corners: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            return np.column_stack(self.to_picture(corners[:, 0], corners[:, 1]))  # type: ignore[arg-type]

        return shapely.simplify(shapely.transform(shape, moved), detail, preserve_topology=True)


def path_of(shape: Any) -> str:
    """A drawn shape as SVG path data: lines stay open, rings are closed."""
    pieces = []
    for part in shapely.get_parts(shape):
        rings = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        end = "Z" if part.geom_type == "Polygon" else ""
        for ring in rings:
            corners = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)]
            if end:
                corners = corners[:-1]
            pieces.append(f"M{'L'.join(corners)}{end}")
    return "".join(pieces)


def label_place(shape: Any) -> tuple[float, float]:
    """Where a name fits best: well inside the largest part."""
    parts = shapely.get_parts(shape)
    largest = max(parts, key=lambda part: part.area)
    middle = largest.centroid
    if largest.area > 4:
        # A line from the middle of the largest circle that fits to its edge. A bent area has its centre of gravity
        # near or across its border; then the name goes where there is most room.
        radius = shapely.maximum_inscribed_circle(largest, 1.0)
        if not largest.contains(middle) or middle.distance(largest.exterior) < radius.length / 2:
            middle = shapely.Point(radius.coords[0])
    return float(middle.x), float(middle.y)
