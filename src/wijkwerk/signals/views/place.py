"""Reporting, the second screen: where is it, and was it reported already."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkwerk.areas import address, pictures
from wijkwerk.areas.models import Area
from wijkwerk.areas.spots import spot_at
from wijkwerk.foundation.guards import public
from wijkwerk.signals.forms.report import PlaceForm
from wijkwerk.signals.near import near_to
from wijkwerk.signals.queries import like_it, maybe_reported
from wijkwerk.signals.views.report import STEPS
from wijkwerk.signals.views.visit import Visit
from wijkwerk.thread.models import Thing

NOWHERE: dict[str, Any] = {"longitude": None, "latitude": None, "neighbourhood_id": None, "seen_near": False}


@public
@never_cache
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest) -> HttpResponse:
    """ "Waar is het?" By street, on the map, from a list, or the whole neighbourhood."""
    visit = Visit(request)
    if visit.open_draft is None:
        return visit.go("signals:report")
    if request.method == "POST":
        return _posted(visit)
    return _page(visit, _form(visit))


def _form(visit: Visit, posted: Any = None) -> PlaceForm:
    filled, area = visit.filled, visit.area
    initial = {
        "search": filled.search,
        "area": area.code if area else "",
        "place_text": filled.place_text,
        "whole_neighbourhood": filled.whole_neighbourhood,
        "latitude": filled.latitude,
        "longitude": filled.longitude,
    }
    return PlaceForm(posted, initial=initial, areas=visit.areas)


def _page(visit: Visit, form: PlaceForm, **more: Any) -> HttpResponse:
    filled, area = visit.filled, visit.area
    marks = [(filled.longitude or 0.0, filled.latitude or 0.0, _("Uw plek"))] if filled.located else []
    context = {
        "form": form,
        "steps": STEPS,
        "area": area,
        "map": pictures.area_map([area], current=area, marks=marks, width=320)
        if area and area.geometry and marks
        else None,
        "near": maybe_reported(filled),
        "going_on": _going_on(visit),
        "candidates": more.pop("candidates", ()),
        **more,
    }
    return visit.page("signals/report_place.html", context, form.status)


def _going_on(visit: Visit) -> list[Thing]:
    """Needs and measures that what was seen may be about already."""
    filled = visit.filled
    if filled.area_id is None or not filled.text:
        return []
    return [one.thing for one in near_to(filled.area_id, filled.text, like_it(filled))]


def _posted(visit: Visit) -> HttpResponse:
    """Which button was pressed decides; whichever it was, what was typed is kept."""
    posted, before = visit.request.POST, visit.area
    form = _form(visit, posted)
    form.is_valid()
    given = form.cleaned_data
    chosen = next((area for area in visit.areas if area.code == given.get("area")), None)
    changes: dict[str, Any] = {
        "search": given.get("search", ""),
        "place_text": given.get("place_text", ""),
        "whole_neighbourhood": given.get("whole_neighbourhood", False),
        "area_id": chosen.pk if chosen else None,
    }
    if chosen != before:
        changes |= NOWHERE
    visit.keep(**changes)
    visit.__dict__.pop("area", None)
    action = posted.get("action", "")
    if action == "search" or "candidate" in posted:
        return _search(visit, changes["search"], posted.get("candidate", ""))
    if "map.x" in posted:
        return _pointed(visit, before if chosen is None else chosen, posted)
    if action == "nowhere":
        visit.keep(**NOWHERE)
        return visit.go("signals:report-place")
    longitude, latitude = given.get("longitude"), given.get("latitude")
    moved = (longitude, latitude) != (visit.filled.longitude, visit.filled.latitude)
    if action in ("", "here") and longitude is not None and latitude is not None and moved:
        return _located(visit, longitude, latitude)
    if action == "back":
        return visit.go("signals:report")
    if action == "area" and chosen is not None:
        return visit.go("signals:report-place", "#kaart")
    if chosen is None and changes["search"].strip() and set(form.errors) == {"area"}:
        # Who typed a street and went on meant that street.
        if address.find(changes["search"]).candidates:
            return _search(visit, changes["search"], "")
        return _page(visit, form, searched=changes["search"])
    if form.errors:
        return _page(visit, form)
    return _onward(visit)


def _onward(visit: Visit) -> HttpResponse:
    """On to the next screen; once past what may have been reported already."""
    if (
        not visit.filled.seen_near
        and "seen" not in visit.request.POST
        and (maybe_reported(visit.filled) or _going_on(visit))
    ):
        visit.keep(seen_near=True)
        return visit.go("signals:report-place", "#al-gemeld")
    visit.keep(seen_near=True)
    return visit.go("signals:report-reply")


def _search(visit: Visit, text: str, candidate: str) -> HttpResponse:
    """A street, buurt or postcode. Not found is a sentence and the list of areas, never an error."""
    if not text.strip():
        return visit.go("signals:report-place")
    found = address.find(text)
    picked = found.candidates[int(candidate)] if _is_index(candidate, len(found.candidates)) else None
    if picked is not None:
        return _settle(visit, picked.area, picked.buurt, picked.label, picked.lon, picked.lat)
    if found.area is not None and _meant(text, found.label):
        return _settle(visit, found.area, found.buurt, found.label, found.lon, found.lat)
    return _page(visit, _form(visit), searched=text, candidates=found.candidates)


def _is_index(text: str, length: int) -> bool:
    return text.isdecimal() and len(text) < 4 and int(text) < length


def _meant(text: str, label: str) -> bool:
    """Whether what was found is what was typed (a postcode or this name), or only comes near it."""
    name = _bare(re.sub(r"\d.*$", "", text))
    return text.strip()[:1].isdigit() or (bool(name) and name in _bare(label))


def _bare(text: str) -> str:
    """Without marks and capitals: `Rielerweg-Oost` and `rielerweg oost` are the same."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def _settle(
    visit: Visit, area: Area | None, buurt: Area | None, label: str, lon: float | None, lat: float | None
) -> HttpResponse:
    if area is None:
        return _page(visit, _form(visit), searched=label, elsewhere=True)
    street = label.removesuffix(f" ({area.name})")
    # Where the buurt was typed, its name stands there already.
    at = "" if buurt and street == buurt.name else street
    own_words = visit.filled.place_text not in ("", visit.filled.street)
    visit.keep(
        area_id=area.pk,
        neighbourhood_id=buurt.pk if buurt else None,
        street=street,
        place_text=visit.filled.place_text if own_words else at,
        longitude=lon,
        latitude=lat,
        seen_near=False,
    )
    return visit.go("signals:report-place", "#plek")


def _pointed(visit: Visit, area: Area | None, posted: Any) -> HttpResponse:
    """A click on the picture of the area. Pressed with the keyboard it says nothing about a place."""
    x, y = posted.get("map.x", ""), posted.get("map.y", "")
    if area is None or not (x.isdecimal() and y.isdecimal()) or (x, y) == ("0", "0"):
        return _page(visit, _form(visit), by_keyboard=True)
    if not area.geometry:
        return visit.go("signals:report-place")
    return _located(visit, *pictures.place_from_click(area, float(x), float(y)))


def _located(visit: Visit, longitude: float, latitude: float) -> HttpResponse:
    """A point on the map: the area it lies in, else the list."""
    spot = spot_at(longitude, latitude)
    if spot.area is None or spot.area.pk not in {area.pk for area in visit.areas}:
        return _page(visit, _form(visit), elsewhere=True)
    visit.keep(
        area_id=spot.area.pk,
        neighbourhood_id=spot.buurt.pk if spot.buurt else None,
        longitude=longitude,
        latitude=latitude,
        seen_near=False,
    )
    return visit.go("signals:report-place", "#plek")
