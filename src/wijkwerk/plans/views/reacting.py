"""Residents react to the draft of a plan, online or at the desk."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.decisions.views import reacting
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.plans import actions
from wijkwerk.plans.views.finding import area_of_plan, plan_of


@public
@require_http_methods(["GET", "POST"])
def react(request: HttpRequest, number: str) -> HttpResponse:
    """Anyone says what they think of a draft, without an account."""
    plan = plan_of(number)
    return reacting.online(
        request,
        partial(actions.react, plan_id=plan.pk),
        actions.may_react(plan),
        template="plans/react.html",
        area=plan.area,
        plan=plan,
        round=getattr(plan, "round", None),
    )


@permitted(Power.ENTER_ON_BEHALF, area=area_of_plan)
@require_http_methods(["GET", "POST"])
@pressed_once
def react_on_behalf(request: SignedInRequest, number: str) -> HttpResponse:
    """What someone said of a draft by phone, at the desk or in a letter, written down for them."""
    plan = plan_of(number)
    return reacting.at_the_desk(
        request,
        partial(actions.react, plan_id=plan.pk),
        actions.may_react(plan),
        lead=plan.thing.sentence,
        back=Crumb(plan.thing.sentence, reverse("plans:plan", args=[number])),
        area=plan.area,
    )
