"""Whether the scale of our areas works: what the arguments for a scale are measured by (AMF-04)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.figures.models import Indicator, SurveyFigure
from wijkwerk.figures.queries import latest_survey
from wijkwerk.foundation import clock
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.territory import Territory
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.thread.models import Thing

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Scale:
    """One area: how much there is for each officer, how many residents know its name, how often it deals with the
    services of the city, and with how many of them."""

    area: Area
    items: int
    officers: int
    known: SurveyFigure | None
    ties: int
    services: int

    @property
    def per_officer(self) -> Decimal | None:
        """Open items for each officer; None where nobody is there to answer."""
        return Decimal(self.items) / self.officers if self.officers else None


def scales(areas: Sequence[Area]) -> list[Scale]:
    """Of each of these areas; in a fixed number of queries."""
    today, territory = clock.today(), Territory()
    wanted, home = {area.pk for area in areas}, dict[int, int | None]()

    def at(area_id: int) -> int | None:
        if area_id not in home:
            around = territory.around(Area(pk=area_id), today)
            home[area_id] = next((pk for pk in around if pk in wanted), None)
        return home[area_id]

    def count(area_ids: Iterable[int]) -> Counter[int | None]:
        return Counter(at(pk) for pk in area_ids)

    items = count(Thing.objects.filter(ended_on=None).order_by().values_list("area_id", flat=True))
    officers: dict[int, set[int]] = defaultdict(set)
    answering = {
        area.pk: {
            role.key
            for role in territory.approaches(area, today)[0].roles_with(Power.ANSWER)
            if not role.is_resident
        }
        for area in areas
    }
    for held in RoleHeld.objects.on(today).filter(area__in=areas):
        if held.area_id is not None and held.role in answering[held.area_id]:
            officers[held.area_id].add(held.person_id)
    asked = ServiceRequest.objects.filter(asked_on__gt=today - YEAR, service__isnull=False).order_by()
    pairs = [(at(area), service) for area, service in asked.values_list("area_id", "service_id")]
    ties, known = Counter(area for area, _service in pairs), latest_survey(Indicator.KNOWS_NAME, areas)
    services = Counter(area for area, _service in set(pairs))
    return [
        Scale(
            area,
            items[area.pk],
            len(officers[area.pk]),
            known.get(area.pk),
            ties[area.pk],
            services[area.pk],
        )
        for area in areas
    ]
