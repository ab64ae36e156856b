"""A panel round for who runs it: occasions, who came, and paper typed over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.answers.models import Asker, Door
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation.once import pressed_once
from wijkwerk.participation.actions import add_session, contribute, record_session
from wijkwerk.participation.forms.panels import EnterForm, HeldForm, SessionForm
from wijkwerk.participation.models import AskedBy, PanelSession
from wijkwerk.participation.queries.panels import heard_in, sessions_of
from wijkwerk.participation.views.panels import round_in
from wijkwerk.people.guards import SignedInRequest, permitted


def area_of_round(_request: HttpRequest, round_id: int) -> Area:
    """The area of the round in the address."""
    return round_in(round_id).area


def area_of_session(_request: HttpRequest, session_id: int) -> Area:
    """The area of the occasion in the address."""
    return get_object_or_404(PanelSession.objects.select_related("round__area"), pk=session_id).round.area


@permitted(Power.RUN_PANEL, area=area_of_round)
@require_http_methods(["GET", "POST"])
@pressed_once
def sessions(request: SignedInRequest, round_id: int) -> HttpResponse:
    """The occasions of a round; plan one more."""
    panel = round_in(round_id)
    form = SessionForm(request.POST or None)

    def act(given: dict[str, Any]) -> PanelSession:
        return add_session(
            round_id=round_id,
            place=given["place"],
            starts_at=given["starts_at"],
            asked_by=AskedBy(given["asked_by"]),
            askers_text=given["askers_text"],
            by=request.person,
        )

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("De bijeenkomst staat op de pagina van het panel."))
        return redirect("participation:sessions", round_id=round_id)
    context = {
        "panel": panel,
        "area": panel.area,
        "form": form,
        "sessions": sessions_of(panel),
        "heard": heard_in(panel),
    }
    return render(request, "participation/sessions.html", context, status=form.status)


@permitted(Power.RUN_PANEL, area=area_of_session)
@require_http_methods(["GET", "POST"])
def session(request: SignedInRequest, session_id: int) -> HttpResponse:
    """How an occasion went: who came, what was said."""
    held = get_object_or_404(PanelSession.objects.select_related("round__area"), pk=session_id)
    initial = {"attendance": held.attendance, "report": held.report}
    form = HeldForm(request.POST or None, initial=initial)

    def act(given: dict[str, Any]) -> PanelSession:
        return record_session(
            session_id=session_id, attendance=given["attendance"], report=given["report"], by=request.person
        )

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("Bewaard."))
        return redirect("participation:sessions", round_id=held.round_id)
    context = {"held": held, "panel": held.round, "area": held.round.area, "form": form}
    return render(request, "participation/session.html", context, status=form.status)


@permitted(Power.RUN_PANEL, area=area_of_round)
@require_http_methods(["GET", "POST"])
@pressed_once
def enter(request: SignedInRequest, round_id: int) -> HttpResponse:
    """Contributions from paper, one after the other; occasion and door stay for the next."""
    panel = round_in(round_id)
    kept = {"session": request.GET.get("bijeenkomst", ""), "door": request.GET.get("deur", Door.PAPER.value)}
    form = EnterForm(request.POST or None, panel=panel, approach=panel.step.cycle.approach, initial=kept)

    @transaction.atomic  # a refusal leaves no address behind
    def act(given: dict[str, Any]) -> Asker:
        _signal, asker = contribute(
            round_id=round_id,
            given=form.report(Door(given["door"])),
            contact=form.contact(by_desk=True),
            session_id=given["session"].pk if given["session"] else None,
            entered_by=request.person,
            **form.said(),
        )
        return asker

    if request.method == "POST" and (asker := form.attempt(act)):
        done = _("%(number)s is ingevoerd. Nu de volgende.") % {"number": asker.thing.number}
        messages.success(request, done)
        chosen = form.cleaned_data["session"]
        address = reverse("participation:enter", args=[round_id])
        return redirect(
            f"{address}?bijeenkomst={chosen.pk if chosen else ''}&deur={form.cleaned_data['door']}"
        )
    context = {
        "panel": panel,
        "area": panel.area,
        "form": form,
        "heard": heard_in(panel),
    }
    return render(request, "participation/enter.html", context, status=form.status)
