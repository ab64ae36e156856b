"""One area does something its own way: a value of its approach, from a day, with a reason that everybody can read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, ApproachErrors
from wijkwerk.approaches.drafting import Plain
from wijkwerk.approaches.schema import AreaStandard
from wijkwerk.areas.models import Area, AreaApproach, MapState
from wijkwerk.areas.queries.approaches import adopted
from wijkwerk.areas.queries.reasons import because
from wijkwerk.areas.rules.overrides import differing, is_own_business, keep, may_differ
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict


def may_be_different(approach: Approach) -> Verdict:
    """Whether an area may differ under this approach; who decides it, the powers say."""
    options = approach.options
    if may_differ(options.area_overrides, options.area_standard):
        return YES
    if options.area_standard is AreaStandard.SAME:
        path, said = "options.area_standard", _("Onder deze aanpak werkt elk gebied hetzelfde.")
    else:
        path, said = "options.area_overrides", _("Onder deze aanpak heeft een gebied geen eigen waarden.")
    return because(approach, path, said, _("Verander de aanpak voor alle gebieden samen."))


@transaction.atomic
def differ(
    *, area: Area, path: str, value: Plain, reason: str, decided_by: str, valid_from: date | None = None
) -> AreaApproach:
    """Change one value of the approach for this area alone, from a day (ROT-19, UTR18-21).

    Refused where the approach wants all areas the same; Invalid without a public reason, for what is no area's own
    business, and for a value with which the approach would contradict itself.
    """
    day = valid_from or clock.today()
    Area.objects.select_for_update().get(pk=area.pk)
    row = _in_force(area, day)
    approach = differing(row.approach_key, row.overrides)
    may_be_different(approach).require()
    _must_say(reason, decided_by, _("Schrijf waarom het hier anders is. Iedereen kan dat lezen."))
    if not is_own_business(path):
        raise Invalid(
            Reason(_("Hierin kan één gebied niet verschillen: %(path)s.") % {"path": path}, field="path")
        )
    said = {
        "value": keep(value),
        "reason": reason.strip(),
        "decided_by": decided_by.strip(),
        "since": f"{day:%Y-%m-%d}",
    }
    overrides = {**row.overrides, path: said}
    try:
        differing(row.approach_key, overrides)
    except ApproachErrors as errors:
        raise Invalid(Reason(str(next(iter(errors))), rule=path, field="value")) from errors
    return _from_day(area, row, overrides, day, decided_by)


@transaction.atomic
def differ_no_longer(
    *, area: Area, path: str, reason: str, decided_by: str, valid_from: date | None = None
) -> AreaApproach:
    """From this day the area does this as every other area; why stays on record. Gives what holds there from then.

    An area that only differed, and never adopted an approach itself, from then on follows the one around it again.
    """
    day = valid_from or clock.today()
    Area.objects.select_for_update().get(pk=area.pk)
    row = _in_force(area, day)
    if row.area_id != area.pk or path not in row.overrides:
        raise Conflict(Reason(_("Dit gebied verschilt hierin niet."), field="valid_from"))
    _must_say(reason, decided_by, _("Schrijf waarom het hier weer gaat als elders. Iedereen kan dat lezen."))
    _tell_why(row, path, day, {"reason": reason.strip(), "decided_by": decided_by.strip()})
    left = {at: one for at, one in row.overrides.items() if at != path}
    adopted_itself = AreaApproach.objects.filter(area=area, approach_key=row.approach_key, overrides={})
    if left or adopted_itself.exists():
        return _from_day(area, row, left, day, decided_by)
    _nothing_later(area, day)
    _end(row, day)
    MapState.renew()
    return _in_force(area, day)


def _must_say(reason: str, decided_by: str, why: str) -> None:
    if not reason.strip():
        raise Invalid(Reason(why, field="reason"))
    if not decided_by.strip():
        raise Invalid(Reason(_("Zeg wie dit besloot en wanneer."), field="decided_by"))


def _tell_why(row: AreaApproach, path: str, day: date, why: dict[str, str]) -> None:
    """With the last row in which it was different; none when it never held."""
    before = AreaApproach.objects.filter(area=row.area_id, valid_to=day).first()
    last = row if row.valid_from < day else before
    if last is not None and path in last.overrides:
        last.ended = {**last.ended, path: why}
        last.save(update_fields=["ended"])
        row.ended = last.ended if last.pk == row.pk else row.ended


def _in_force(area: Area, day: date) -> AreaApproach:
    row = adopted(area, day)
    if row is None:
        raise Conflict(
            Reason(
                _("In %(area)s geldt nog geen aanpak om van te verschillen.") % {"area": area.name},
                way_out=_("Neem eerst een aanpak aan."),
            )
        )
    return row


def _from_day(
    area: Area, row: AreaApproach, overrides: dict[str, Any], day: date, decided_by: str
) -> AreaApproach:
    own = row if row.area_id == area.pk else None
    _nothing_later(area, day)
    if own is not None and own.valid_from == day:
        own.overrides = overrides
        own.save(update_fields=["overrides"])
        MapState.renew()
        return own
    if own is not None:
        own.valid_to = day
        own.save(update_fields=["valid_to"])
    made = AreaApproach.objects.create(
        area=area,
        approach_key=row.approach_key,
        currency=row.currency,
        amount_per_resident=row.amount_per_resident,
        adopted_by=decided_by.strip()[:200],
        overrides=overrides,
        valid_from=day,
    )
    MapState.renew()
    return made


def _nothing_later(area: Area, day: date) -> None:
    later = AreaApproach.objects.filter(area=area, valid_from__gt=day).first()
    if later is not None:
        raise Conflict(
            Reason(
                _("In %(area)s geldt vanaf %(since)s al iets anders; kies een latere dag.")
                % {"area": area.name, "since": f"{later.valid_from:%d-%m-%Y}"},
                field="valid_from",
            )
        )


def _end(row: AreaApproach, day: date) -> None:
    if row.valid_from >= day:
        row.delete()
        return
    row.valid_to = day
    row.save(update_fields=["valid_to"])


def end_differences_below(ids: set[int], approach_key: str, day: date) -> None:
    """What areas did differently from an approach ends with it: a new approach asks the question anew."""
    rows = AreaApproach.objects.filter(area__in=ids, approach_key=approach_key, valid_to__isnull=True)
    for row in rows.exclude(overrides={}):
        _end(row, day)
