"""Our own areas as they are: people, hours, holders of roles. What an approach is held against before choosing it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from wijkwerk.approaches import Approach
from wijkwerk.approaches.consequences import AreaFacts, Consequences, consequences
from wijkwerk.areas.models import Area, Inhabitants
from wijkwerk.areas.queries import inhabitants_of, working_areas
from wijkwerk.foundation import clock
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.wording import language


@dataclass(frozen=True)
class Level:
    """A layer of areas that one can hold an approach against."""

    key: str
    number: int


@dataclass(frozen=True)
class Ours:
    """The areas looked at, with what is known of each, and who holds which role."""

    level: str
    areas: list[Area]
    people: dict[int, Inhabitants]
    hours: dict[int, Decimal]
    holders: Counter[str]

    @property
    def known(self) -> list[Area]:
        """The areas of which we know how many people live there: the others cannot be weighed."""
        return [area for area in self.areas if area.pk in self.people]

    def under(self, approach: Approach) -> Consequences:
        """What the approach would mean here, in the order of `known`."""
        facts = [
            AreaFacts(name=area.name, inhabitants=self.people[area.pk].number, hours=self.hours.get(area.pk))
            for area in self.known
        ]
        return consequences(approach, facts)


def levels() -> list[Level]:
    """The layers of areas of today, the coarsest first."""
    rows = Area.objects.on(clock.today()).order_by().values_list("level").annotate(number=Count("pk"))
    return sorted((Level(key, number) for key, number in rows), key=lambda level: (level.number, level.key))


def level_label(key: str, *approaches: Approach | None) -> str:
    """What a layer is called: by the first of these approaches that knows it, else as the publisher calls it."""
    for approach in approaches:
        for level in approach.levels if approach else ():
            if level.key == key:
                return (level.plural or level.label).within(language())
    return key


def ours(chosen: str = "") -> Ours:
    """The areas of a layer: the one asked for, else those we work in, else the coarsest with more than one."""
    there = levels()
    if chosen in {level.key for level in there}:
        areas = _of(chosen)
    elif areas := working_areas():
        chosen = areas[0].level
    else:
        several = [level for level in there if level.number > 1] or there
        chosen = several[0].key if several else ""
        areas = _of(chosen)
    people = inhabitants_of(areas, clock.today().year)
    return Ours(chosen, areas, people, _hours(areas), _holders())


def _of(level: str) -> list[Area]:
    there = Area.objects.on(clock.today()).filter(level=level).select_related("parent__parent__parent")
    return list(there.order_by("name", "code"))


def _hours(areas: Sequence[Area]) -> dict[int, Decimal]:
    """The hours a week that people have for each area; an area where nobody stated any is left out."""
    held = RoleHeld.objects.on(clock.today()).filter(area__in=areas, hours__isnull=False)
    found: dict[int, Decimal] = defaultdict(Decimal)
    for area, hours in held.values_list("area_id", "hours"):
        if hours is not None:
            found[area] += hours
    return dict(found)


def _holders() -> Counter[str]:
    rows = RoleHeld.objects.on(clock.today()).order_by().values_list("role")
    return Counter(dict(rows.annotate(number=Count("person", distinct=True))))
