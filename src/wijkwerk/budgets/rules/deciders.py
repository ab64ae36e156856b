"""Who decides on an area budget, by the values of the approach, pure."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.approaches.schema import Approach, Decider, ResponsibilityShift


class Side(StrEnum):
    """A side without whose yes nothing is spent."""

    RESIDENTS = "residents"
    OFFICE = "office"


def may_open(approach: Approach, decider: Decider, *, say_has_grown: bool) -> str:
    """The path of the value that stands in the way of such a budget; empty where it can be opened.

    `say_has_grown`: whether say in this area was stepped up so far that residents decide, for an approach in which
    responsibility moves in steps.
    """
    if decider is Decider.NONE:
        return "budget.decided_by"
    shift = approach.options.responsibility_shift
    if decider is Decider.RESIDENTS and shift in (None, ResponsibilityShift.NONE):
        return "options.responsibility_shift"
    if decider.includes_residents and shift is ResponsibilityShift.IN_STEPS and not say_has_grown:
        return "options.responsibility_shift"
    if decider is not approach.budget.decided_by:
        return "budget.decided_by"
    return ""


def sides_needed(decider: Decider | None) -> frozenset[Side]:
    """Whose yes every item needs beforehand. What residents rank themselves is their yes already."""
    if decider is Decider.OFFICE_AND_RESIDENTS:
        return frozenset(Side)
    return frozenset()


def spenders(approach: Approach, decider: Decider | None) -> frozenset[str]:
    """The roles that hold the budget; empty where the approach names none and the power alone counts."""
    if decider is Decider.TEAM:
        return frozenset(
            member for team in approach.teams.values() if team.budget_holder for member in team.members
        )
    if decider is Decider.COORDINATOR:
        return frozenset(approach.budget.managed_by)
    return frozenset()
