"""Who may answer or hand back which signal, where a mandate in the area alone does not say it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Verdict, no
from wijkwerk.people.models import Organisation, OrganisationKind, Person, RoleHeld
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.territory import Territory
from wijkwerk.signals.models import Signal


def services_of(person: Person) -> list[Organisation]:
    """The services on behalf of which this person handles signals now, by name."""
    held = mandates_of(person).on(clock.today())
    services = {each.organisation.pk: each.organisation for each in held if each.organisation}
    return sorted(services.values(), key=lambda service: service.name)


def services() -> QuerySet[Organisation]:
    """Where a signal can be sent: the municipality's services, and every party for whom someone handles signals now."""
    today = clock.today()
    handling = {
        key
        for approach in Territory().approaches(None, today)
        for key, role in approach.roles.items()
        if role.grant(Power.HANDLE_SERVICE_SIGNALS)
    }
    held = RoleHeld.objects.on(today).filter(role__in=handling, organisation__isnull=False)
    return Organisation.objects.filter(
        Q(kind=OrganisationKind.SERVICE) | Q(pk__in=held.values("organisation"))
    ).order_by("name")


def may_handle(person: Person | None, signal: Signal) -> Verdict:
    """Whether this person acts for the service that the signal was sent to."""
    verdict = may(person, Power.HANDLE_SERVICE_SIGNALS, within=signal.thing.area, on=clock.today())
    if not verdict or person is None:
        return verdict
    if signal.service_id is None:
        return no(_("Deze melding ligt niet bij een dienst."), rule="melding.dienst")
    if signal.service_id not in {service.pk for service in services_of(person)}:
        return no(
            _("Deze melding ligt bij een andere dienst dan de uwe."),
            rule="melding.dienst",
            way_out=_("Vraag de wijkambtenaar om de melding naar uw dienst te sturen."),
        )
    return YES


def may_answer(person: Person | None, signal: Signal) -> Verdict:
    """Its service, or whoever both sorts and answers signals in the area."""
    handles = may_handle(person, signal)
    if handles:
        return handles
    area, today = signal.thing.area, clock.today()
    sorts = may(person, Power.TRIAGE_SIGNAL, within=area, on=today)
    if not sorts and signal.service_id is not None:
        return handles
    return sorts if not sorts else may(person, Power.ANSWER, within=area, on=today)
