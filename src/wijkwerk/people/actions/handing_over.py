"""A function changes hands: what the next holder must know is written down first (TIL-10)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import Role
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people import permissions
from wijkwerk.people.models import Handover, Organisation, Person, RoleHeld
from wijkwerk.people.rules.changing import needs_handover


@transaction.atomic
def hand_over(*, held: RoleHeld, text: str, by: Person) -> Handover:
    """Write down what the next holder must know: by the holder, or by whoever manages people there."""
    if by.pk != held.person_id:
        permissions.may(by, Power.MANAGE_PEOPLE, within=held.area, on=clock.today()).require()
    if not text.strip():
        raise Invalid(Reason(_("Schrijf op wat een opvolger moet weten."), field="text"))
    return Handover.objects.create(held=held, text=text.strip(), written_by=by, written_on=clock.today())


def predecessor(
    role: str, area: Area | None, organisation: Organisation | None, start: date
) -> RoleHeld | None:
    """Who held this function here last, and no longer on this day; None while somebody still does."""
    here = RoleHeld.objects.filter(
        role=role, area=area, organisation=organisation, stands_in_for__isnull=True
    )
    if any(held.holds_on(start) for held in here):
        return None
    ended = [held for held in here if held.valid_to is not None and held.valid_to <= start]
    return max(ended, key=lambda held: (held.valid_to, held.pk), default=None)


def require_handover(
    *, kind: Role, person: Person, before: RoleHeld | None, text: str, by: Person | None
) -> None:
    """Refuse a change of holder of which nothing was handed over; keep what is said now."""
    if before is None or by is None:  # nobody before, or the site's own set-up
        return
    written = bool(text.strip()) or before.handovers.exists()
    if needs_handover(resident=kind.is_resident, other_person=before.person_id != person.pk, written=written):
        raise Conflict(
            Reason(
                _("%(before)s had deze taak tot %(day)s. Schrijf op wat een opvolger moet weten.")
                % {"before": before.person.first_name, "day": f"{before.valid_to:%d-%m-%Y}"},
                rule="taak.overdracht",
                field="handover",
                source="003_bd3cdaf8b9febc00.txt §4.2",
                way_out=_("Is niets bekend? Schrijf dat dan op, met wie het wel weet."),
            )
        )
    if text.strip():
        Handover.objects.create(held=before, text=text.strip(), written_by=by, written_on=clock.today())
