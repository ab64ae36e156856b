"""The first page: what happens in your neighbourhood, and where you are."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wijkwerk.areas import pictures
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, house_approach, working_areas
from wijkwerk.areas.spots import spot_at
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.portal.pages.now import Now, now_in
from wijkwerk.portal.pages.reacting import to_react
from wijkwerk.portal.pages.results import latest_results


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One field, the areas on a list and a map with what goes on there, and what was finished lately."""
    areas = working_areas()
    now = {pk: next(iter(steps), None) for pk, steps in now_in(areas).items()}
    level = (approach_for(areas[0]) if areas else house_approach()).plan_level
    known = {
        "areas": areas,
        "plural": (level.plural or level.label).within(get_language() or settings.LANGUAGE_CODE),
        "map": pictures.area_map(areas, note=lambda area: _line(now[area.pk])) if areas else None,
        "react": to_react(areas),
        "results": latest_results(),
    }
    return render(request, "portal/home.html", known)


def _line(now: Now | None) -> str:
    """What is going on in one line, for a list."""
    if now is None:
        return _("Er loopt nu geen stap. Melden kan altijd.")
    pattern = "j F" if now.until.year == clock.today().year else "j F Y"
    facts = {"what": now.sentence, "day": formats.date_format(now.until, pattern)}
    if now.days_left < 1:
        return _("Nu: %(what)s; loopt uit, was tot en met %(day)s") % facts
    return _("Nu: %(what)s, tot en met %(day)s") % facts


@public
@require_POST
def here(request: HttpRequest) -> HttpResponse:
    """To the area around a visitor. By POST: where someone stands belongs in no address and no log."""
    area = _area_here(request.POST.get("longitude", ""), request.POST.get("latitude", ""))
    if area is not None:
        return redirect("portal:area", area.code)
    messages.warning(request, _("U bent nu niet in een van onze gebieden. Kies hieronder een gebied."))
    return redirect("areas:list")


def _area_here(longitude: str, latitude: str) -> Area | None:
    try:
        lon, lat = float(longitude), float(latitude)
    except ValueError:
        return None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        return None
    return spot_at(lon, lat).area
