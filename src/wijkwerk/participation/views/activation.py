"""How people of an area are asked to take part: for everyone to read, for who asks to write down."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power, wording
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Reason
from wijkwerk.participation.actions import Activated, activate
from wijkwerk.participation.actions.activation import INITIATIVE
from wijkwerk.participation.forms.activation import ActivationForm
from wijkwerk.participation.models import Activation, Beginner
from wijkwerk.participation.queries.activation import activations_of, nobody_was_approached, sessions_in
from wijkwerk.participation.rules import Way
from wijkwerk.participation.views.teams import area_in
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.wording import language, sourced


@public
@require_safe
def activations(request: HttpRequest, code: str) -> HttpResponse:
    """What was done to get people to take part; for who may write it down, also what is missing."""
    area = working_area(code)
    held = mandates(request)
    writes = held is not None and bool(held.may(Power.RUN_PANEL, within=area))
    known = {
        "area": area,
        "activations": activations_of(area),
        "sessions": sessions_in(area),
        "why": _why(area),
        "writes": writes,
        "warning": nobody_was_approached(area) if writes else None,
    }
    return render(request, "participation/activations.html", known)


@permitted(Power.RUN_PANEL, area=area_in)
@require_http_methods(["GET", "POST"])
@pressed_once
def write_down(request: SignedInRequest, code: str) -> HttpResponse:
    """Write down how people were asked to take part."""
    area = working_area(code)

    def act(given: dict[str, Any]) -> Activation:
        said = Activated(**{**given, "way": Way(given["way"]), "begun_by": Beginner(given["begun_by"])})
        return activate(area=area, given=said, by=request.person)

    return form_turn(
        request,
        ActivationForm(request.POST or None, initial={"held_on": clock.today()}),
        act,
        done=_("Het staat op de pagina."),
        title=_("Schrijf op hoe u mensen vroeg"),
        lead=_("Zo ziet iedereen in %(area)s wie er meedenkt, en wie nog niet.") % {"area": area.name},
        submit=_("Zet het op de pagina"),
        back=Crumb(_("Zo vragen wij mensen mee te doen"), reverse("participation:activations", args=[code])),
        why=_why(area),
    )


def _why(area: Area) -> Reason:
    approach = approach_for(area)
    initiative = approach.options.involvement_initiative
    value = wording.choice(initiative).within(language()) if initiative else ""
    return sourced(approach, "", INITIATIVE, value)
