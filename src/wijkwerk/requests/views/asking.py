"""Pages of requests: what my areas asked and my service is asked; asking, answering, reminding."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, before_id, form_turn
from wijkwerk.foundation.reasons import Text, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.models import Organisation
from wijkwerk.people.permissions import mandates_of
from wijkwerk.requests import actions, pages, permissions
from wijkwerk.requests.forms import AnswerForm, AskForm, ConfirmForm, FindServiceForm
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.pages import Stand
from wijkwerk.requests.queries import per_client
from wijkwerk.requests.rules import Weight, may_be_ordered
from wijkwerk.requests.wording import badge, client_words


@staff
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """What was asked for my areas and of my service, the oldest first."""
    areas = pages.areas_asked_for(request.person)
    asked = request.GET.get("stand", "")
    stand = Stand(asked) if asked in set(Stand) else Stand.OPEN
    after = before_id(request, "na")
    found = pages.standing(pages.requests_of(request.person, areas), stand)
    rows = list((found.filter(pk__gt=after) if after else found)[: pages.PER_PAGE + 1])
    known = {
        "areas": areas,
        "offices": pages.areas_to_report_to(request.person),
        "rows": [pages.row(each) for each in rows[: pages.PER_PAGE]],
        "stand": stand,
        "tabs": [
            {"label": label, "url": f"?stand={key}", "current": key is stand}
            for key, label in pages.TABS.items()
        ],
        "next_url": f"?stand={stand}&na={rows[pages.PER_PAGE - 1].pk}" if len(rows) > pages.PER_PAGE else "",
        "first_url": f"?stand={stand}" if after else "",
        "clients": [(client_words(each.client), each) for each in per_client(areas) if each.client],
    }
    return render(request, "requests/mine.html", known)


def may_read(request: SignedInRequest, pk: int) -> Verdict:
    """Whoever works for the area, or speaks for the service."""
    found = _request(pk)
    answers = permissions.may_answer(request.person, found)
    return answers if answers else permissions.may_read(request.person, found)


@permitted(may_read)
@require_safe
def one(request: SignedInRequest, pk: int) -> HttpResponse:
    """One request: what was asked, what both need, what the service said."""
    found = _request(pk)
    kind, label = badge(found, clock.today())
    known = {
        "asked": found,
        "facts": pages.facts(found),
        "badge_kind": kind,
        "badge_label": label,
        "reminders": found.reminders.select_related("by"),
        "ways": pages.ways(found, request.person),
    }
    return render(request, "requests/one.html", known)


def may_ask(request: SignedInRequest, code: str) -> Verdict:
    """Whether this reader asks services something for this area, by request or by order."""
    area = working_area(code)
    asks = permissions.may_ask(request.person, area)
    return asks if asks else permissions.may_ask(request.person, area, Weight.ORDER) or asks


@permitted(may_ask)
@require_http_methods(["GET", "POST"])
@pressed_once
def ask(request: SignedInRequest, code: str) -> HttpResponse:
    """Ask a service something for an area."""
    area = working_area(code)
    may_order = permissions.may_ask(request.person, area, Weight.ORDER)
    approach = approach_for(area)
    ordered = may_be_ordered(approach.options.direction)
    return form_turn(
        request,
        AskForm(request.POST or None, approach=approach, may_order=bool(may_order)),
        lambda given: actions.ask(area=area, given=actions.Asked(**given), by=request.person),
        done=_("Het is gevraagd."),
        to=lambda made: reverse("requests:request", args=[made.pk]),
        title=_("Vraag een dienst iets voor %(area)s") % {"area": area.name},
        lead=_("Zeg wat u nodig hebt en wat de dienst nodig heeft. Dan is een ja het dichtst bij.")
        if ordered
        else may_order.reason.sentence,
        submit=_("Vraag het"),
        back=_back(),
        why=None if ordered else may_order.reason,
    )


def may_report(request: SignedInRequest, code: str) -> Verdict:
    """Whether a service of this reader reports at an office of this area."""
    area = working_area(code)
    services: list[Organisation | None] = [*permissions.services_of(request.person)] or [None]
    verdicts = [permissions.may_report(request.person, area, service) for service in services]
    return next((each for each in verdicts if each), verdicts[0])


@permitted(may_report)
@require_http_methods(["GET", "POST"])
@pressed_once
def report(request: SignedInRequest, code: str) -> HttpResponse:
    """A service says at the office what it is going to do in the area."""
    area = working_area(code)
    return form_turn(
        request,
        AskForm(request.POST or None, approach=approach_for(area), may_order=False),
        lambda given: actions.report_at_office(area=area, given=actions.Asked(**given), by=request.person),
        done=_("Het bureau weet ervan en antwoordt."),
        to=lambda made: reverse("requests:request", args=[made.pk]),
        title=_("Meld uw plannen bij het bureau van %(area)s") % {"area": area.name},
        submit=_("Meld het"),
        back=_back(),
    )


def may_answer(request: SignedInRequest, pk: int) -> Verdict:
    """Whether this reader answers this request."""
    return permissions.may_answer(request.person, _request(pk))


@permitted(may_answer)
@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Yes, no with the reason, or another date."""
    found = _request(pk)
    return form_turn(
        request,
        AnswerForm(request.POST or None, weight=Weight(found.weight)),
        lambda given: actions.answer(request_id=pk, by=request.person, **given),
        done=_("Uw antwoord staat erbij."),
        title=_("Antwoord op het verzoek"),
        facts=_facts(found),
        submit=_("Geef dit antwoord"),
        back=_back_to(found),
    )


def may_change(request: SignedInRequest, pk: int) -> Verdict:
    """Whoever asks services for the area."""
    return permissions.may_ask(request.person, _request(pk).area)


@permitted(may_change)
@require_http_methods(["GET", "POST"])
def find_service(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say which service supplies what is asked."""
    found = _request(pk)
    return form_turn(
        request,
        FindServiceForm(request.POST or None),
        lambda given: actions.find_service(request_id=pk, by=request.person, **given),
        done=_("De dienst is gevraagd."),
        title=_("Wie doet dit?"),
        facts=_facts(found),
        submit=_("Vraag deze dienst"),
        back=_back_to(found),
    )


@permitted(may_change)
@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is no longer asked."""
    found = _request(pk)
    return form_turn(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.withdraw(request_id=pk, by=request.person),
        done=_("Het verzoek is ingetrokken."),
        title=_("Trek het verzoek in"),
        facts=_facts(found),
        submit=_("Ja, trek in"),
        back=_back_to(found),
    )


def may_remind(request: SignedInRequest, pk: int) -> Verdict:
    """Who may remind for the area."""
    return mandates_of(request.person).may(Power.REMIND, within=_request(pk).area)


@permitted(may_remind)
@require_http_methods(["GET", "POST"])
def remind(request: SignedInRequest, pk: int) -> HttpResponse:
    """Remind the service."""
    found = _request(pk)
    return form_turn(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.remind(request_id=pk, by=request.person),
        done=_("De herinnering staat erbij."),
        title=_("Herinner de dienst"),
        facts=_facts(found),
        submit=_("Ja, herinner"),
        back=_back_to(found),
    )


def _facts(found: ServiceRequest) -> list[tuple[Text, Text]]:
    return [(_("Gevraagd"), found.sentence), *pages.facts(found)[:3]]


def _back_to(found: ServiceRequest) -> Crumb:
    return Crumb(found.sentence, reverse("requests:request", args=[found.pk]))


def _back() -> Crumb:
    return Crumb(_("Verzoeken"), reverse("requests:mine"))


def _request(pk: int) -> ServiceRequest:
    rows = ServiceRequest.objects.select_related("area", "service", "about__area", "asked_by", "answered_by")
    return get_object_or_404(rows, pk=pk)
