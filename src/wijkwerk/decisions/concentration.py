"""Whether decisions about an area hang on one function (AMF-14), and how long they take (AMF-13)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import Q
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import role_label, sourced

YEAR = timedelta(days=365)
# Of three decisions one function easily takes two; that says nothing yet.
FEWEST = 5


@dataclass(frozen=True)
class Concentration:
    """How many decisions there were, the function that took most of them, and a warning when that is too many."""

    decisions: int
    role: str
    label: str
    percent: int
    warning: Reason | None


@dataclass(frozen=True)
class Deciding:
    """How decisions about an area are taken: by whom most, and in how many days, half of them sooner.

    `days` is of the past year; `days_before` of the year before the way of working in force began.
    """

    area: Area
    concentration: Concentration
    days: float | None
    days_before: float | None
    began_on: date | None


@dataclass(frozen=True)
class _Taken:
    maker: int | None
    mandate: str
    on: date
    born_on: date


def concentration(area: Area, on: date | None = None) -> Concentration:
    """Of the decisions about an area in the past year: the share of the function that took most."""
    return deciding([area], on)[0].concentration


def deciding(areas: Sequence[Area], on: date | None = None) -> list[Deciding]:
    """Of each of these areas; in a fixed number of queries for any number of areas and decisions."""
    day, territory = on or clock.today(), Territory()
    began = _began(areas, day, territory)
    taken = _taken(areas, day, {each for each in began.values() if each}, territory)
    makers = {each.maker for rows in taken.values() for each in rows}
    held: dict[int, list[RoleHeld]] = defaultdict(list)
    for row in RoleHeld.objects.filter(person__in=makers - {None}).order_by("-area_id", "pk"):
        held[row.person_id].append(row)
    return [
        _deciding(area, taken[area.pk], held, territory.approaches(area, day)[0], day, began[area.pk])
        for area in areas
    ]


def _began(areas: Sequence[Area], day: date, territory: Territory) -> dict[int, date | None]:
    """Since when the approach in force holds in each area; one that only differs in something began no other."""
    rows = AreaApproach.objects.filter(valid_from__lte=day).order_by("-valid_from")
    first, in_force = dict[tuple[int, str], date](), dict[int, str]()
    for row in rows.only("area_id", "approach_key", "valid_from", "valid_to"):
        first[row.area_id, row.approach_key] = row.valid_from
        if row.holds_on(day):
            in_force[row.area_id] = row.approach_key
    nearest = {
        area.pk: next((pk for pk in territory.around(area, day) if pk in in_force), None) for area in areas
    }
    return {pk: first[near, in_force[near]] if near else None for pk, near in nearest.items()}


def _taken(
    areas: Sequence[Area], day: date, began: Iterable[date], territory: Territory
) -> dict[int, list[_Taken]]:
    wanted = Q(decided_on__gt=day - YEAR, decided_on__lte=day)
    for moment in began:
        wanted |= Q(decided_on__gte=moment - YEAR, decided_on__lt=moment)
    rows = Decision.objects.filter(wanted).order_by("pk")
    plain = rows.values_list("thing__area_id", "maker_id", "mandate", "decided_on", "thing__born_on")
    wanted_areas, home = {area.pk for area in areas}, dict[int, int | None]()
    found: dict[int, list[_Taken]] = {area.pk: [] for area in areas}
    for area_id, maker, mandate, decided_on, born_on in plain:
        if area_id not in home:
            around = territory.around(Area(pk=area_id), day)
            home[area_id] = next((pk for pk in around if pk in wanted_areas), None)
        if (place := home[area_id]) is not None:
            found[place].append(_Taken(maker, mandate, decided_on, born_on))
    return found


def _deciding(
    area: Area,
    taken: Sequence[_Taken],
    held: Mapping[int, Sequence[RoleHeld]],
    approach: Approach,
    day: date,
    began: date | None,
) -> Deciding:
    this_year = [each for each in taken if day - YEAR < each.on <= day]
    before = [each for each in taken if began and began - YEAR <= each.on < began]
    counted = Counter(role for each in this_year if (role := _role(approach, each, held)))
    role, most = counted.most_common(1)[0] if counted else ("", 0)
    total = sum(counted.values())
    percent = round(100 * most / total) if total else 0
    warning = _warning(approach, area, total, role, percent)
    return Deciding(
        area,
        Concentration(total, role, role_label(approach, role) if role else "", percent, warning),
        _days(this_year),
        _days(before),
        began,
    )


def _days(taken: Sequence[_Taken]) -> float | None:
    return float(median((each.on - each.born_on).days for each in taken)) if taken else None


def _role(approach: Approach, decision: _Taken, held: Mapping[int, Sequence[RoleHeld]]) -> str:
    """By which function it was taken: one that has the power it rests on, else any that the maker held then."""
    if decision.maker is None:
        return ""
    mine = [each.role for each in held.get(decision.maker, ()) if each.holds_on(decision.on)]
    able = (
        key
        for key in mine
        if (role := approach.roles.get(key)) and decision.mandate in {grant.power for grant in role.powers}
    )
    return next(able, mine[0] if mine else "")


def _warning(approach: Approach, area: Area, total: int, role: str, percent: int) -> Reason | None:
    limit = approach.options.concentration_limit_percent
    if limit is None or total < FEWEST or percent <= limit:
        return None
    said = _("In %(area)s nam één functie, %(role)s, %(percent)s %% van de %(total)s besluiten van dit jaar.")
    return sourced(
        approach,
        said % {"area": area.name, "role": role_label(approach, role), "percent": percent, "total": total},
        "options.concentration_limit_percent",
        f"{limit} %",
        _("Leg bevoegdheden lager en bij meer mensen, zodat niemand er alleen voor staat."),
    )
