"""The page of one area, the heart of the site."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, lineage, size_warning, working_areas
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.reasons import Reason
from wijkwerk.needs.queries import neighbourhoods_of
from wijkwerk.people.guards import mandates
from wijkwerk.people.queries import where_to_find
from wijkwerk.people.wording import language
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.pages import area as page
from wijkwerk.portal.pages.measures import Asked, measure_list
from wijkwerk.portal.pages.money import area_money
from wijkwerk.portal.pages.now import now_in
from wijkwerk.portal.pages.promises import promise_rows
from wijkwerk.portal.pages.reacting import to_react

_AFTER = re.compile(r"([0-9])-([0-9]{1,18})")


@public
@require_safe
def area(request: HttpRequest, code: str) -> HttpResponseBase:
    """What goes on in an area, what was done and promised, what it costs, who does it, and how to join."""
    here = next((area for area in working_areas() if area.code == code), None)
    if here is None:
        return _to_working_area(code)
    approach = approach_for(here)
    buurten = list(neighbourhoods_of(here))
    asked = _asked(request, buurten)
    steps = now_in([here])[here.pk]
    held = mandates(request)
    reported = page.reported(here, asked.neighbourhood)
    known = {
        "area": here,
        "plural": (approach.plan_level.plural or approach.plan_level.label).within(language()),
        "portrait": page.portrait_of(here),
        "map": page.map_of(here, reported),
        "now": steps[0] if steps else None,
        "also": steps[1:],
        "asked": asked,
        "neighbourhoods": buurten,
        "measures": measure_list(here, approach, asked),
        "money": area_money(here, approach),
        "promises": promise_rows(here),
        "react": to_react([here]),
        "reported": reported,
        "meetings": page.meetings_of(here),
        "people": page.people_of(here),
        "where": where_to_find(here),
        "quotes": page.quotes_of(here),
        "objective": page.objective_of(approach),
        "warning": _warning(request, here),
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=here)),
    }
    return render(request, "portal/area.html", known)


def _to_working_area(code: str) -> HttpResponseBase:
    """A buurt has no page of its own: to that of its area, narrowed to the buurt."""
    working = {area.pk: area for area in working_areas()}
    for found in Area.objects.on(clock.today()).filter(code=code).defer("geometry"):
        around = next((working[area.pk] for area in lineage(found) if area.pk in working), None)
        if around is not None:
            return redirect(f"{redirect('portal:area', around.code).url}?buurt={found.code}")
    raise Http404


def _asked(request: HttpRequest, buurten: list[Area]) -> Asked:
    """What was chosen in the address; what is unknown there is as if it was not asked."""
    buurt, state = request.GET.get("buurt", ""), request.GET.get("stand", "")
    after = _AFTER.fullmatch(request.GET.get("na", ""))
    return Asked(
        neighbourhood=next((area for area in buurten if area.code == buurt), None),
        theme=request.GET.get("thema", "")[:60],
        state=state if state in set(MeasureStatus) else "",
        after=(int(after[1]), int(after[2])) if after else None,
    )


def _warning(request: HttpRequest, here: Area) -> Reason | None:
    """For officials: the area has another size than its approach advises. A warning, meant as one (DEV-07)."""
    held = mandates(request)
    return size_warning(here) if held and held.may(Power.READ_AREA, within=here) else None
