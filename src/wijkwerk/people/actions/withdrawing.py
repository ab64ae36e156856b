"""A change of the organisation taken back before its day: every period stands again as it stood."""

from __future__ import annotations

from typing import Any

from django.core import serializers
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import MapState
from wijkwerk.foundation import clock
from wijkwerk.foundation.models import ValidPeriod
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people import permissions
from wijkwerk.people.actions.touched import TABLES, Rows, rows_of
from wijkwerk.people.models import Person, Reorganisation


def may_withdraw(change: Reorganisation) -> Verdict:
    """Whether a change can still be taken back: not once it began, not twice."""
    if change.withdrawn_on is not None:
        return Verdict(False, Reason(_("Deze verandering is al teruggezet."), rule="verandering.terug"))
    if change.starts_on <= clock.today() or not change.touched:
        return Verdict(
            False,
            Reason(
                _("Deze verandering is al ingegaan en kan niet meer terug."),
                rule="verandering.terug",
                way_out=_("Ga vanaf een latere dag over op een andere aanpak."),
            ),
        )
    return YES


@transaction.atomic
def withdraw(*, change_id: int, reason: str, by: Person | None) -> Reorganisation:
    """Take a change back. It stays on record, with the reason; Conflict when something else rests on it by now."""
    change = Reorganisation.objects.select_for_update().get(pk=change_id)
    if by is not None:
        for area in change.areas.all():
            permissions.may(by, Power.SET_APPROACH, within=area, on=clock.today()).require()
    verdict = may_withdraw(change)
    if not verdict:
        raise Conflict(verdict.reason)
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom dit niet doorgaat. Iedereen kan dat lezen."), field="reason"))
    _restore(change.touched)
    change.successions.all().delete()
    change.lessons.all().delete()
    redivision, change.redivision = change.redivision, None
    change.withdrawn_on, change.withdrawn_because, change.withdrawn_by = clock.today(), reason.strip(), by
    change.save()
    if redivision is not None:
        redivision.delete()
    MapState.renew()
    if by is not None:
        permissions.forget(by)
    return change


def _restore(touched: dict[str, dict[str, Rows]]) -> None:
    tables = {table._meta.label_lower: table for table in TABLES}
    for label, change in touched.items():
        ids = {*change["before"], *change["after"]}
        if rows_of(tables[label], Q(pk__in=ids)) != change["after"]:
            raise _built_upon(tables[label])
    for label, change in touched.items():
        _remove(tables[label], [pk for pk in change["after"] if pk not in change["before"]])
    for label, change in touched.items():
        for pk, fields in change["before"].items():
            _put_back(tables[label], pk, fields, existed=pk in change["after"])


def _remove(table: type[ValidPeriod], made: list[str]) -> None:
    try:
        table._default_manager.filter(pk__in=made).delete()
    except ProtectedError as error:
        raise _built_upon(table) from error


def _put_back(table: type[ValidPeriod], pk: str, fields: dict[str, Any], *, existed: bool) -> None:
    if existed:  # a change ends a period, and leaves the rest of it
        table._default_manager.filter(pk=pk).update(valid_to=fields["valid_to"])
        return
    row = {"model": table._meta.label_lower, "pk": pk, "fields": fields}
    for each in serializers.deserialize("python", [row]):
        each.save()


def _built_upon(table: type[ValidPeriod]) -> Conflict:
    names = {
        "people.roleheld": _("wie welke taak heeft"),
        "areas.areaapproach": _("welke aanpak waar geldt"),
    }
    what = names.get(table._meta.label_lower, _("de indeling in gebieden"))
    return Conflict(
        Reason(
            _("Na dit besluit is er nog iets veranderd: %(what)s.") % {"what": what},
            rule="verandering.terug",
            way_out=_("Draai dat eerst terug. Daarna kan deze verandering terug."),
        )
    )
