"""Requests as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.permissions import may_answer, may_ask, services_of
from wijkwerk.requests.rules import ANSWERS, OPEN, REQUEST, RequestState, Weight, services_report
from wijkwerk.requests.wording import COURSES, WEIGHTS, badge, client_words

PER_PAGE = 25


class Stand(StrEnum):
    """The ways a reader looks at requests."""

    OPEN = "open"
    LATE = "te-laat"
    LOOKING = "zonder-dienst"
    ANSWERED = "beantwoord"
    WITHDRAWN = "ingetrokken"


TABS: dict[Stand, Text] = {
    Stand.OPEN: gettext_lazy("Open"),
    Stand.LATE: gettext_lazy("Te laat"),
    Stand.LOOKING: gettext_lazy("Zonder dienst"),
    Stand.ANSWERED: gettext_lazy("Met antwoord"),
    Stand.WITHDRAWN: gettext_lazy("Ingetrokken"),
}


@dataclass(frozen=True)
class Row:
    """One request in a list."""

    title: str
    url: str
    note: str
    badge_kind: str
    badge_label: Text
    state: str


def areas_asked_for(person: Person) -> list[Area]:
    """The areas for which this person asks services, or answers at the office."""
    held = mandates_of(person)
    found = {
        area.pk: area
        for power in (Power.REQUEST_SERVICE, Power.ORDER_FROM_SERVICE, Power.ACCEPT_PROJECT)
        for area in held.areas_with(power)
    }
    return sorted(found.values(), key=lambda area: area.name)


def areas_to_report_to(person: Person) -> list[Area]:
    """The areas at whose office the services of this person report what they are going to do (UTR97-12)."""
    held = mandates_of(person)
    if not services_of(person):
        return []
    return [
        area
        for area, approach in held.territory.working_areas(clock.today())
        if services_report(approach.options.direction) and held.may(Power.HANDLE_SERVICE_SIGNALS, within=area)
    ]


def requests_of(person: Person, areas: list[Area]) -> QuerySet[ServiceRequest]:
    """What was asked for their areas, and what was asked of their services."""
    mine = Q(area__in=areas) | Q(service__in=services_of(person))
    return ServiceRequest.objects.filter(mine).select_related("area", "service").order_by("id")


def standing(rows: QuerySet[ServiceRequest], stand: Stand) -> QuerySet[ServiceRequest]:
    """Those that stand so."""
    wanted = {
        Stand.OPEN: Q(state__in=OPEN),
        Stand.LATE: Q(state=RequestState.ASKED, due_on__lt=clock.today()),
        Stand.LOOKING: Q(state=RequestState.LOOKING),
        Stand.ANSWERED: Q(state__in=ANSWERS),
        Stand.WITHDRAWN: Q(state=RequestState.WITHDRAWN),
    }[stand]
    return rows.filter(wanted)


def row(request: ServiceRequest) -> Row:
    """One request in a list, with its age and when the answer is due."""
    today = clock.today()
    kind, label = badge(request, today)
    days = request.age(today)
    age = ngettext("%(days)s dag geleden gevraagd", "%(days)s dagen geleden gevraagd", days) % {"days": days}
    whom = request.service.name if request.service else _("nog geen dienst")
    due = ""
    if request.state == RequestState.ASKED and request.due_on:
        due = _("antwoord uiterlijk %(day)s") % {"day": day_with_year(request.due_on)}
    return Row(
        title=request.sentence,
        url=reverse("requests:request", args=[request.pk]),
        note=f"{request.area.name} · {whom} · {age}",
        badge_kind=kind,
        badge_label=label,
        state=due,
    )


def facts(request: ServiceRequest) -> list[tuple[Text, Text]]:
    """What is known of a request, as pairs of term and words."""
    found: list[tuple[Text, Text]] = [
        (_("Gebied"), request.area.name),
        (_("Soort"), f"{WEIGHTS[Weight(request.weight)]}, {_course(request)}"),
        (_("Dienst"), request.service.name if request.service else _("nog geen dienst")),
        (_("Gevraagd"), f"{day_with_year(request.asked_on)}, {request.asked_by.first_name}"),
    ]
    if request.client:
        found.append((_("Voor"), client_words(request.client)))
    if request.wanted_on:
        found.append((_("Nodig op"), day_with_year(request.wanted_on)))
    if request.due_on:
        found.append((_("Antwoord uiterlijk"), day_with_year(request.due_on)))
    if request.promised_for:
        found.append((_("Beloofd voor"), day_with_year(request.promised_for)))
    return found


def _course(request: ServiceRequest) -> Text:
    return next(words for course, words in COURSES.items() if course == request.course)


def ways(request: ServiceRequest, reader: Person) -> list[NextStep]:
    """What the reader can do next with it."""
    state, held = RequestState(request.state), mandates_of(reader)
    asks = may_ask(reader, request.area)
    reminds = held.may(Power.REMIND, within=request.area)
    found = []
    if any(REQUEST.allows(state, answer) for answer in ANSWERS) and may_answer(reader, request):
        found.append(NextStep(_("Antwoord"), _url("answer", request)))
    if REQUEST.allows(state, RequestState.ASKED) and asks:
        found.append(NextStep(_("Kies de dienst"), _url("find-service", request)))
    if state is RequestState.ASKED and reminds:
        found.append(NextStep(_("Herinner de dienst"), _url("remind", request), lesser=True))
    if REQUEST.allows(state, RequestState.WITHDRAWN) and asks:
        found.append(NextStep(_("Trek in"), _url("withdraw", request), lesser=True))
    return found


def _url(name: str, request: ServiceRequest) -> str:
    return reverse(f"requests:{name}", args=[request.pk])
