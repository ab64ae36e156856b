"""Whose plan it is: from the values of the approach to who writes it."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Plan, PlanKind, PlanOwner


class Writer(StrEnum):
    """Who writes a plan."""

    AREA = "area"
    SERVICE = "service"
    TEAM = "team"
    # Put together from plans of others: nobody writes it, who goes about the process puts it together.
    NOBODY = "nobody"


TEAMS = (PlanOwner.AREA_TEAM, PlanOwner.AREA_OFFICE)


def writer(owner: PlanOwner | None, described: Plan | None, *, registers: bool = False) -> Writer:
    """Who writes a plan of this kind (DOR-07). `registers`: services bring their projects to the office (UTR97-12)."""
    if described is not None and described.made_from:
        return Writer.NOBODY
    if registers and described is not None and described.kind is PlanKind.PROJECT:
        return Writer.SERVICE
    if owner is PlanOwner.LINE_SERVICE:
        return Writer.SERVICE
    return Writer.TEAM if owner in TEAMS else Writer.AREA


def owning_roles(approach: Approach) -> frozenset[str]:
    """The roles of the teams that hold an area: those with a budget of their own, at the level of the plans."""
    level = approach.plan_level.key
    return frozenset(
        member
        for team in approach.teams.values()
        if team.budget_holder and team.level == level
        for member in team.members
    )


def offices(approach: Approach) -> frozenset[str]:
    """The keys of what holds an area as an organisation: the unit's service, and the teams with a budget."""
    found = {team.key for team in approach.teams.values() if team.budget_holder}
    if approach.organisation.unit and approach.organisation.unit.service:
        found.add(approach.organisation.unit.service)
    return frozenset(found)
