"""Whether every place has exactly one office, as an approach with offices promises (UTR97-04)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkwerk.areas.models import Address, Area, Grouping, Intensity, ManagementIntensity
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Office, OfficeArea
from wijkwerk.people.rules.capacity import needs_office
from wijkwerk.people.territory import Territory

_MOST_NAMED = 5


@dataclass(frozen=True)
class Coverage:
    """The smallest areas without an office, and those with more than one."""

    checked: int
    without: list[Area]
    several: list[tuple[Area, list[Office]]]

    @property
    def complete(self) -> bool:
        """Whether every area that has a right to it has exactly one."""
        return not self.without and not self.several


def coverage(on: date | None = None, territory: Territory | None = None) -> Coverage:
    """Checks the smallest areas within every area that has a right to an office; a fixed number of queries."""
    day = on or clock.today()
    territory = territory or Territory()
    entitled = _entitled(territory, day)
    if not entitled:
        return Coverage(0, [], [])
    served = _served(day)
    leaves = [area for area in _leaves(day) if entitled.intersection(territory.around(area, day))]
    without, several = [], []
    for area in leaves:
        offices = _of(area, territory, served, day)
        if not offices:
            without.append(area)
        elif len(offices) > 1:
            several.append((area, offices))
    return Coverage(len(leaves), without, several)


def coverage_warnings(on: date | None = None, territory: Territory | None = None) -> list[Reason]:
    """What is wrong with the cover, as a page says it: at most one sentence of each sort."""
    found = coverage(on, territory)
    said = []
    if found.without:
        names = _names(found.without)
        said.append(
            Reason(_("Zonder bureau: %(areas)s.") % {"areas": names}, rule="organisation.based_in_area")
        )
    if found.several:
        names = _names([area for area, _offices in found.several])
        said.append(
            Reason(
                _("Met meer dan één bureau: %(areas)s.") % {"areas": names}, rule="organisation.based_in_area"
            )
        )
    return said


def _names(areas: list[Area]) -> str:
    names = ", ".join(area.name for area in areas[:_MOST_NAMED])
    more = len(areas) - _MOST_NAMED
    return names + (_(" en nog %(more)s") % {"more": more} if more > 0 else "")


def offices_for(area: Area, on: date | None = None) -> list[Office]:
    """The offices that are there for this area."""
    day = on or clock.today()
    return _of(area, Territory(), _served(day), day)


def office_at(address: Address, on: date | None = None) -> list[Office]:
    """The offices for an address: one, where all is well."""
    place = address.buurt or address.area
    return offices_for(place, on) if place else []


def _served(day: date) -> dict[int, list[Office]]:
    found: dict[int, list[Office]] = defaultdict(list)
    rows = OfficeArea.objects.on(day).select_related("office").order_by("office__name", "pk")
    for row in rows:
        if row.office.holds_on(day):
            found[row.area_id].append(row.office)
    return found


def _of(area: Area, territory: Territory, served: dict[int, list[Office]], day: date) -> list[Office]:
    found = [office for pk in territory.around(area, day) for office in served.get(pk, [])]
    return list({office.pk: office for office in found}.values())


def _entitled(territory: Territory, day: date) -> set[int]:
    intensive = set(
        ManagementIntensity.objects.on(day)
        .filter(intensity=Intensity.INTENSIVE)
        .values_list("area_id", flat=True)
    )
    return {
        area.pk
        for area, approach in territory.working_areas(day)
        if needs_office(approach.organisation.based_in_area, intensive=area.pk in intensive)
    }


def _leaves(day: date) -> Iterable[Area]:
    """Areas in which no other lies on that day."""
    around = set(Area.objects.on(day).filter(parent__isnull=False).values_list("parent_id", flat=True))
    around |= set(Grouping.objects.on(day).values_list("area_id", flat=True))
    return Area.objects.on(day).exclude(pk__in=around).order_by("name", "code")
