"""Who may ask, order, report and answer: the direction of the approach first, then the powers."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Direction
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Text, Verdict, no
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import because
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import Course, Weight, may_be_ordered, services_report

COMES: dict[Direction, Text] = {
    Direction.COORDINATOR_TO_SERVICE: gettext_lazy("de coördinator van het gebied gaat naar de dienst"),
    Direction.SERVICE_TO_OFFICE: gettext_lazy("de dienst meldt zich bij het bureau van het gebied"),
    Direction.TEAM_ORDERS: gettext_lazy("het team van het gebied geeft de dienst opdracht"),
    Direction.NOBODY_CAN_DEMAND: gettext_lazy("niemand kan iets eisen; een dienst moet wel antwoorden"),
}


def _why(approach: Approach, sentence: str, way_out: str) -> Verdict:
    """A no that rests on the direction."""
    direction = approach.options.direction
    comes = str(COMES[direction]) if direction else str(_("niet beschreven"))
    return because(approach, "options.direction", sentence % {"comes": comes}, way_out, value=comes)


def may_ask(person: Person | None, area: Area, weight: Weight = Weight.REQUEST) -> Verdict:
    """Whether this person may ask something of a service for this area, or order it."""
    today = clock.today()
    if weight is Weight.REQUEST:
        return may(person, Power.REQUEST_SERVICE, within=area, on=today)
    approach = approach_for(area, today)
    if not may_be_ordered(approach.options.direction):
        return _why(
            approach,
            _("Een dienst opdracht geven kan hier niet: %(comes)s."),
            _("Vraag het, en zeg wat u beiden nodig hebt. De dienst antwoordt met een reden."),
        )
    ordered = may(person, Power.ORDER_FROM_SERVICE, within=area, on=today)
    return ordered if ordered else may(person, Power.DEMAND_SERVICE, within=area, on=today) or ordered


def may_report(person: Person, area: Area, service: Organisation | None) -> Verdict:
    """Whether this person may report at the office of this area on behalf of this service."""
    approach = approach_for(area, clock.today())
    if not services_report(approach.options.direction):
        return _why(
            approach,
            _("Een dienst meldt zich hier niet bij een bureau: %(comes)s."),
            _("Wacht op een verzoek, of spreek de mensen van het gebied zelf aan."),
        )
    return _speaks_for(person, area, service)


def may_read(person: Person, request: ServiceRequest) -> Verdict:
    """Whoever reads all of the area."""
    return may(person, Power.READ_AREA, within=request.area, on=clock.today())


def may_answer(person: Person | None, request: ServiceRequest) -> Verdict:
    """The service that was asked; or, where a service reported, whoever accepts projects for the area."""
    if request.course == Course.TO_OFFICE:
        return may(person, Power.ACCEPT_PROJECT, within=request.area, on=clock.today())
    return _speaks_for(person, request.area, request.service)


def _speaks_for(person: Person | None, area: Area, service: Organisation | None) -> Verdict:
    verdict = may(person, Power.HANDLE_SERVICE_SIGNALS, within=area, on=clock.today())
    if not verdict or person is None:
        return verdict
    held = mandates_of(person).within(
        area, clock.today()
    )  # who speaks for it elsewhere does not speak for it here
    if service is None or service.pk not in {each.organisation_id for each in held}:
        return no(
            _("Dit ligt bij een andere dienst dan de uwe."),
            rule="verzoek.dienst",
            value=service.name if service else "",
            way_out=_("Laat het antwoord over aan die dienst."),
        )
    return YES


def services_of(person: Person) -> list[Organisation]:
    """The services for which this person speaks now, by name."""
    held = mandates_of(person).on(clock.today())
    found = {each.organisation.pk: each.organisation for each in held if each.organisation}
    return sorted(found.values(), key=lambda service: service.name)
