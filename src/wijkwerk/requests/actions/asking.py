"""Writes of requests: asked, a service found, reported, answered, reminded of, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import sourced
from wijkwerk.requests.events import Verb
from wijkwerk.requests.models import Reminder, ServiceRequest
from wijkwerk.requests.permissions import may_answer, may_ask, may_report
from wijkwerk.requests.rules import (
    ANSWERS,
    REQUEST,
    Course,
    RequestState,
    Weight,
    answer_due,
    may_answer_so,
    needs_of_both,
)
from wijkwerk.requests.wording import client_words
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@dataclass(frozen=True)
class Asked:
    """What is asked of a service."""

    sentence: str
    service: Organisation | None = None
    weight: Weight = Weight.REQUEST
    client: str = ""
    area_needs: str = ""
    service_needs: str = ""
    wanted_on: date | None = None
    about: Thing | None = None


@transaction.atomic
def ask(*, area: Area, given: Asked, by: Person) -> ServiceRequest:
    """Ask something of a service; without one the request looks for who supplies it (DOR-11).

    Raises Refused for who may not ask, or for an order where nobody can demand (ROT-22); Invalid for an empty
    sentence, a kind of client that the approach does not know (UTR97-14), or needs left out where both are asked.
    """
    may_ask(by, area, given.weight).require()
    approach = approach_for(area, clock.today())
    _check(approach, given, area)
    if needs_of_both(approach.options.direction):
        for field, needs in (("area_needs", given.area_needs), ("service_needs", given.service_needs)):
            if not needs.strip():
                said = _("Schrijf wat u nodig hebt én wat de dienst nodig heeft om ja te kunnen zeggen.")
                raise Invalid(sourced(approach, said, "options.direction", field=field))
    asked = _made(area, approach, given, by, Course.TO_SERVICE)
    journal(Verb.ASKED, given.about, by=by, detail_id=asked.pk)
    return asked


@transaction.atomic
def report_at_office(*, area: Area, given: Asked, by: Person) -> ServiceRequest:
    """A service says at the office of an area what it is going to do there; the office answers (UTR97-12)."""
    if given.service is None:
        raise Invalid(Reason(_("Kies de dienst die zich meldt."), field="service"))
    may_report(by, area, given.service).require()
    approach = approach_for(area, clock.today())
    _check(approach, given, area)
    reported = _made(area, approach, given, by, Course.TO_OFFICE)
    journal(Verb.REPORTED, given.about, by=by, detail_id=reported.pk)
    return reported


@transaction.atomic
def find_service(*, request_id: int, service: Organisation, by: Person) -> ServiceRequest:
    """Demand meets supply: this service is asked from today, and its term begins."""
    found = _locked(request_id)
    may_ask(by, found.area).require()
    REQUEST.require(RequestState(found.state), RequestState.ASKED)
    found.service, found.state = service, RequestState.ASKED
    found.due_on = _due(approach_for(found.area, clock.today()))
    found.save(update_fields=["service", "state", "due_on"])
    journal(Verb.MATCHED, found.about, by=by, detail_id=found.pk)
    return found


@transaction.atomic
def answer(
    *, request_id: int, answer: RequestState, text: str = "", promised_for: date | None = None, by: Person
) -> ServiceRequest:
    """Yes, no with the reason, or another date with the reason."""
    found = _locked(request_id)
    REQUEST.require(RequestState(found.state), answer)
    may_answer(by, found).require()
    if not may_answer_so(Weight(found.weight), answer):
        raise Invalid(
            Reason(
                _("Een opdracht weigert een dienst niet. Noem een andere datum, met de reden."),
                rule="verzoek.opdracht",
                field="answer",
            )
        )
    if ANSWERS[answer].says_why and not text.strip():
        raise Invalid(Reason(_("Schrijf waarom. Wie het vroeg, leest het."), field="text"))
    if ANSWERS[answer].names_a_day and (promised_for is None or promised_for < clock.today()):
        raise Invalid(Reason(_("Noem de dag waarop het wel kan."), field="promised_for"))
    found.state, found.answer, found.promised_for = answer, text.strip(), promised_for
    found.answered_by, found.answered_on = by, clock.today()
    found.save(update_fields=["state", "answer", "promised_for", "answered_by", "answered_on"])
    journal(Verb.ANSWERED, found.about, by=by, detail_id=found.pk)
    return found


@transaction.atomic
def remind(*, request_id: int, by: Person) -> Reminder:
    """Remind the service of what was asked; once a day."""
    found = _locked(request_id)
    may(by, Power.REMIND, within=found.area, on=clock.today()).require()
    if found.state != RequestState.ASKED:
        raise Conflict(Reason(_("Hier wacht niemand op antwoord."), rule="verzoek.herinneren"))
    try:
        with transaction.atomic():
            made = Reminder.objects.create(request=found, by=by, on=clock.today())
    except IntegrityError:
        raise Conflict(
            Reason(_("Vandaag is de dienst hier al aan herinnerd."), rule="verzoek.herinneren")
        ) from None
    journal(Verb.REMINDED, found.about, by=by, detail_id=found.pk)
    return made


@transaction.atomic
def withdraw(*, request_id: int, by: Person) -> ServiceRequest:
    """It is no longer asked."""
    found = _locked(request_id)
    may_ask(by, found.area).require()
    REQUEST.require(RequestState(found.state), RequestState.WITHDRAWN)
    found.state = RequestState.WITHDRAWN
    found.save(update_fields=["state"])
    journal(Verb.WITHDRAWN, found.about, by=by, detail_id=found.pk)
    return found


def _made(area: Area, approach: Approach, given: Asked, by: Person, course: Course) -> ServiceRequest:
    return ServiceRequest.objects.create(
        area=area,
        about=given.about,
        course=course,
        weight=given.weight,
        client=given.client,
        service=given.service,
        sentence=given.sentence.strip()[:200],
        area_needs=given.area_needs.strip(),
        service_needs=given.service_needs.strip(),
        wanted_on=given.wanted_on,
        asked_by=by,
        asked_on=clock.today(),
        due_on=_due(approach) if given.service else None,
        state=RequestState.ASKED if given.service else RequestState.LOOKING,
    )


def _due(approach: Approach) -> date | None:
    must = bool(approach.options.service_must_answer)
    return answer_due(clock.today(), approach.signals.answer_days, must_answer=must)


def _check(approach: Approach, given: Asked, area: Area) -> None:
    if not given.sentence.strip():
        raise Invalid(Reason(_("Schrijf in één zin wat u vraagt."), field="sentence"))
    if given.about is not None and given.about.area_id != area.pk:
        raise Invalid(Reason(_("Dit nummer hoort bij een ander gebied."), field="about"))
    clients = approach.organisation.clients
    if clients and given.client not in clients:
        known = ", ".join(str(client_words(each)) for each in clients)
        said = _("Kies voor wie dit is: %(known)s.") % {"known": known}
        raise Invalid(sourced(approach, said, "organisation.clients", field="client"))


def _locked(request_id: int) -> ServiceRequest:
    return (
        ServiceRequest.objects.select_for_update(of=("self",))
        .select_related("area", "about", "service")
        .get(pk=request_id)
    )
