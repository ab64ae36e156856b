"""Where the work of an area went on, which areas are yet to begin, and how intensively each is managed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area, AreaSuccession, Intensity, ManagementIntensity
from wijkwerk.areas.queries.reasons import sourced
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason

_MOST_STEPS = 12  # more redivisions than any area will see; ends a circle in bad data


def areas_now(area: Area, on: date | None = None) -> list[Area]:
    """Where the work of this area is done on that day, after every redivision up to then; itself if nothing changed."""
    day = on or clock.today()
    found, last = [area], date.min
    for _step in range(_MOST_STEPS):
        rows = (
            AreaSuccession.objects.filter(
                before__in=found, redivision__starts_on__lte=day, redivision__starts_on__gt=last
            )
            .select_related("redivision", "after", "before")
            .order_by("redivision__starts_on", "pk")
        )
        steps = list(rows)
        if not steps:
            break
        last = steps[0].redivision.starts_on
        now = [step for step in steps if step.redivision.starts_on == last]
        moved = {step.before_id for step in now}
        found = [each for each in found if each.pk not in moved] + [step.after for step in now]
    return list(dict.fromkeys(found))


def planned_areas(level: str, on: date | None = None) -> list[Area]:
    """Areas of this level that are yet to begin, the first to begin first (AMF-01)."""
    day = on or clock.today()
    return list(Area.objects.filter(level=level, valid_from__gt=day).order_by("valid_from", "name"))


@dataclass(frozen=True)
class Intensities:
    """How many areas are managed intensively and extensively, and what differs from the approach."""

    areas: dict[int, ManagementIntensity]
    intensive: int
    extensive: int
    warnings: tuple[Reason, ...]


def intensities(areas: list[Area], approach: Approach, on: date | None = None) -> Intensities:
    """Of these areas, in one query; with a warning where the numbers are not those of the approach (DOR-02)."""
    rows = ManagementIntensity.objects.on(on).filter(area__in=areas).select_related("area")
    held = {row.area_id: row for row in rows}
    counted = Counter(row.intensity for row in held.values())
    level = approach.plan_level
    warnings = []
    for kind, name, asked in (
        (Intensity.INTENSIVE, "intensive_count", level.intensive_count),
        (Intensity.EXTENSIVE, "extensive_count", level.extensive_count),
    ):
        if asked is not None and counted[kind] != asked:
            said = _("%(kind)s beheer: %(here)s gebieden; de aanpak noemt er %(asked)s.") % {
                "kind": str(kind.label).capitalize(),
                "here": counted[kind],
                "asked": asked,
            }
            warnings.append(sourced(approach, said, f"levels.{level.key}.{name}"))
    return Intensities(held, counted[Intensity.INTENSIVE], counted[Intensity.EXTENSIVE], tuple(warnings))
