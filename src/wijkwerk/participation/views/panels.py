"""A panel round for residents: what is asked, when and where, and saying it without an account."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from wijkwerk.answers.composing import PURPOSE, secret_code, secret_path
from wijkwerk.answers.models import Asker, Door
from wijkwerk.approaches import Power
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import rate_limits, secret_links
from wijkwerk.foundation.guards import public, secret_address
from wijkwerk.participation.actions import contribute
from wijkwerk.participation.forms.panels import ContributeForm
from wijkwerk.participation.models import PanelRound
from wijkwerk.participation.queries.panels import heard_in, rounds, sessions_of, told_in_public
from wijkwerk.participation.views.shared import may, step_context
from wijkwerk.people.wording import resident_text

# A whole room may send theirs over the wifi of the community centre.
AN_HOUR = {"limit": 120, "seconds": 3600}


def round_in(round_id: int) -> PanelRound:
    """The round in the address."""
    return get_object_or_404(rounds(), pk=round_id)


@public
@require_GET
def panel(request: HttpRequest, round_id: int) -> HttpResponse:
    """What is asked, where and when, what was heard so far."""
    found = round_in(round_id)
    context = {
        **step_context(request, found.step),
        "panel": found,
        "is_open": found.step.status == StepStatus.OPEN,
        "sessions": sessions_of(found),
        "heard": heard_in(found),
        "told": told_in_public(found),
        "organised": resident_text(found.step.cycle.approach, "organised"),
        "may_run": may(request, Power.RUN_PANEL, found.step),
        "may_understand": may(request, Power.UNDERSTAND_NEED, found.step),
    }
    return render(request, "participation/panel.html", context)


@public
@require_http_methods(["GET", "POST"])
def take_part(request: HttpRequest, round_id: int) -> HttpResponse:
    """One contribution, without an account."""
    found = round_in(round_id)
    approach = found.step.cycle.approach
    form = ContributeForm(request.POST or None, area=found.area, approach=approach)

    @transaction.atomic  # a refusal leaves no address behind
    def act(_given: dict[str, Any]) -> Asker:
        contact = form.contact()
        _signal, asker = contribute(
            round_id=round_id, given=form.report(Door.WEB), contact=contact, **form.said()
        )
        return asker

    if request.method == "POST":
        rate_limits.count("contribution", rate_limits.caller(request), **AN_HOUR)
        if asker := form.attempt(act):
            code = secret_links.code(PURPOSE, asker.pk, asker.link_counter)
            return redirect("participation:thanks", round_id=round_id, asker_id=asker.pk, code=code)
    context = {
        "panel": found,
        "area": found.area,
        "is_open": found.step.status == StepStatus.OPEN,
        "form": form,
        "danger": resident_text(approach, "danger"),
        "worry": resident_text(approach, "worry"),
        "promise": resident_text(approach, "promise"),
    }
    return render(request, "participation/take_part.html", context, status=form.status)


@public
@secret_address
@require_GET
def thanks(request: HttpRequest, round_id: int, asker_id: int, code: str) -> HttpResponse:
    """What was said has a number, a day by which they hear, and a link of their own."""
    found = round_in(round_id)
    asker = Asker.objects.select_related("thing__signal", "contact").filter(pk=asker_id).first()
    if asker is None or not secret_links.matches(code, PURPOSE, asker_id, asker.link_counter):
        rate_limits.count("secret link", rate_limits.caller(request), limit=30, seconds=3600)
        raise Http404
    context = {
        "panel": found,
        "area": found.area,
        "asker": asker,
        "thing": asker.thing,
        "link": settings.SITE_URL + secret_path(asker),
        "code": secret_code(asker),
        "another": reverse("participation:take-part", args=[round_id]),
    }
    return render(request, "participation/thanks.html", context)


@public
@require_GET
def paper(request: HttpRequest, round_id: int) -> HttpResponse:
    """The same questions on paper, for whoever wants to print them."""
    found = round_in(round_id)
    approach = found.step.cycle.approach
    form = ContributeForm(area=found.area, approach=approach)
    context = {
        "panel": found,
        "area": found.area,
        "form": form,
        "danger": resident_text(approach, "danger"),
        "worry": resident_text(approach, "worry"),
    }
    return render(request, "participation/panel_paper.html", context)
