"""A plan goes on its way to adoption, where its approach lays one down."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.decisions.actions import open_route
from wijkwerk.decisions.models import AdoptionRoute
from wijkwerk.decisions.rules.routes import before_adoption
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Conflict, Reason, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.plans.actions import route_of
from wijkwerk.plans.models import Plan
from wijkwerk.plans.views.finding import area_of_plan, plan_of


def has_a_way(plan: Plan) -> bool:
    """Whether stops stand before the adoption of this plan."""
    key = route_of(plan)
    return key is not None and bool(before_adoption(plan.approach.route(key)))


def way_of(plan: Plan) -> str:
    """The address of where it stands on its way; empty where it is on none."""
    walk = AdoptionRoute.objects.filter(thing=plan.thing).first()
    return reverse("decisions:route", args=[walk.pk]) if walk else ""


def route_step(plan: Plan, writes: Verdict) -> list[NextStep]:
    """What there is to do about its way, on the desk of a plan."""
    if not has_a_way(plan):
        return []
    address = way_of(plan)
    if address:
        return [NextStep(_("Waar staat het op weg naar vaststelling?"), address)]
    return [
        NextStep(
            _("Breng het plan op weg naar vaststelling"),
            reverse("plans:route", args=[plan.thing.number]),
            writes,
        )
    ]


@permitted(Power.EDIT_PLAN, area=area_of_plan)
@require_http_methods(["GET", "POST"])
def route(request: SignedInRequest, number: str) -> HttpResponse:
    """Send a plan on its way to adoption."""
    plan = plan_of(number)
    key = route_of(plan)
    if key is None or not has_a_way(plan):
        raise Conflict(Reason(_("Dit plan kan zonder tussenstappen worden vastgesteld."), rule="plan.route"))
    return form_turn(
        request,
        ReasonedForm(request.POST if request.method == "POST" else None),
        lambda _given: open_route(thing=plan.thing, approach=plan.approach, route_key=key, by=request.person),
        done=_("Het plan is op weg."),
        to=lambda walk: reverse("decisions:route", args=[walk.pk]),
        title=_("Breng het plan op weg naar vaststelling"),
        lead=plan.thing.sentence,
        submit=_("Op weg"),
        back=Crumb(plan.thing.sentence, reverse("plans:edit", args=[number])),
    )
