"""The pages of needs: what an area asks, and bundling signals into it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkwerk.answers.queries import number_of_askers
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import before_id
from wijkwerk.needs.actions import bundle, reword, understand
from wijkwerk.needs.forms import BundleForm, NeedForm
from wijkwerk.needs.hooks import notes_on, ways_on
from wijkwerk.needs.models import Need
from wijkwerk.needs.physical_share import physical_share
from wijkwerk.needs.queries import needs_of, to_bundle, words_by_year
from wijkwerk.needs.rules import together
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.permissions import Mandates
from wijkwerk.signals.models import Signal

A_PAGE = 50


def area_of(_request: HttpRequest, code: str) -> Area:
    """The area in the address."""
    return working_area(code)


def area_of_need(_request: HttpRequest, need_id: int) -> Area:
    """The area of the need in the address."""
    return get_object_or_404(Need.objects.select_related("thing__area"), pk=need_id).thing.area


@public
@require_GET
def needs(request: HttpRequest, code: str) -> HttpResponse:
    """What an area asks: every need in both wordings, how many people stand behind it, and in whose words it is."""
    area = working_area(code)
    shares = words_by_year(area)
    before = before_id(request)
    rows = needs_of(area).filter(pk__lt=before) if before else needs_of(area)
    page = list(rows[: A_PAGE + 1])
    more, page = len(page) > A_PAGE, page[:A_PAGE]
    people = number_of_askers([need.pk for need in page])
    held = mandates(request)
    context = {
        "area": area,
        "needs": [
            {"need": need, "people": people.get(need.pk, 0), "steps": _ways_on(need, held)} for need in page
        ],
        "shares": shares,
        "total": together(shares),
        "physical": physical_share(area),
        "may_bundle": held is not None and bool(held.may(Power.UNDERSTAND_NEED, within=area)),
        "next_url": f"?voor={page[-1].pk}" if more else "",
        "first_url": request.path if before else "",
    }
    return render(request, "needs/needs.html", context)


def _ways_on(need: Need, held: Mandates | None) -> list[NextStep]:
    """Where whoever works here goes on from this need; nothing for a resident."""
    if held is None:
        return []
    area = need.thing.area
    steps = [
        NextStep(way.label, way.address(need), extra=need.thing.sentence)
        for way in ways_on()
        if held.may(way.power, within=area)
    ]
    if held.may(Power.UNDERSTAND_NEED, within=area):
        label, address = _("Verwoord"), reverse("needs:reword", args=[need.pk])
        steps.append(NextStep(label, address, extra=need.thing.sentence))
    return steps


@permitted(Power.UNDERSTAND_NEED, area=area_of)
@require_http_methods(["GET", "POST"])
def to_be_bundled(request: SignedInRequest, code: str) -> HttpResponse:
    """The signals nobody placed yet, to tick what belongs together: into a need that is there, or a new one."""
    area = working_area(code)
    signals = list(to_bundle(area)[: A_PAGE * 2])
    signal_ids = [signal.pk for signal in signals]
    form = BundleForm(request.POST or None, area=area, signal_ids=signal_ids)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["need"] is None:
        chosen = QueryDict(mutable=True)
        chosen.setlist("melding", form.cleaned_data["signals"])
        return redirect(f"{reverse('needs:new', args=[code])}?{chosen.urlencode()}")

    def act(given: dict[str, Any]) -> Need:
        return bundle(area=area, signal_ids=given["signals"], into=given["need"], by=request.person)

    if request.method == "POST" and (need := form.attempt(act)):
        messages.success(request, _("Toegevoegd aan “%(need)s”.") % {"need": need.thing.sentence})
        return redirect("needs:bundle", code=code)
    notes, people = notes_on(signal_ids), number_of_askers(signal_ids)
    ticked = set(request.POST.getlist("signals"))
    context = {
        "area": area,
        "form": form,
        "rows": [
            {
                "signal": signal,
                "notes": notes[signal.pk],
                "people": people.get(signal.pk, 0),
                "ticked": str(signal.pk) in ticked,
            }
            for signal in signals
        ],
    }
    return render(request, "needs/bundle.html", context, status=form.status)


@permitted(Power.UNDERSTAND_NEED, area=area_of)
@require_http_methods(["GET", "POST"])
@pressed_once
def new(request: SignedInRequest, code: str) -> HttpResponse:
    """A new need, from the signals in the address or from none yet."""
    area = working_area(code)
    asked_for = [int(pk) for pk in request.GET.getlist("melding") if pk.isdecimal() and len(pk) < 19]
    signals = list(Signal.objects.within([area]).new().filter(pk__in=asked_for).select_related("thing"))
    form = NeedForm(
        request.POST or None, area=area, approach=approach_for(area), initial=_from_signals(signals)
    )

    def act(given: dict[str, Any]) -> Need:
        where = given["neighbourhood"]
        if not signals:
            return understand(area=area, given=form.understanding(), neighbourhood=where, by=request.person)
        chosen = [signal.pk for signal in signals]
        return bundle(
            area=area, signal_ids=chosen, into=form.understanding(), neighbourhood=where, by=request.person
        )

    if request.method == "POST" and (need := form.attempt(act)):
        messages.success(request, _("De vraag staat er. Iedereen die het meldde, krijgt bericht."))
        steps = _ways_on(need, mandates(request))
        return redirect(steps[0].url if steps else need.thing.get_absolute_url())
    notes = notes_on([signal.pk for signal in signals])
    rows = [{"signal": signal, "notes": notes[signal.pk]} for signal in signals]
    context = {"area": area, "form": form, "rows": rows}
    return render(request, "needs/need.html", context, status=form.status)


def _from_signals(signals: list[Signal]) -> dict[str, str]:
    """What can be filled in beforehand: residents' own words, so that they need not be typed again."""
    if not signals:
        return {}
    said = "\n\n".join(signal.text for signal in signals if signal.text and signal.resident_words)
    return {"asked": signals[0].thing.sentence, "from_residents": said[:1000]}


@permitted(Power.UNDERSTAND_NEED, area=area_of_need)
@require_http_methods(["GET", "POST"])
def better_words(request: SignedInRequest, need_id: int) -> HttpResponse:
    """Put a need in better words."""
    need = get_object_or_404(Need.objects.select_related("thing__area"), pk=need_id)
    area = need.thing.area
    form = NeedForm(request.POST or None, area=area, approach=approach_for(area), known=need)

    def act(_given: dict[str, Any]) -> Need:
        return reword(need_id=need_id, given=form.understanding(), by=request.person)

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("De vraag is anders verwoord."))
        return redirect("needs:needs", code=area.code)
    return render(request, "needs/need.html", {"area": area, "form": form, "need": need}, status=form.status)
