"""A partner signs what is agreed for all areas together; how partners are bound, the approach says."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.agreements.events import Verb
from wijkwerk.agreements.models import CovenantParty
from wijkwerk.agreements.rules import may_be_signed
from wijkwerk.approaches import Approach, Power, wording
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import journal

PATH = "partners.form"


def may_sign_here(approaches: tuple[Approach, ...]) -> Verdict:
    """Whether partners sign an agreement under one of the approaches in force."""
    if any(may_be_signed(approach.partners.form) for approach in approaches):
        return YES
    approach = approaches[0]
    form = approach.partners.form
    value = wording.choice(form).within(language()) if form else ""
    said = _("Partners tekenen hier geen afspraak; zij doen anders mee: %(form)s.") % {"form": value}
    way_out = _("Verander eerst in de aanpak hoe partners meedoen.")
    return because(approach, PATH, said, way_out)


@transaction.atomic
def join(
    *, organisation: Organisation, commitment: str, joined_on: date | None = None, by: Person
) -> CovenantParty:
    """An organisation signs, with what it brings (DEV-41). Refused where partners take part in another way."""
    may(by, Power.SET_APPROACH, within=None, on=clock.today()).require()
    may_sign_here(Territory().approaches(None, clock.today())).require()
    day = joined_on or clock.today()
    if not commitment.strip():
        raise Invalid(Reason(_("Schrijf wat deze partner doet."), field="commitment"))
    if day > clock.today():
        raise Invalid(Reason(_("Schrijf op wie al heeft getekend."), field="joined_on"))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if CovenantParty.objects.filter(organisation=organisation, left_on__isnull=True).exists():
        raise Conflict(Reason(_("%(name)s tekende al.") % {"name": organisation.name}, field="organisation"))
    joined = CovenantParty.objects.create(
        organisation=organisation, commitment=commitment.strip()[:300], joined_on=day, written_by=by
    )
    journal(Verb.JOINED, by=by, detail_id=joined.pk)
    return joined
