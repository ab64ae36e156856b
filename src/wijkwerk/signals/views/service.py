"""My service: what was sent to it, answering, and giving back what is not ours."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import reencode
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.signals import permissions
from wijkwerk.signals.actions import answer_signal, give_back
from wijkwerk.signals.forms.answer import AnswerForm, GiveBackForm
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SIGNAL, FundingSource, SignalStatus
from wijkwerk.signals.views.paging import page_of
from wijkwerk.signals.views.sorting import around, signal_numbered


def may_answer(request: SignedInRequest, number: str) -> Verdict:
    """Whether this reader may answer this signal."""
    return permissions.may_answer(request.person, signal_numbered(number))


def may_handle(request: SignedInRequest, number: str) -> Verdict:
    """Whether this reader acts for the service it lies with."""
    return permissions.may_handle(request.person, signal_numbered(number))


@permitted(Power.HANDLE_SERVICE_SIGNALS)
@require_safe
def my_service(request: SignedInRequest) -> HttpResponse:
    """What lies with my service in my areas, the longest promised first."""
    areas = mandates_of(request.person).areas_with(Power.HANDLE_SERVICE_SIGNALS)
    services = permissions.services_of(request.person)
    found = (
        Signal.objects.within(areas)
        .of_service(services)
        .filter(status__in=[SignalStatus.WITH_SERVICE, SignalStatus.QUICK])
    )
    asked = {key: request.GET.get(key, "") for key in ("toon", "na")}
    late = asked["toon"] == "laat"
    context = {
        "page": page_of(found.overdue(clock.today()) if late else found, asked),
        "services": services,
        "late": late,
        "tabs": [
            {"label": _("Alles"), "url": "?", "current": not late},
            {"label": _("Te laat"), "url": "?toon=laat", "current": late},
        ],
    }
    return render(request, "signals/service.html", context)


@permitted(may_answer)
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, number: str) -> HttpResponse:
    """Answer everyone who asked, and say from what money it was handled."""
    signal = signal_numbered(number)
    initial = {"funding_source": signal.funding_source or FundingSource.REGULAR}
    form = AnswerForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and (form.attempt(lambda given: _answer(request, signal, given)) is not None):
        messages.success(request, _("Uw antwoord gaat naar iedereen die hierom vroeg."))
        return _back(request, signal)
    may_give_back = permissions.may_handle(request.person, signal)
    context = {
        **around(signal),
        "form": form,
        "answerable": SIGNAL.allows(SignalStatus(signal.status), SignalStatus.ANSWERED),
        "may_give_back": bool(may_give_back),
    }
    return render(request, "signals/answer.html", context, status=form.status)


def _answer(request: SignedInRequest, signal: Signal, given: dict[str, Any]) -> Signal:
    upload = given["photo"]
    # The photo is written anew before the action begins: no image work inside a transaction.
    photo = reencode(upload, size=upload.size) if upload else None
    return answer_signal(
        signal_id=signal.pk,
        text=given["text"],
        photo=photo,
        funding_source=FundingSource(given["funding_source"]),
        function=signal.service.name if signal.service else "",
        by=request.person,
    )


def _back(request: SignedInRequest, signal: Signal) -> HttpResponse:
    """To the list this reader works through."""
    sorts = mandates_of(request.person).may(Power.TRIAGE_SIGNAL, within=signal.thing.area)
    return redirect("signals:signals" if sorts else "signals:service")


@permitted(may_handle)
@require_http_methods(["GET", "POST"])
def return_signal(request: SignedInRequest, number: str) -> HttpResponse:
    """Give back what is not ours, with the reason."""
    signal = signal_numbered(number)
    form = GiveBackForm(request.POST or None)
    if request.method == "POST" and (
        form.attempt(lambda given: give_back(signal_id=signal.pk, reason=given["because"], by=request.person))
        is not None
    ):
        messages.success(request, _("De melding is terug bij de wijkambtenaar."))
        return redirect("signals:service")
    return render(request, "signals/give_back.html", {"signal": signal, "form": form}, status=form.status)
