"""With whom the municipality works, and a partner that signs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.agreements import actions
from wijkwerk.agreements.forms.partners import JoinForm
from wijkwerk.agreements.partners import partners_under
from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.territory import Territory


@public
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """Who takes part under each approach in force, and what binds them."""
    approaches, held = Territory().approaches(None, clock.today()), mandates(request)
    known = {
        "every": [partners_under(approach) for approach in approaches],
        "may_sign": actions.may_sign_here(approaches)
        if held is not None and held.may(Power.SET_APPROACH, within=None)
        else None,
    }
    return render(request, "agreements/partners.html", known)


@permitted(Power.SET_APPROACH)
@require_http_methods(["GET", "POST"])
@pressed_once
def join(request: SignedInRequest) -> HttpResponse:
    """Write down that a partner signed."""
    actions.may_sign_here(Territory().approaches(None, clock.today())).require()
    return form_turn(
        request,
        JoinForm(request.POST or None, initial={"joined_on": clock.today()}),
        lambda given: actions.join(by=request.person, **given),
        done=_("De partner staat erbij."),
        title=_("Een partner tekent"),
        submit=_("Zet het op de pagina"),
        back=Crumb(_("Met wie wij werken"), reverse("agreements:partners")),
    )
