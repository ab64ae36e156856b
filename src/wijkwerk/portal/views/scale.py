"""The scale of our areas: what its arguments are measured by, for everyone; entered by who sets the approach."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.queries import working_areas
from wijkwerk.figures.actions import keep_survey
from wijkwerk.figures.models import Indicator
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_page
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.portal.forms import NameKnownForm
from wijkwerk.portal.pages.scale import scales


def whole(_request: HttpRequest) -> None:
    """The whole municipality: a survey is not one area's business."""


@public
@require_safe
def scale(request: HttpRequest) -> HttpResponse:
    """Per area: items for each officer, residents who know its name, ties with the services of the city."""
    held = mandates(request)
    known = {
        "rows": scales(working_areas()),
        "may_enter": bool(held and held.may(Power.SET_APPROACH, within=None)),
    }
    return render(request, "portal/scale.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def name_known(request: SignedInRequest) -> HttpResponse:
    """Enter what a survey found."""
    form = NameKnownForm(request.POST or None, areas=working_areas(), initial={"year": clock.today().year})
    if form.is_bound and (
        form.attempt(
            lambda given: keep_survey(
                indicator=Indicator.KNOWS_NAME,
                year=given["year"],
                source=given["source"],
                percents=form.percents,
                by=request.person,
            )
        )
        is not None
    ):
        messages.success(request, _("De uitkomst staat erbij, met de bron."))
        return redirect("portal:scale")
    return form_page(
        request,
        form,
        title=_("Kennen bewoners de naam van hun gebied?"),
        lead=_("Vul in wat uw eigen onderzoek vond. Laat een gebied leeg als het daar niet gevraagd is."),
        submit=_("Bewaar"),
        back=Crumb(_("Werkt onze schaal?"), reverse("portal:scale")),
    )
