"""The way of a thing to adoption: where it stands, taking the next stop, formal consultation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches.schema import Stop, StopKind
from wijkwerk.decisions import actions
from wijkwerk.decisions.forms.routes import StopForm
from wijkwerk.decisions.models import AdoptionRoute
from wijkwerk.decisions.pages import route_page
from wijkwerk.decisions.rules.routes import next_stop
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Verdict, no
from wijkwerk.people.guards import SignedInRequest, permitted, person_of
from wijkwerk.people.wording import language, role_label


def _walk(pk: int) -> AdoptionRoute:
    return get_object_or_404(AdoptionRoute.objects.select_related("thing__area"), pk=pk)


def _following(walk: AdoptionRoute) -> Stop | None:
    taken = set(walk.taken.values_list("stop", flat=True))
    return None if walk.refused_on else next_stop(walk.route, taken)


def _takes_next(request: SignedInRequest, pk: int) -> Verdict:
    walk = _walk(pk)
    following = _following(walk)
    if following is None:
        return no(_("Alle stappen van deze route zijn gezet."), rule=walk.rule)
    return actions.may_take_stop(request.person, walk, following)


@public
@require_safe
def route(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a plan stands on its way: which stops it had, which is next, who takes it."""
    walk = _walk(pk)
    return render(request, "decisions/route.html", {"page": route_page(walk, person_of(request))})


@permitted(_takes_next)
@require_http_methods(["GET", "POST"])
@pressed_once
def stop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down how the next stop ended."""
    walk = _walk(pk)
    following = _following(walk)
    assert following is not None, "the guard found one"
    body = role_label(walk.approach, following.role) if following.role else ""
    adopting = following.kind is StopKind.ADOPT
    return form_turn(
        request,
        StopForm(request.POST or None, initial={"body": body}, only_refusing=adopting),
        lambda given: actions.take_stop(route_id=pk, stop=following.key, by=request.person, **given),
        done=_("De stap is gezet."),
        title=following.label.within(language()),
        lead=walk.thing.sentence,
        note=_("Vaststellen doet u op de pagina van het plan. Hier kunt u het afwijzen.") if adopting else "",
        submit=_("Zet de stap"),
        back=_back(walk),
    )


def _back(walk: AdoptionRoute) -> Crumb:
    return Crumb(_("De weg naar vaststelling"), reverse("decisions:route", args=[walk.pk]))
