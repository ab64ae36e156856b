"""Which approach is in force where, which areas work under it, and whether they have the size it advises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, load, load_file
from wijkwerk.approaches.loading import CATALOGUE, HOUSE
from wijkwerk.areas.models import Area, AreaApproach, Inhabitants
from wijkwerk.areas.queries.people import inhabitants, inhabitants_of
from wijkwerk.areas.queries.reasons import sourced
from wijkwerk.areas.queries.surroundings import descendant_ids, lineage
from wijkwerk.areas.rules.overrides import differing
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import language
from wijkwerk.foundation.reasons import Reason
from wijkwerk.foundation.templatetags.wijkwerk import number

Value = TypeVar("Value")


@cache
def house_approach() -> Approach:
    """Our own defaults: they hold where nothing was adopted yet, so that a first officer can adopt."""
    return load_file(CATALOGUE / f"{HOUSE}.toml")


def adopted(area: Area, on: date | None = None) -> AreaApproach | None:
    """What was adopted for this area, or else for the nearest one that contains it, and is in force."""
    around = [each.pk for each in lineage(area, on)]
    in_force = AreaApproach.objects.on(on).filter(area__in=around).select_related("area")
    return min(in_force, key=lambda each: around.index(each.area_id), default=None)


def approach_for(area: Area, on: date | None = None) -> Approach:
    """The approach in force here on that day, with what is different here; our own defaults where none was adopted."""
    in_force = adopted(area, on)
    return differing(in_force.approach_key, in_force.overrides) if in_force else house_approach()


def former_approaches(area: Area, before: date | None = None) -> list[Approach]:
    """The approaches that held here or around it and no longer do, the last one first: what was begun under them
    keeps their words."""
    day = before or clock.today()
    around = [each.pk for each in lineage(area, day)]
    ended = AreaApproach.objects.filter(area__in=around, valid_to__lte=day).order_by("-valid_to")
    return [load(key) for key in dict.fromkeys(ended.values_list("approach_key", flat=True))]


def working_areas(on: date | None = None) -> list[Area]:
    """The areas that work under an approach: those of its plan level, wherever it was adopted; by name."""
    day = on or clock.today()
    keys = dict(AreaApproach.objects.on(day).values_list("area_id", "approach_key"))
    if not keys:
        return []
    levels = {key: load(key).plan_level.key for key in set(keys.values())}
    areas = (
        Area.objects.on(day)
        .filter(level__in=set(levels.values()))
        .select_related("parent__parent__parent")
        .order_by("name", "code")
    )
    return [area for area in areas if (key := _above(area, keys)) and levels[key] == area.level]


def adoptions(areas: Iterable[Area], on: date | None = None) -> dict[int, AreaApproach]:
    """What is in force in each of these areas, by area id, in one query when three parents were fetched along."""
    rows = {row.area_id: row for row in AreaApproach.objects.on(on)}
    return {area.pk: row for area in areas if (row := _above(area, rows))}


def _above(area: Area, known: Mapping[int, Value]) -> Value | None:
    """What is known of the area or of the nearest parent (three up were fetched along)."""
    around: Area | None = area
    for _step in range(4):
        if around is None or around.pk in known:
            break
        around = around.parent
    return known.get(around.pk) if around else None


def size_warning(area: Area, on: date | None = None) -> Reason | None:
    """That the area is smaller or larger than its approach advises: a warning, never a refusal (DEV-07)."""
    day = on or clock.today()
    return _size_warning(area, approach_for(area, day), inhabitants(area, day.year))


def size_warnings(areas: list[Area], approach: Approach, on: date | None = None) -> dict[int, Reason]:
    """The warnings for areas under one approach, by area id, in one query."""
    people = inhabitants_of(areas, (on or clock.today()).year)
    found = {area.pk: _size_warning(area, approach, people.get(area.pk)) for area in areas}
    return {pk: warning for pk, warning in found.items() if warning}


def warnings_within(area: Area, approach: Approach, day: date) -> tuple[Reason, ...]:
    """Of the area itself and of every area in it at a level for which the approach advises a size."""
    levels = {level.key for level in approach.levels if level.inhabitants}
    within = Area.objects.on(day).filter(pk__in=descendant_ids(area, day), level__in=levels)
    return tuple(size_warnings(list(within), approach, day).values())


def _size_warning(area: Area, approach: Approach, people: Inhabitants | None) -> Reason | None:
    try:
        level = approach.level(area.level)
    except KeyError:
        return None
    band = level.inhabitants
    if people is None or band is None or level.fits(people.number):
        return None
    low, high = (int(each) if each is not None else None for each in (band.min, band.max))
    if low is not None and high is not None:
        advice = _("%(low)s tot %(high)s inwoners") % {"low": number(low), "high": number(high)}
    elif high is not None:
        advice = _("hoogstens %(high)s inwoners") % {"high": number(high)}
    else:
        advice = _("minstens %(low)s inwoners") % {"low": number(low)}
    return sourced(
        approach,
        _(
            "%(area)s heeft %(people)s inwoners (%(year)s). De aanpak “%(approach)s” raadt per %(level)s"
            " %(advice)s aan. Het mag; het is goed om het te weten."
        )
        % {
            "area": area.name,
            "people": number(people.number),
            "year": people.year,
            "approach": approach.title.within(language()),
            "level": level.label.within(language()),
            "advice": advice,
        },
        f"levels.{level.key}.inhabitants",
        way_out=_("Verdeel het gebied, of houd in het gebied meer buurten apart in de gaten."),
    )
