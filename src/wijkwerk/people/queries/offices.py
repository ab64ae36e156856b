"""Offices over all areas: who holds them, where one is empty, whose term ends, what each may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Role, Scope
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.labels import POWER_LABELS
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import language, sourced


@dataclass(frozen=True)
class Vacancy:
    """A role that the approach asks for in an area and that too few hold."""

    area: Area
    role: Role
    missing: int

    @property
    def label(self) -> str:
        """What the approach calls the role."""
        return self.role.label.within(language())


@dataclass(frozen=True)
class Mandate:
    """One line of the register of mandates: a role, a power, up to which amount, and why (AMF-13)."""

    role: str
    power: str
    limit: Money | None
    reason: Reason

    @property
    def source(self) -> str:
        """Where it is written; empty for a default of ours."""
        return "" if self.reason.house_default else self.reason.source


def who_is_it_now(role: str, area: Area | None, on: date | None = None) -> list[RoleHeld]:
    """Who holds this function here today; whoever stands in for an absent holder comes first.

    Answers and promises belong to the function, so that they survive the person.
    """
    held = RoleHeld.objects.on(on).filter(role=role, area=area).select_related("person", "organisation")
    return sorted(held, key=lambda each: (each.stands_in_for_id is None, each.valid_from, each.pk))


def terms_ending(within_days: int, on: date | None = None) -> list[RoleHeld]:
    """Roles held now whose term is over within so many days, or already past without renewal (DEV-47)."""
    day = on or clock.today()
    last = day + timedelta(days=within_days)
    held = RoleHeld.objects.on(day).filter(Q(term_ends_on__lte=last) | Q(valid_to__lte=last))
    rows = held.filter(stands_in_for__isnull=True).select_related("person", "area")
    return sorted(rows, key=lambda each: (_end_of(each), each.person.first_name, each.pk))


def _end_of(held: RoleHeld) -> date:
    return min(day for day in (held.term_ends_on, held.valid_to) if day is not None)


def vacancies(on: date | None = None, territory: Territory | None = None) -> list[Vacancy]:
    """Every area with too few holders of a role, as the approach in force there asks."""
    day = on or clock.today()
    places = (territory or Territory()).working_areas(day)
    held: dict[tuple[int, str], int] = {}
    for area_id, role in _held_in(day, (area for area, _approach in places)):
        held[area_id, role] = held.get((area_id, role), 0) + 1
    return [
        Vacancy(area, role, missing)
        for area, approach in places
        for role in approach.roles.values()
        if role.area_level == area.level
        and not role.adopts_areas  # who adopts is listed apart
        and (missing := _fewest(approach, role) - held.get((area.pk, role.key), 0)) > 0
    ]


def _fewest(approach: Approach, role: Role) -> int:
    """How many an area needs: as stated, and at least one of each who guide a team."""
    guides = any(role.key in team.guides for team in approach.teams.values())
    return max(role.minimum or 0, int(guides))


def _held_in(day: date, areas: Iterable[Area]) -> Iterable[tuple[int, str]]:
    rows = RoleHeld.objects.on(day).filter(area__in=[area.pk for area in areas], stands_in_for__isnull=True)
    return rows.values_list("area_id", "role")


def areas_without_alderman(on: date | None = None, territory: Territory | None = None) -> list[Area]:
    """Working areas that nobody of the board adopted, where the approach asks for it (DEV-20)."""
    day = on or clock.today()
    places = (territory or Territory()).working_areas(day)
    held = set(_held_in(day, (area for area, _approach in places)))
    return [
        area
        for area, approach in places
        if (adopting := [role.key for role in approach.roles.values() if role.adopts_areas])
        and not any((area.pk, key) in held for key in adopting)
    ]


def aldermen_without_area(on: date | None = None, territory: Territory | None = None) -> list[Person]:
    """Who answers for content on the board, may adopt an area, and has adopted none (DEV-20)."""
    day = on or clock.today()
    approaches = (territory or Territory()).approaches(None, day)
    content, adopting, never = set(), set(), set()
    for approach in approaches:
        for role in approach.roles.values():
            content |= {role.key} if role.scope is Scope.CONTENT else set()
            adopting |= {role.key} if role.adopts_areas else set()
            never |= {role.key} if role.adopts_areas is False else set()
    if not adopting:
        return []
    held = RoleHeld.objects.on(day).filter(stands_in_for__isnull=True)
    return list(
        Person.objects.filter(pk__in=held.filter(role__in=content).values("person"))
        .exclude(pk__in=held.filter(role__in=adopting | never).values("person"))
        .order_by("first_name", "last_name")
    )


def mandate_register(approach: Approach) -> list[Mandate]:
    """What every role may, up to which amount, and where that is written."""
    lines = []
    for role in approach.roles.values():
        of_role = []
        for grant in role.powers:
            limit = Money.of(grant.limit.amount, grant.limit.currency) if grant.limit else None
            why = sourced(approach, "", f"roles.{role.key}.powers.{grant.power}", str(limit or ""))
            label = str(POWER_LABELS[Power(grant.power)])
            of_role.append(Mandate(role.label.within(language()), label, limit, why))
        lines += sorted(of_role, key=lambda line: line.source, reverse=True)  # ours last
    return lines
