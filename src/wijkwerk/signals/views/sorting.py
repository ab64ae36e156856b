"""Triage: the list of signals in one's areas, and one signal with everything that helps to decide."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.answers.models import Asker
from wijkwerk.answers.queries import said_not_solved
from wijkwerk.approaches import Power
from wijkwerk.areas import pictures
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.people.actions import read_contact
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.signals.actions import Destination, destinations, take_from_service, triage
from wijkwerk.signals.forms.triage import PassOnForm, TriageForm
from wijkwerk.signals.models import Signal
from wijkwerk.signals.near import Near, near_to
from wijkwerk.signals.permissions import may_answer, services
from wijkwerk.signals.queries import (
    AT_WORK,
    ON_THE_CLOCK,
    SignalQuerySet,
    handled_shares,
    like,
    numbers_of,
    own_contributions,
)
from wijkwerk.signals.rules import SIGNAL, FundingSource, Route, SignalStatus, days_late, fitting, level_of
from wijkwerk.signals.views.paging import page_of
from wijkwerk.signals.wording import (
    FUNDING_LABELS,
    LEVEL_LABELS,
    STATUS_LABELS,
    approach_here,
    category_label,
    category_words,
)
from wijkwerk.thread.models import Attachment, Thing

READ_FOR = "signal"
_SHOWN_ASKERS = 50
_SHOWN_SAID = 5
_TABS = {
    "nieuw": gettext_lazy("Nieuw"),
    "laat": gettext_lazy("Te laat"),
    "dienst": gettext_lazy("Bij een dienst"),
    "zelf": gettext_lazy("Doen wij zelf"),
    "vraag": gettext_lazy("Bij een vraag"),
}


def signal_numbered(number: str) -> Signal:
    """The signal with this public number, with everything around it; 404 when there is none."""
    thing = Thing.objects.numbered(number).first()
    found = (
        Signal.objects.for_list().select_related("entered_by", "handler", "about").filter(pk=thing.pk)
        if thing
        else Signal.objects.none()
    )
    signal = found.first()
    if signal is None:
        raise Http404
    return signal


def area_of_signal(_request: HttpRequest, number: str, **_more: object) -> Area:
    """For guards: where the signal is."""
    return signal_numbered(number).thing.area


@permitted(Power.TRIAGE_SIGNAL)
@require_safe
def signals(request: SignedInRequest) -> HttpResponse:
    """The signals of one's areas, the longest promised first."""
    areas = mandates_of(request.person).areas_with(Power.TRIAGE_SIGNAL)
    asked = {key: request.GET.get(key, "") for key in ("toon", "wijk", "dienst", "na")}
    chosen = [area for area in areas if area.code == asked["wijk"]] or areas
    tab = asked["toon"] if asked["toon"] in _TABS else "nieuw"
    here = Signal.objects.within(chosen)
    known = list(services())
    if service := [one for one in known if one.key == asked["dienst"]]:
        here = here.of_service(service)
    parts = {key: _of_tab(here, key) for key in _TABS}
    numbers = numbers_of(parts)
    year = clock.today().replace(month=1, day=1)
    shares = handled_shares(chosen, since=year)
    context = {
        "page": page_of(parts[tab], {**asked, "toon": tab}),
        "tabs": [
            {
                "label": f"{label} {numbers[key]}",
                "url": "?" + urlencode({"toon": key, "wijk": asked["wijk"], "dienst": asked["dienst"]}),
                "current": key == tab,
            }
            for key, label in _TABS.items()
        ],
        "tab": tab,
        "areas": areas,
        "services": known,
        "asked": asked,
        "year": year.year,
        "shares": share_rows(shares),
        "handled": sum(shares.values()),
        "own_contributions": own_contributions(chosen, since=year),
    }
    return render(request, "signals/signals.html", context)


def _of_tab(found: SignalQuerySet, tab: str) -> SignalQuerySet:
    if tab == "laat":
        return found.overdue(clock.today())
    if tab == "dienst":
        return found.with_a_service()
    if tab == "zelf":
        return found.quick_ourselves()
    return found.filter(status=SignalStatus.IN_NEED) if tab == "vraag" else found.new()


def share_rows(shares: dict[FundingSource, int]) -> list[dict[str, Any]]:
    """From which money, how many, and what part of all that was handled (DEV-19)."""
    total = sum(shares.values())
    return [
        {
            "label": FUNDING_LABELS[source],
            "number": shares[source],
            "percent": round(100 * shares[source] / total),
        }
        for source in FundingSource
        if shares.get(source)
    ]


@permitted(Power.TRIAGE_SIGNAL, area=area_of_signal)
@never_cache
@require_http_methods(["GET", "POST"])
def sort(request: SignedInRequest, number: str) -> HttpResponse:
    """One signal: read, compare, decide where it goes."""
    signal = signal_numbered(number)
    photos = list(Attachment.objects.filter(thing=signal.thing))
    ways, refused = _ways(signal, request)
    alike = like(signal)
    near = [
        one
        for one in near_to(
            signal.thing.area_id, signal.text or signal.thing.sentence, [row.pk for row in alike]
        )
        if one.destination in {w.key for w in ways}
    ]
    form = TriageForm(
        request.POST if request.method == "POST" else None,
        signal=signal,
        ways=ways,
        has_photo=bool(photos),
        pointed=_pointed(request, near),
    )
    if request.method == "POST" and (
        form.attempt(lambda _given: triage(signal_id=signal.pk, sorting=form.sorting(), by=request.person))
        is not None
    ):
        messages.success(request, _gone_to(form))
        return redirect("signals:signals")
    context = {
        **around(signal, photos),
        "form": form,
        "refused": refused,
        "askers": Asker.objects.filter(thing=signal.thing)
        .select_related("entered_by")
        .order_by("pk")[:_SHOWN_ASKERS],
        "may_read_contact": bool(
            mandates_of(request.person).may(Power.READ_CONTACT, within=signal.thing.area)
        ),
        "may_answer": bool(may_answer(request.person, signal)) and signal.status != SignalStatus.ANSWERED,
        "pass_on": PassOnForm(signal=signal) if signal.status in AT_WORK and signal.service_id else None,
        "like": alike,
        "near": near,
        "suggestions": suggestions(signal),
    }
    return render(request, "signals/triage.html", context, status=form.status)


def _pointed(request: HttpRequest, near: list[Near]) -> Near | None:
    """What the officer pressed "voeg hierbij" at: the form then begins with it."""
    return next((one for one in near if str(one.thing.pk) == request.GET.get("bij")), None)


def _gone_to(form: TriageForm) -> str:
    """Where it went, for who sent it there."""
    given = form.sorting()
    way = next(one for one in form.ways if one.key == given.destination)
    if given.service is not None:
        text = _("Doorgegeven aan %(service)s. Wie het meldde, hoort ervan.")
        return text % {"service": given.service.name}
    if way.asks_doer:
        return _("U doet dit zelf: het staat op uw dag. Wie het meldde, hoort ervan.")
    return _("Verdeeld: %(way)s. Wie het meldde, hoort ervan.") % {"way": way.label}


def _ways(signal: Signal, request: SignedInRequest) -> tuple[list[Destination], list[NextStep]]:
    """Where it can go now; and where this reader cannot send it, with the reason."""
    possible = [way for way in destinations() if SIGNAL.allows(SignalStatus(signal.status), way.status)]
    verdicts = {way.key: way.may(signal, request.person) for way in possible}
    refused = [NextStep(way.label, "", verdicts[way.key]) for way in possible if not verdicts[way.key]]
    return [way for way in possible if verdicts[way.key]], refused


def around(signal: Signal, photos: list[Attachment] | None = None) -> dict[str, Any]:
    """A signal as its readers in the municipality see it."""
    area = signal.thing.area
    located = signal.longitude is not None and signal.latitude is not None and area.geometry
    marks = [(signal.longitude or 0.0, signal.latitude or 0.0, signal.thing.number)]
    return {
        "signal": signal,
        "photos": list(Attachment.objects.filter(thing=signal.thing)) if photos is None else photos,
        "map": pictures.area_map([area], current=area, marks=marks, width=320) if located else None,
        "reopened": said_not_solved([signal.pk]).get(signal.pk, [])[:_SHOWN_SAID]
        if signal.reopened and signal.status in ON_THE_CLOCK
        else [],
        "on_the_clock": signal.status in ON_THE_CLOCK,
        "status": STATUS_LABELS[SignalStatus(signal.status)],
        "level": LEVEL_LABELS[level_of(Route(signal.route))] if signal.route else "",
        "category": category_label(approach_here(area), signal.category),
        "days_late": days_late(signal.answer_due_on, clock.today()) if signal.status in ON_THE_CLOCK else 0,
    }


def suggestions(signal: Signal) -> list[str]:
    """What the words of a signal make one think of: subjects, and what lies outside the area's scope."""
    rules = approach_here(signal.thing.area).signals
    subjects = {one.key: category_words(one) for one in rules.categories}
    scope = {rule.key: rule.label.nl for rule in rules.scope}
    found = [
        subjects[key][0]
        for key in fitting(signal.text, {key: " ".join(words) for key, words in subjects.items()})
    ]
    return found + [scope[key] for key in fitting(signal.text, scope, most=1)]


@permitted(Power.TRIAGE_SIGNAL, area=area_of_signal)
@require_POST
def pass_on(request: SignedInRequest, number: str) -> HttpResponse:
    """To another service than thought; the promised day stands."""
    signal = signal_numbered(number)
    form = PassOnForm(request.POST, signal=signal)
    if form.attempt(
        lambda given: take_from_service(signal_id=signal.pk, service=given["service"], by=request.person)
    ):
        messages.success(request, _("De melding ligt nu bij een andere dienst. De beloofde dag blijft."))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("signals:triage", number)


@permitted(Power.READ_CONTACT, area=area_of_signal)
@never_cache
@require_POST
def contact(request: SignedInRequest, number: str, asker_id: int) -> HttpResponse:
    """How to reach one who asked. Shown on request only; who looked is written down."""
    signal = signal_numbered(number)
    asker = get_object_or_404(Asker.objects.select_related("contact"), pk=asker_id, thing=signal.thing)
    if asker.contact is None:
        raise Http404
    details = read_contact(asker.contact, by=request.person, purpose=READ_FOR)
    return render(request, "signals/contact.html", {"signal": signal, "asker": asker, "details": details})
