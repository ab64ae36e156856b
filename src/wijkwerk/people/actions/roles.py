"""Who holds which role: appointed, renewed, stood in for, ended. The approach says what is possible."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkwerk.approaches.schema.roles import Entry
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason, Verdict
from wijkwerk.people import checks, permissions
from wijkwerk.people.actions.handing_over import predecessor, require_handover
from wijkwerk.people.models import Organisation, Person, RoleHeld
from wijkwerk.people.rules import add_years


@transaction.atomic
def appoint(
    *,
    person: Person,
    role: str,
    area: Area | None,
    by: Person | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    organisation: Organisation | None = None,
    employer: Organisation | None = None,
    hours: Decimal | int | None = None,
    entry: str = "",
    entered_by: Person | None = None,
    handover: str = "",
) -> RoleHeld:
    """Give a person a role of the approach, here, from a day on. `by=None` is the site's own set-up.

    Where somebody else held it last and left nothing, `handover` says what the new holder must know (TIL-10).

    Refused with its reason when the approach knows no such role, it belongs to another level, the hours are
    out of its band, the number of holders is reached, or someone who may not adopt an area would adopt one
    (DEV-20).
    """
    start = valid_from or clock.today()
    _lock(person, area)
    approach, kind = checks.role_in_force(role, area, start)
    if by is not None:
        permissions.may_appoint(by, kind, within=area, on=clock.today()).require()
    checks.check_period(start, valid_to)
    checks.check_place(approach, kind, area)
    checks.check_hours(approach, kind, hours)
    checks.check_adoption(approach, kind, person, start, valid_to)
    checks.check_once(person, kind, area, organisation, start, valid_to)
    checks.check_maximum(approach, kind, area, start, valid_to)
    before = predecessor(kind.key, area, organisation, start)
    require_handover(kind=kind, person=person, before=before, text=handover, by=by)
    term = checks.term_years(approach, kind)
    held = RoleHeld.objects.create(
        person=person,
        role=kind.key,
        area=area,
        organisation=organisation,
        employer=checks.employer_of(approach, kind, employer, organisation),
        hours=hours,
        valid_from=start,
        valid_to=valid_to,
        entry=checks.entry_of(approach, kind, entry),
        entered_by=entered_by or by,
        term_ends_on=add_years(start, term) if term else None,
    )
    permissions.forget(person)
    return held


def may_end(*, held: RoleHeld, by: Person) -> Verdict:
    """Whether this person may end this role: by managing people there, or, for residents, the team."""
    _approach, kind = checks.role_in_force(held.role, held.area, held.valid_from)
    return permissions.may_appoint(by, kind, within=held.area, on=clock.today())


@transaction.atomic
def end_role(*, held: RoleHeld, by: Person | None, on: date | None = None) -> RoleHeld:
    """End a role: `on` is the first day it no longer holds. Who stands in for it stops on that day too."""
    day = on or clock.today()
    row = _locked(held)
    if by is not None:
        may_end(held=row, by=by).require()
    if day <= row.valid_from:
        raise Invalid(
            Reason(
                _("De taak begon op %(start)s. Kies een latere dag.")
                % {"start": date_format(row.valid_from, "j F Y")},
                field="on",
                rule="taak.einde",
            )
        )
    for each in [row, *row.stand_ins.select_for_update().all()]:
        if each.valid_from >= day:
            each.delete()
        elif each.valid_to is None or each.valid_to > day:
            each.valid_to, each.ended_by = day, by
            each.save(update_fields=["valid_to", "ended_by"])
    permissions.forget(row.person)
    return row


@transaction.atomic
def renew_term(*, held: RoleHeld, by: Person | None) -> RoleHeld:
    """One more term, as long as the approach says now (DEV-47)."""
    row = _locked(held)
    approach, kind = checks.role_in_force(row.role, row.area, clock.today())
    if by is not None:
        permissions.may_appoint(by, kind, within=row.area, on=clock.today()).require()
    term = checks.term_years(approach, kind)
    if term and row.term_ends_on:
        row.term_ends_on = add_years(row.term_ends_on, term)
        row.save(update_fields=["term_ends_on"])
    return row


@transaction.atomic
def stand_in(
    *, held: RoleHeld, person: Person, by: Person | None, valid_from: date, valid_to: date
) -> RoleHeld:
    """Have someone hold a role in another's place for a while, with the same mandate."""
    row = _locked(held)
    _lock(person, row.area)
    approach, kind = checks.role_in_force(row.role, row.area, valid_from)
    if by is not None and by != row.person:  # who goes on leave may name the stand-in
        permissions.may_appoint(by, kind, within=row.area, on=clock.today()).require()
    checks.check_period(valid_from, valid_to)
    inside = row.valid_from <= valid_from and (row.valid_to is None or valid_to <= row.valid_to)
    if person == row.person or not inside:
        raise Invalid(
            Reason(
                _("Vervangen kan alleen door iemand anders, en zolang de taak zelf loopt."),
                field="valid_from",
                rule="taak.vervanging",
            )
        )
    checks.check_adoption(approach, kind, person, valid_from, valid_to)
    checks.check_once(person, kind, row.area, row.organisation, valid_from, valid_to)
    held_instead = RoleHeld.objects.create(
        person=person,
        role=row.role,
        area=row.area,
        organisation=row.organisation,
        valid_from=valid_from,
        valid_to=valid_to,
        entry=Entry.MANDATED,
        entered_by=by,
        stands_in_for=row,
    )
    permissions.forget(person)
    return held_instead


def _lock(person: Person, area: Area | None) -> None:
    """One appointment at a time for a person and for an area, so that no maximum is passed by two at once."""
    Person.objects.select_for_update().get(pk=person.pk)
    if area is not None:
        Area.objects.select_for_update().only("pk").get(pk=area.pk)


def _locked(held: RoleHeld) -> RoleHeld:
    return (
        RoleHeld.objects.select_for_update(of=("self",))
        .select_related("area", "organisation", "person")
        .get(pk=held.pk)
    )
