"""Pages of areas: the list with its map, finding an address, the picture to point on, outlines for the map."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from wijkwerk.areas import address, pictures
from wijkwerk.areas.models import Area, MapState
from wijkwerk.areas.queries import (
    approach_for,
    house_approach,
    inhabitants_of,
    planned_areas,
    working_areas,
)
from wijkwerk.areas.rules.search import MOST_CHARACTERS
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.templatetags.wijkwerk import number

WIDTHS = (pictures.WIDTH_OF_PICTURE, 640)


@public
@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """All working areas, on a list and on a map."""
    return render(request, "areas/list.html", _areas_and_map())


@public
@require_safe
def find_address(request: HttpRequest) -> HttpResponseBase:
    """To the area of what was typed; else a page with what it may be and the whole list."""
    text = " ".join(request.GET.get("q", "").split())[:MOST_CHARACTERS]
    found = address.find(text)
    if found.area and (page := pictures.area_url(found.area)):
        # Who named a street of one buurt is shown that buurt.
        return HttpResponseRedirect(f"{page}?buurt={found.buurt.code}" if found.buurt else page)
    candidates = [
        {"label": each.label, "url": pictures.area_url(each.area) if each.area else ""}
        for each in found.candidates
    ]
    return render(request, "areas/address.html", {"text": text, "candidates": candidates, **_areas_and_map()})


def _areas_and_map() -> dict[str, object]:
    areas = working_areas()
    people = inhabitants_of(areas, clock.today().year)

    def note(area: Area) -> str:
        known = people.get(area.pk)
        if known is None:
            return ""
        return _("%(number)s inwoners (%(year)s)") % {"number": number(known.number), "year": known.year}

    level = (approach_for(areas[0]) if areas else house_approach()).plan_level
    plural = (level.plural or level.label).within(get_language() or "nl")
    planned = planned_areas(areas[0].level) if areas else []
    return {"areas": areas, "planned": planned, "plural": plural, "map": pictures.area_map(areas, note=note)}


def _picture_tag(request: HttpRequest, code: str) -> str | None:
    area = _working_area(code)
    version = pictures.picture_version(area, _width(request))
    return f'"{version}"' if version else None


@public
@require_safe
@cache_control(public=True, max_age=300)
@condition(etag_func=_picture_tag)
def area_picture(request: HttpRequest, code: str) -> HttpResponse:
    """The picture of an area on which a place can be pointed out without JavaScript."""
    return HttpResponse(pictures.picture(_working_area(code), _width(request)), content_type="image/png")


def _working_area(code: str) -> Area:
    area = next((area for area in working_areas() if area.code == code), None)
    if area is None:
        raise Http404
    return area


def _width(request: HttpRequest) -> int:
    asked = request.GET.get("breedte", "")
    return int(asked) if asked in {str(width) for width in WIDTHS} else WIDTHS[0]


def _outlines_tag(request: HttpRequest) -> str | None:
    state = MapState.current()
    return f'"{state}:{clock.today()}"' if state else None


@public
@require_safe
@cache_control(public=True, max_age=300)
@condition(etag_func=_outlines_tag)
def area_outlines(request: HttpRequest) -> JsonResponse:
    """The working areas as GeoJSON (WGS84), for the map in the page and for whoever wants the data."""
    features = [
        {
            "type": "Feature",
            "id": area.code,
            "properties": {
                "code": area.code,
                "name": area.name,
                "level": area.level,
                "url": pictures.area_url(area),
                "drawn": area.drawn,
                "source": area.source,
            },
            "geometry": area.geometry,
        }
        for area in working_areas()
    ]
    return JsonResponse(
        {"type": "FeatureCollection", "features": features}, content_type="application/geo+json"
    )
