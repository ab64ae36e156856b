"""Pages for whoever manages areas: borders explained, intensity set, offices opened."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.actions import Order, explain_border, set_intensity
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people import actions
from wijkwerk.people.forms import BorderForm, IntensityForm, OfficeForm
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import language


def _area(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


@permitted(Power.MANAGE_AREAS)
@require_safe
def manage(request: SignedInRequest) -> HttpResponse:
    """What can be recorded of every area that the reader manages."""
    may_set = {area.pk for area in mandates_of(request.person).areas_with(Power.SET_APPROACH)}
    return render(request, "people/manage_areas.html", {"areas": _managed(request), "may_set": may_set})


def _managed(request: SignedInRequest) -> list[Area]:
    held = mandates_of(request.person)
    mine = held.areas_with(Power.MANAGE_AREAS)
    return [area for area, _approach in held.territory.working_areas(clock.today()) if area in mine]


@permitted(Power.MANAGE_AREAS, area=_area)
@require_http_methods(["GET", "POST"])
def border(request: SignedInRequest, code: str) -> HttpResponse:
    """Say why the border of an area runs so."""
    area = working_area(code)
    return form_turn(
        request,
        BorderForm(request.POST or None, initial={"text": area.border_reason}),
        lambda given: explain_border(area=area, **given),
        done=_("De reden staat op de pagina van de grens."),
        to=reverse("areas:border", args=[code]),
        title=_("De grens van %(area)s") % {"area": area.name},
        submit=_("Bewaar"),
        back=_back(),
    )


@permitted(Power.MANAGE_AREAS, area=_area)
@require_http_methods(["GET", "POST"])
def intensity(request: SignedInRequest, code: str) -> HttpResponse:
    """Set how intensively an area is managed, with the formal order."""
    area = working_area(code)
    return form_turn(
        request,
        IntensityForm(request.POST or None),
        lambda given: set_intensity(
            area=area,
            intensity=given["intensity"],
            reason=given["reason"],
            order=Order(given["order_title"], given["order_on"], given["order_url"]),
            valid_from=given["valid_from"],
        ),
        done=_("Vastgelegd, met de opdracht erbij."),
        to=reverse("areas:border", args=[code]),
        title=_("Hoe intensief in %(area)s?") % {"area": area.name},
        submit=_("Bewaar"),
        back=_back(),
    )


@permitted(Power.MANAGE_AREAS)
@require_http_methods(["GET", "POST"])
@pressed_once
def office(request: SignedInRequest) -> HttpResponse:
    """Open an office of a team, for areas."""
    held = mandates_of(request.person)
    teams = {
        key: team.label.within(language())
        for approach in held.territory.approaches(None, clock.today())
        for key, team in approach.teams.items()
    }
    areas = Area.objects.filter(pk__in=[area.pk for area in _managed(request)]).order_by("name")
    return form_turn(
        request,
        OfficeForm(request.POST or None, teams=[*teams.items()], areas=areas),
        lambda given: actions.open_office(by=request.person, **given),
        done=_("Het bureau staat erbij."),
        to=reverse("people:organisation"),
        title=_("Open een bureau"),
        submit=_("Bewaar"),
        back=_back(),
    )


def _back() -> Crumb:
    return Crumb(_("Gebieden beheren"), reverse("people:manage-areas"))
