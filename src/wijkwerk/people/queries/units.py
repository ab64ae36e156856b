"""The part of the organisation that carries the approach: its place in the tree, its people, tasks and mission."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, wording
from wijkwerk.approaches.schema.organisation import Department
from wijkwerk.foundation.reasons import Reason, Text
from wijkwerk.people.rules.chart import Line, Relation, lines
from wijkwerk.people.wording import language, sourced

# Tasks as approach files may list them; what is not here is shown as the file spells it.
_TASKS: dict[str, Text] = {
    "social_services": _("sociale voorzieningen"),
    "city_programme": _("stadsprogramma"),
    "district_coordination": _("coördinatie van wijken"),
    "public_space_management": _("beheer van de openbare ruimte"),
    "district_policy": _("wijkbeleid"),
}

_LINES: dict[Relation, Text] = {
    Relation.REPORTS_TO: _("%(lower)s: valt onder %(upper)s."),
    Relation.SERVES: _("%(lower)s: werkt voor %(upper)s, en staat daaronder getekend."),
    Relation.DIRECTS_AMONG: _("%(lower)s: regisseert tussen %(upper)s, en hoort bij geen van deze."),
}


@dataclass(frozen=True)
class Branch:
    """A service or cluster, with what belongs to it."""

    service: Department
    label: str
    people: int | None
    tasks: tuple[Text, ...]
    parts: tuple[Branch, ...]
    carries: bool


@dataclass(frozen=True)
class UnitView:
    """The unit as a page shows it."""

    label: str
    place: str
    under: str
    mission: str
    people: int | None
    tasks: tuple[Text, ...]
    autonomous: bool | None
    restructuring: bool | None
    other_tasks: bool | None
    budget_of_its_own: bool
    tree: tuple[Branch, ...]
    lines: tuple[str, ...]
    why: Reason


def unit_of(approach: Approach) -> UnitView | None:
    """The unit of an approach; None where the source says nothing of one."""
    unit = approach.organisation.unit
    if unit is None:
        return None
    services = {each.key: each for each in approach.organisation.services}
    own = services.get(unit.service or "")
    return UnitView(
        label=unit.label.within(language()) if unit.label else (own.label.within(language()) if own else ""),
        place=wording.choice(unit.place).within(language()) if unit.place else "",
        under=own.label.within(language()) if own else "",
        mission=unit.mission.within(language()) if unit.mission else "",
        people=own.people if own else None,
        tasks=_tasks(own) if own else (),
        autonomous=unit.autonomous,
        restructuring=unit.restructuring,
        other_tasks=unit.other_tasks,
        budget_of_its_own=_manages_budget(approach, unit.service),
        tree=_branches(approach, None, unit.service),
        lines=tuple(_said(line) for line in lines(approach)),
        why=sourced(approach, "", "organisation.unit", ""),
    )


def _said(line: Line) -> str:
    """One line of the chart as a sentence."""
    lower, upper = (
        ", ".join(label.within(language()) for label in ends) for ends in (line.lower, line.upper)
    )
    return str(_LINES[line.relation]) % {"lower": f"{lower[:1].upper()}{lower[1:]}", "upper": upper}


def _manages_budget(approach: Approach, service: str | None) -> bool:
    managers = (approach.roles.get(role) for role in approach.budget.managed_by)
    return approach.budget.exists and any(role and role.service == service for role in managers)


def _branches(approach: Approach, parent: str | None, carrying: str | None) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            each,
            each.label.within(language()),
            each.people,
            _tasks(each),
            _branches(approach, each.key, carrying),
            each.key == carrying,
        )
        for each in approach.organisation.services
        if each.parent == parent
    )


def _tasks(service: Department) -> tuple[Text, ...]:
    return tuple(_TASKS.get(task, task) for task in service.tasks)
