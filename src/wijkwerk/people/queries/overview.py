"""Everything the page of people prints: who holds what where, and what needs somebody's attention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from wijkwerk.areas.models import Area
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import Mandates, may_appoint
from wijkwerk.people.queries.capacity import hours_of_areas, spread_too_far
from wijkwerk.people.queries.coverage import coverage_warnings
from wijkwerk.people.queries.offices import (
    Vacancy,
    aldermen_without_area,
    areas_without_alderman,
    terms_ending,
    vacancies,
)
from wijkwerk.people.wording import listing, role_label

WARN_DAYS = 90  # how long before the end of a term renewal or recruiting should begin


@dataclass(frozen=True)
class Line:
    """One role held, and whether the reader may end it."""

    held: RoleHeld
    label: str
    may_end: bool


@dataclass
class Place:
    """An area (None: the whole municipality) with its lines."""

    area: Area | None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Lacking:
    """An area and everything it has nobody for."""

    area: Area
    labels: str


@dataclass(frozen=True)
class Overview:
    """The page of people."""

    places: Sequence[Place]
    vacancies: Sequence[Lacking]
    terms: Sequence[Line]
    areas_without_alderman: Sequence[Area]
    aldermen_without_area: Sequence[Person]
    warnings: Sequence[Reason] = ()

    @property
    def calm(self) -> bool:
        """Whether nothing needs attention."""
        lacking = self.vacancies or self.areas_without_alderman or self.aldermen_without_area
        return not (lacking or self.terms or self.warnings)


def overview(reader: Mandates, day: date) -> Overview:
    """The page for this reader, in a fixed number of queries whatever the number of areas and people."""
    held = RoleHeld.objects.on(day).select_related("person", "area", "stands_in_for__person")
    places: dict[int | None, Place] = {
        area.pk: Place(area) for area, _approach in reader.territory.working_areas(day)
    }
    for each in held.order_by("area__name", "role", "person__first_name", "pk"):
        places.setdefault(each.area_id, Place(each.area)).lines.append(line(reader, each, day))
    return Overview(
        places=sorted(places.values(), key=lambda place: place.area.name if place.area else ""),
        vacancies=_by_area(vacancies(day, reader.territory)),
        terms=[line(reader, each, day) for each in terms_ending(WARN_DAYS, day)],
        areas_without_alderman=areas_without_alderman(day, reader.territory),
        aldermen_without_area=aldermen_without_area(day, reader.territory),
        warnings=_warnings(reader, day),
    )


def _warnings(reader: Mandates, day: date) -> list[Reason]:
    """Hours that are hardly enough, roles over too many areas, places without one office."""
    found = [each.warning for each in hours_of_areas(day, reader.territory) if each.warning]
    found += [each.warning for each in spread_too_far(day, reader.territory)]
    return found + coverage_warnings(day, reader.territory)


def _by_area(found: Iterable[Vacancy]) -> list[Lacking]:
    labels: dict[Area, list[str]] = {}
    for vacancy in found:
        more = f" ({vacancy.missing}×)" if vacancy.missing > 1 else ""
        labels.setdefault(vacancy.area, []).append(vacancy.label + more)
    return [Lacking(area, listing(each)) for area, each in labels.items()]


def line(reader: Mandates, held: RoleHeld, day: date) -> Line:
    """A role held, with what the reader may do about it."""
    for approach in reader.territory.approaches(held.area, day):
        if role := approach.roles.get(held.role):
            may_end = bool(may_appoint(reader.person, role, within=held.area, on=day))
            return Line(held, role_label(approach, held.role), may_end)
    return Line(held, held.role, may_end=False)
