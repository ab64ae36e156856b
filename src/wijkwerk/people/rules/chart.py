"""Who falls under whom, and who works for whom: what the place of the unit means for the chart (UTR97-25)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches import Approach, Power, Text
from wijkwerk.approaches.schema import UnitPlace


class Relation(StrEnum):
    """What a line in the chart stands for."""

    REPORTS_TO = "reports_to"
    SERVES = "serves"
    DIRECTS_AMONG = "directs_among"


@dataclass(frozen=True)
class Line:
    """One line in the chart, from who stands lower to who stands higher."""

    lower: tuple[Text, ...]
    relation: Relation
    upper: tuple[Text, ...]


def lines(approach: Approach) -> tuple[Line, ...]:
    """The lines that follow from the place of the unit; none where its place or its service is not described."""
    unit = approach.organisation.unit
    if unit is None or unit.place is None or unit.service is None:
        return ()
    return tuple(line for line in _lines(approach, unit.place, unit.service) if line.lower and line.upper)


def _lines(approach: Approach, place: UnitPlace, service: str) -> Iterator[Line]:
    unit = approach.organisation.unit
    own = tuple(each.label for each in approach.organisation.services if each.key == service)
    officials = tuple(
        role.label for role in approach.roles.values() if role.service == service and not role.city_wide
    )
    if place is UnitPlace.OWN_SERVICE_UNDER_OFFICES:
        # The director is drawn under the offices, which turn to the executive board themselves (UTR97-22, UTR97-25).
        offices = tuple(
            team.label
            for team in approach.teams.values()
            if team.budget_holder and team.level == approach.plan_level.key
        )
        board = tuple(role.label for role in approach.roles_with(Power.TAKE_NOTE_PLAN)[:1])
        yield Line(own, Relation.SERVES, offices)
        yield Line(offices, Relation.REPORTS_TO, board)
        return
    department = (unit.label,) if unit and unit.label and place is UnitPlace.DEPARTMENT_OF_A_SERVICE else ()
    yield Line(officials, Relation.REPORTS_TO, department or own)
    yield Line(department, Relation.REPORTS_TO, own)
    if place is UnitPlace.NEUTRAL_CLUSTER:
        others = tuple(
            each.label for each in approach.organisation.services if each.key != service and not each.parent
        )
        yield Line(officials, Relation.DIRECTS_AMONG, others)
