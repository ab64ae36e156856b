"""Setting how intensively an area is coordinated, with the formal order behind it (DOR-01, DOR-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches.schema import AreaStandard
from wijkwerk.areas.models import Area, Intensity, ManagementIntensity
from wijkwerk.areas.queries.approaches import approach_for
from wijkwerk.areas.queries.reasons import sourced
from wijkwerk.areas.rules.labels import label_in
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused


@dataclass(frozen=True)
class Order:
    """The formal document by which something is ordered."""

    title: str
    on: date
    url: str = ""


@transaction.atomic
def set_intensity(
    *, area: Area, intensity: Intensity, reason: str, order: Order, valid_from: date | None = None
) -> ManagementIntensity:
    """From this day the area is managed so; what it was before stays on record.

    Refused where the approach knows no two intensities: there all areas are the same, or each differs in its own way.
    """
    day = valid_from or clock.today()
    Area.objects.select_for_update().get(pk=area.pk)
    approach = approach_for(area, day)
    if approach.options.area_standard is not AreaStandard.BY_INTENSITY:
        said = _("Deze aanpak kent geen intensief en extensief beheer.")
        raise Refused(sourced(approach, said, "options.area_standard"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom. Iedereen kan dat lezen."), field="reason"))
    _without_label(reason, "reason")
    _without_label(order.title, "order_title")
    if not order.title.strip():
        raise Invalid(Reason(_("Noem de opdracht waarop dit rust."), field="order_title"))
    latest = ManagementIntensity.objects.filter(area=area).order_by("-valid_from").first()
    if latest and latest.valid_from >= day:
        raise Conflict(
            Reason(
                _("Hierover is al iets vastgelegd vanaf %(day)s; kies een latere dag.")
                % {"day": f"{latest.valid_from:%d-%m-%Y}"},
                field="valid_from",
            )
        )
    if latest and latest.valid_to is None:
        latest.valid_to = day
        latest.save(update_fields=["valid_to"])
    return ManagementIntensity.objects.create(
        area=area,
        intensity=intensity,
        reason=reason.strip(),
        order_title=order.title.strip()[:200],
        order_on=order.on,
        order_url=order.url,
        valid_from=day,
    )


@transaction.atomic
def explain_border(*, area: Area, text: str) -> Area:
    """Say in public words why the border of an area runs where it does (DOR-03)."""
    _without_label(text, "text")
    row = Area.objects.select_for_update().get(pk=area.pk)
    row.border_reason = text.strip()[:1000]
    row.save(update_fields=["border_reason"])
    return row


def _without_label(text: str, field: str) -> None:
    """Everyone reads this of an area, so no word in it labels the area as a problem (DOR-09)."""
    if word := label_in(text):
        raise Invalid(
            Reason(
                _("“%(word)s” plakt een etiket op wie er wonen.") % {"word": word},
                field=field,
                way_out=_("Schrijf wat er nodig is."),
            )
        )
