"""Setting up what an approach asks of the organisation: its services, its offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people import permissions
from wijkwerk.people.models import Office, OfficeArea, Organisation, OrganisationKind, Person
from wijkwerk.people.queries import may_have_an_office


@transaction.atomic
def set_up_services(*, approach: Approach, by: Person | None) -> list[Organisation]:
    """Make the services and clusters of an approach as organisations, each under the one it belongs to.

    What is there already keeps its name. An approach that asks no restructuring makes nothing (UTR18-08).
    """
    if by is not None:
        permissions.may(by, Power.MANAGE_PEOPLE, within=None, on=clock.today()).require()
    made: dict[str, Organisation] = {}
    for service in approach.organisation.services:
        made[service.key], _new = Organisation.objects.get_or_create(
            key=service.key, defaults={"name": service.label.nl[:160], "kind": OrganisationKind.SERVICE}
        )
    for service in approach.organisation.services:
        if service.parent and made[service.key].parent_id is None:
            made[service.key].parent = made[service.parent]
            made[service.key].save(update_fields=["parent"])
    return list(made.values())


@transaction.atomic
def open_office(
    *,
    name: str,
    team: str,
    areas: Sequence[Area],
    by: Person,
    address: str = "",
    valid_from: date | None = None,
) -> Office:
    """Open an office of a team of the approach, for these areas and all that lies in them.

    Invalid for an area in which the approach stations nobody (DOR-20).
    """
    day = valid_from or clock.today()
    if not areas:
        raise Invalid(Reason(_("Kies minstens één gebied."), field="areas"))
    if not name.strip():
        raise Invalid(Reason(_("Geef het bureau een naam."), field="name"))
    for area in areas:
        permissions.may(by, Power.MANAGE_AREAS, within=area, on=clock.today()).require()
        approach = approach_for(area, day)
        if team not in approach.teams:
            known = ", ".join(each.label.nl for each in approach.teams.values())
            raise Invalid(
                Reason(
                    _("De aanpak kent dit team niet. Kies uit: %(known)s.") % {"known": known},
                    rule=f"{approach.key}: teams",
                    field="team",
                )
            )
        stationed = may_have_an_office(area, day)
        if not stationed:
            raise Invalid(replace(stationed.reason, field="areas"))
    office = Office.objects.create(name=name.strip(), team=team, address=address.strip(), valid_from=day)
    OfficeArea.objects.bulk_create(OfficeArea(office=office, area=area, valid_from=day) for area in areas)
    return office
