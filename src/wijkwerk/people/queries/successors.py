"""Who does today what a function did before the organisation changed, and what a change came from."""

from __future__ import annotations

from datetime import date

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import LessonApplied, Reorganisation, RoleHeld, RoleSuccession
from wijkwerk.people.queries.offices import who_is_it_now

Place = tuple[str, Area | None]


def functions_now(role: str, area: Area | None, on: date | None = None) -> list[Place]:
    """The functions that this one became, through every change set up to that day; itself if it still exists."""
    day = on or clock.today()
    found: list[Place] = [(role, area)]
    rows = list(
        RoleSuccession.objects.filter(reorganisation__starts_on__lte=day)
        .select_related("area_after")
        .order_by("reorganisation__starts_on", "reorganisation_id", "pk")
    )
    for change in dict.fromkeys(row.reorganisation_id for row in rows):
        steps = [row for row in rows if row.reorganisation_id == change]
        found = [now for place in found for now in _after(place, steps)]
    return list(dict.fromkeys(found))


def _after(place: Place, steps: list[RoleSuccession]) -> list[Place]:
    role, area = place
    mine = [
        step
        for step in steps
        if step.role_before == role and step.area_before_id == (area.pk if area else None)
    ]
    if not mine:
        return [place]
    return [(step.role_after, step.area_after) for step in mine if step.role_after]


def successors(role: str, area: Area | None, on: date | None = None) -> list[RoleHeld]:
    """Who holds today what this function became; nobody when it was given up or is vacant."""
    found = [held for now, place in functions_now(role, area, on) for held in who_is_it_now(now, place, on)]
    return list({held.pk: held for held in found}.values())


def lessons_of(change: Reorganisation) -> list[LessonApplied]:
    """The lessons that a change of the organisation came from."""
    return list(change.lessons.order_by("approach_key", "lesson"))


def changes_from(approach_key: str, lesson: str) -> list[Reorganisation]:
    """What a lesson of a pilot led to later, the first change first (TIL-32)."""
    found = Reorganisation.objects.filter(lessons__approach_key=approach_key, lessons__lesson=lesson)
    return list(found.distinct())
