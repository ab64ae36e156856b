"""Address to area through one port: `find("Rielerweg 12")`.

Names and postcodes that this site knows come first and cost no network. What it does not know is asked of the
national address service where that is switched on; without it, or when it does not answer, the nearest names
here. Not finding is never an error: the answer then holds what to choose from.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from wijkwerk.areas import address_service
from wijkwerk.areas.models import Address, Area, Grouping, MapState
from wijkwerk.areas.queries import working_areas
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.areas.rules.search import Book, Fit, Place, PlaceKind
from wijkwerk.areas.spots import spots_at
from wijkwerk.foundation import clock

_MOST_CANDIDATES = 12
_SURE = (Fit.POSTCODE, Fit.EXACT)


@dataclass(frozen=True)
class Candidate:
    """One place it may be."""

    label: str
    area: Area | None = None
    buurt: Area | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True)
class Found:
    """Where it is, as far as that is certain: `area` is None when there is something to choose."""

    area: Area | None = None
    buurt: Area | None = None
    label: str = ""
    lon: float | None = None
    lat: float | None = None
    candidates: tuple[Candidate, ...] = field(default=())


def find(text: str) -> Found:
    """The area of a buurt, street or postcode as someone typed it."""
    today = clock.today()
    fit, places = _book(today).look_up(text)
    if fit in _SURE:
        return _found(_candidates(places))
    if text.strip() and (answer := address_service.ask(text)):
        labels, lon, lat = zip(*answer, strict=True)
        spots = spots_at(lon, lat, today)
        located = [
            Candidate(label, spot.area, spot.buurt, *place)
            for label, spot, *place in zip(labels, spots, lon, lat, strict=True)
            if spot.area
        ]
        if located:
            return _found(located)
    return _found(_candidates(places))


def _found(candidates: list[Candidate]) -> Found:
    """One answer when all candidates lie in one area, as precise as they agree; else the first candidates."""
    few = tuple(candidates[:_MOST_CANDIDATES])
    first = few[0] if few else Candidate("")
    if first.area is None or any(each.area != first.area for each in candidates):
        return Found(candidates=few)
    buurt = first.buurt if all(each.buurt == first.buurt for each in candidates) else None
    if len(candidates) > 1:
        return Found(first.area, buurt, (buurt or first.area).name, candidates=few)
    return Found(first.area, buurt, first.label, first.lon, first.lat, few)


def _candidates(places: Iterable[Place]) -> list[Candidate]:
    """One candidate per name and area, in one query."""
    chosen: dict[tuple[str, int | None], Place] = {}
    for place in places:
        chosen.setdefault((place.name, place.area), place)
    keys = {pk for place in chosen.values() for pk in (place.area, place.buurt) if pk}
    areas = Area.objects.defer("geometry").in_bulk(keys)
    return [
        Candidate(
            _label(place, areas),
            areas[place.area] if place.area else None,
            areas[place.buurt] if place.buurt else None,
            place.lon,
            place.lat,
        )
        for place in chosen.values()
    ]


def _label(place: Place, areas: Mapping[int, Area]) -> str:
    within = areas[place.area].name if place.area and place.kind is not PlaceKind.AREA else ""
    return f"{place.name} ({within})" if within and within != place.name else place.name


_kept: dict[tuple[object, date], Book] = {}
_lock = threading.Lock()


def _book(day: date) -> Book:
    """All names of the site; kept until something on the map changes, so that looking up costs one query."""
    state = MapState.current()
    with _lock:
        book = _kept.get((state, day)) if state else None
        if book is None:
            book = Book(_places(day))
            if state:
                _kept.clear()
                _kept[(state, day)] = book
        return book


def _places(day: date) -> list[Place]:
    working = {area.pk: area for area in working_areas(day)}
    grouped = dict(Grouping.objects.on(day).values_list("member_id", "area_id"))
    buurten = list(
        Area.objects.on(day).filter(level=BUURT).select_related("parent__parent").defer("geometry")
    )

    def area_of(buurt: Area) -> int | None:
        around = [buurt.pk, buurt.parent_id, buurt.parent.parent_id if buurt.parent else None]
        return grouped.get(buurt.pk) or next((pk for pk in around if pk in working), None)

    home = {buurt.pk: area_of(buurt) for buurt in buurten}
    names = [Place(kind=PlaceKind.AREA, name=area.name, area=area.pk) for area in working.values()]
    names += [
        Place(kind=PlaceKind.BUURT, name=buurt.name, area=home[buurt.pk], buurt=buurt.pk)
        for buurt in buurten
        if home[buurt.pk] or not working
    ]
    names += [
        Place(
            kind=PlaceKind.STREET,
            name=row.street,
            area=row.area_id or home.get(row.buurt_id or 0),
            buurt=row.buurt_id,
            lon=row.lon,
            lat=row.lat,
            postcode=row.postcode,
        )
        for row in Address.objects.all()
    ]
    return names
