"""An organisation stands for all residents only when they elected it (AMF-10)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import Election
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import OF_RESIDENTS, Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal


@transaction.atomic
def record_election(
    *,
    organisation: Organisation,
    area: Area,
    held_on: date,
    ends_on: date,
    entitled: int,
    voted: int,
    how: str,
    by: Person | None,
) -> Election:
    """Keep that residents elected an organisation: when, of how many, for how long."""
    may(by, Power.MANAGE_PEOPLE, within=area, on=clock.today()).require()
    if organisation.kind not in OF_RESIDENTS:
        raise Invalid(Reason(_("Alleen een organisatie van bewoners wordt gekozen."), field="organisation"))
    if held_on > clock.today():
        raise Invalid(Reason(_("Deze verkiezing is nog niet gehouden."), field="held_on"))
    if ends_on <= held_on:
        raise Invalid(Reason(_("Gekozen wordt voor een termijn."), field="ends_on"))
    if not 0 < voted <= entitled:
        raise Invalid(Reason(_("Er stemde iemand, en niet meer mensen dan er mochten."), field="voted"))
    if not how.strip():
        raise Invalid(Reason(_("Schrijf hoe er is gekozen."), field="how"))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if Election.objects.filter(organisation=organisation, area=area, held_on=held_on).exists():
        raise Conflict(
            Reason(
                _("De verkiezing van deze organisatie op deze dag staat er al."),
                rule="verkiezing.eenmaal",
                field="held_on",
            )
        )
    kept = Election.objects.create(
        organisation=organisation,
        area=area,
        held_on=held_on,
        ends_on=ends_on,
        entitled=entitled,
        voted=voted,
        how=how.strip()[:300],
        entered_by=by,
    )
    journal(Verb.ELECTED, by=by, detail_id=kept.pk)
    return kept
