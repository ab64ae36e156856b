"""Areas regrouped from a day: a level up, divided, put together. What was made before keeps its area (DOR-12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.areas.models import Area, AreaSuccession, Grouping, MapState, Redivision
from wijkwerk.areas.queries.surroundings import descendant_ids
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason


@transaction.atomic
def redivide(
    *,
    moves: Mapping[Area, Sequence[Area]],
    starts_on: date,
    decided_by: str,
    public_text: str,
    within: bool = True,
) -> Redivision:
    """From this day the work of each area goes on in those named with it.

    With `within` an area lives on inside the one that takes its work over: a neighbourhood one level up, with all its
    items. Without, it ends that day and stays readable.
    """
    for field, text in (("decided_by", decided_by), ("public_text", public_text)):
        if not text.strip():
            raise Invalid(Reason(_("Een besluit zegt wie besloot en waarom."), field=field))
    if not moves or not all(moves.values()):
        raise Invalid(Reason(_("Zeg van elk gebied waar het naartoe gaat."), field="moves"))
    ids = {area.pk for area in moves} | {area.pk for each in moves.values() for area in each}
    rows = {row.pk: row for row in Area.objects.select_for_update().filter(pk__in=ids)}
    decision = Redivision.objects.create(
        starts_on=starts_on, decided_by=decided_by.strip()[:200], public_text=public_text.strip()
    )
    for before, afters in moves.items():
        _move(decision, rows[before.pk], [rows[after.pk] for after in afters], within)
    MapState.renew()
    return decision


def _move(decision: Redivision, before: Area, afters: Sequence[Area], within: bool) -> None:
    day = decision.starts_on
    below = descendant_ids(before, day)
    for after in afters:
        if after.pk in below:
            raise Invalid(
                Reason(
                    _("%(after)s ligt in %(before)s en kan het werk ervan niet overnemen.")
                    % {"after": after.name, "before": before.name},
                    field="moves",
                )
            )
        if not after.holds_on(day):
            raise Invalid(
                Reason(
                    _("%(area)s bestaat niet op %(day)s.") % {"area": after.name, "day": f"{day:%d-%m-%Y}"},
                    field="moves",
                )
            )
        AreaSuccession.objects.create(redivision=decision, before=before, after=after)
    if within:
        if len(afters) != 1:
            raise Invalid(Reason(_("Een gebied dat blijft bestaan, gaat in één ander op."), field="moves"))
        _put_in(before, afters[0], day)
    else:
        _end(before, day)


def _put_in(member: Area, area: Area, day: date) -> None:
    present = Grouping.objects.filter(member=member, valid_to__isnull=True).first()
    if present is not None and present.area_id == area.pk:
        return
    if present is not None:
        if present.valid_from >= day:
            raise _too_early(member, present.valid_from)
        present.valid_to = day
        present.save(update_fields=["valid_to"])
    Grouping.objects.create(area=area, member=member, valid_from=day)


def _end(area: Area, day: date) -> None:
    if area.valid_from >= day:
        raise _too_early(area, area.valid_from)
    area.valid_to = day
    area.save(update_fields=["valid_to"])


def _too_early(area: Area, since: date) -> Conflict:
    return Conflict(
        Reason(
            _("%(area)s is zo sinds %(since)s; kies een latere dag.")
            % {"area": area.name, "since": f"{since:%d-%m-%Y}"},
            field="starts_on",
        )
    )
