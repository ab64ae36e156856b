"""Maps drawn on the server: outlines for an SVG in a page, and a picture on which someone without JavaScript
points.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from wijkwerk.areas import lookup
from wijkwerk.areas.models import Address, Area, Landmark, LandmarkKind, MapState
from wijkwerk.areas.rules.frame import Frame, label_place, path_of
from wijkwerk.areas.rules.outlines import shapes
from wijkwerk.foundation import clock

WIDTH_OF_MAP = 640.0
# Fits a telephone of 320 px without being scaled: a click must come back in the picture's own pixels.
WIDTH_OF_PICTURE = 288
_SECONDS_KEPT = 60 * 60 * 24
_WATER = (LandmarkKind.RIVER, LandmarkKind.CANAL)
_LINES = (LandmarkKind.MOTORWAY, LandmarkKind.ROAD, LandmarkKind.RAILWAY)
# Colour and width per landmark; the picture must be readable without the theme's style sheet.
_STROKES = {
    LandmarkKind.RIVER: ("#9cc3dc", 7),
    LandmarkKind.CANAL: ("#9cc3dc", 4),
    LandmarkKind.MOTORWAY: ("#8a939b", 4),
    LandmarkKind.ROAD: ("#b3bbc2", 3),
    LandmarkKind.RAILWAY: ("#5d666e", 1),
}
_PAPER, _LAND, _EDGE, _OTHER, _INK = "#e9edf0", "#ffffff", "#14507a", "#c3ccd4", "#24313b"


@dataclass(frozen=True)
class Shape:
    """One area on a map, as `ui/area_map.html` draws it."""

    code: str
    name: str
    path: str
    label: str = ""
    url: str = ""
    note: str = ""
    x: str = ""
    y: str = ""
    current: bool = False


@dataclass(frozen=True)
class Mark:
    """A point on a map."""

    x: str
    y: str
    title: str = ""


@dataclass(frozen=True)
class AreaMap:
    """Everything `ui/area_map.html` needs, as strings in the map's own units."""

    view_box: str
    outlines: list[Shape]
    water: list[str] = field(default_factory=list)
    roads: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    note: str = ""


def area_url(area: Area) -> str:
    """The page of an area; empty on a site that has none."""
    try:
        return reverse("portal:area", args=[area.code])
    except NoReverseMatch:
        return ""


def area_map(
    areas: Sequence[Area],
    *,
    current: Area | None = None,
    url: Callable[[Area], str] = area_url,
    note: Callable[[Area], str] = lambda area: "",
    marks: Sequence[tuple[float, float, str]] = (),
    width: float = WIDTH_OF_MAP,
) -> AreaMap:
    """A map of these areas. `marks` are (longitude, latitude, title); areas without an outline stay in the
    list.
    """
    key = _key("map", *(area.pk for area in areas), width)
    drawn = cache.get(key) if key else None
    if drawn is None:
        drawn = _drawn(areas, width)
        if key:
            cache.set(key, drawn, _SECONDS_KEPT)
    frame, paths, water, roads = drawn
    return AreaMap(
        view_box=frame.view_box,
        outlines=[
            Shape(area.code, area.name, path, area.short_name, url(area), note(area), x, y, current == area)
            for area, (path, x, y) in zip(areas, paths, strict=True)
        ],
        water=water,
        roads=roads,
        marks=[Mark(*_numbers(frame.to_picture(lon, lat)), title) for lon, lat, title in marks],
        note=_("De grenzen op deze kaart zijn met de hand getekend. Ze zijn niet precies.")
        if any(area.drawn for area in areas)
        else "",
    )


def _drawn(
    areas: Sequence[Area], width: float
) -> tuple[Frame, list[tuple[str, str, str]], list[str], list[str]]:
    outlines = shapes([area.geometry for area in areas])
    frame = Frame.around(outlines, width=width)
    view = shapely.box(0, 0, frame.width, frame.height)
    wet: list[Any] = []
    dry: list[str] = []
    for landmark in Landmark.objects.exclude(kind=LandmarkKind.PLACE):
        shape = frame.drawn(shapes([landmark.geometry])[0])
        if landmark.kind == LandmarkKind.RIVER:
            wet.append(shapely.buffer(shape, _STROKES[LandmarkKind.RIVER][1] / 2))
        elif landmark.kind in _LINES and not (seen := shapely.intersection(shape, view)).is_empty:
            dry.append(path_of(seen))
    water = shapely.intersection(shapely.union_all(wet), view)
    paths = []
    for outline in outlines:
        if outline is None:
            paths.append(("", "", ""))
            continue
        # Areas are drawn over the water: what lies under the river is left out, so that it shows between its banks.
        shape = frame.drawn(outline)
        land = shapely.difference(shape, water)
        land = shape if land.is_empty else land
        paths.append((path_of(land), *_numbers(label_place(shape))))
    return frame, paths, [] if water.is_empty else [path_of(water)], dry


def _numbers(point: tuple[float, float]) -> tuple[str, str]:
    """As strings, so that no template puts a decimal comma in them."""
    return f"{point[0]:.1f}", f"{point[1]:.1f}"


def frame_of(area: Area, width: int = WIDTH_OF_PICTURE) -> Frame:
    """The frame of an area's picture: the same for drawing it and for reading a click on it."""
    return Frame.around(shapes([area.geometry]), width=width)


def place_from_click(area: Area, x: float, y: float, width: int = WIDTH_OF_PICTURE) -> tuple[float, float]:
    """Longitude and latitude of a click at (x, y) on the picture of an area."""
    return frame_of(area, width).to_place(x, y)


def picture_version(area: Area, width: int = WIDTH_OF_PICTURE) -> str:
    """What changes whenever the picture would: for an ETag and for keeping it. Empty while nothing can be
    kept.
    """
    return _key("picture", area.pk, width)


def picture(area: Area, width: int = WIDTH_OF_PICTURE) -> bytes:
    """A PNG of the area with what people find their way by."""
    key = picture_version(area, width)
    kept: bytes | None = cache.get(key) if key else None
    if kept is None:
        kept = _paint(area, frame_of(area, width))
        if key:
            cache.set(key, kept, _SECONDS_KEPT)
    return kept


def _key(*parts: object) -> str:
    state = MapState.current()
    return f"areas:{state}:{clock.today()}:{':'.join(map(str, parts))}" if state else ""


_FINER = 2  # painted at twice the size and made smaller: Pillow draws hard edges


def _paint(area: Area, frame: Frame) -> bytes:
    size = int(frame.width) * _FINER, int(frame.height) * _FINER
    image = Image.new("RGB", size, _PAPER)
    brush = ImageDraw.Draw(image)

    def points(shape: Any) -> list[tuple[float, float]]:
        return [(x * _FINER, y * _FINER) for x, y in shapely.get_coordinates(frame.drawn(shape))]

    level = lookup.layer(area.level)
    for outline in level.outlines:
        for part in shapely.get_parts(outline) if outline is not None else ():
            brush.polygon(points(part.exterior), outline=_OTHER, width=_FINER)
    own = shapes([area.geometry])[0]
    for part in shapely.get_parts(own) if own is not None else ():
        brush.polygon(points(part.exterior), fill=_LAND, outline=_EDGE, width=2 * _FINER)
        for hole in part.interiors:
            brush.polygon(points(hole), fill=_PAPER, outline=_EDGE, width=_FINER)
    landmarks = list(Landmark.objects.all())
    for kind in (*_WATER, *_LINES):
        colour, thick = _STROKES[kind]
        for landmark in landmarks:
            if landmark.kind == kind:
                shape = shapes([landmark.geometry])[0]
                brush.line(points(shape), fill=colour, width=thick * _FINER, joint="curve")
    for lon, lat in Address.objects.filter(area=area).values_list("lon", "lat"):
        x, y = (each * _FINER for each in frame.to_picture(lon, lat))
        brush.ellipse((x - 3, y - 3, x + 3, y + 3), fill=_STROKES[LandmarkKind.RAILWAY][0])
    font = ImageFont.load_default(11 * _FINER)
    for landmark in landmarks:
        if landmark.kind == LandmarkKind.PLACE:
            lon, lat = landmark.geometry["coordinates"]
            x, y = (each * _FINER for each in frame.to_picture(lon, lat))
            if 0 <= x <= size[0] and 0 <= y <= size[1]:
                brush.text((x, y), landmark.name, _INK, font, anchor="mm", stroke_width=3, stroke_fill=_LAND)
    out = io.BytesIO()
    image.resize((int(frame.width), int(frame.height)), Image.Resampling.LANCZOS).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()
