"""Plans beside and above each other: parts that are missing, where measures meet, the chain a plan stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.areas.models import Area
from wijkwerk.plans.models import HorizonChange, Measure, Plan
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.plans.rules.frictions import Friction, Planned, meetings
from wijkwerk.plans.rules.horizons import years_of
from wijkwerk.signals.rules import alike


def adopted_parts(area: Area, described: Described, year: int) -> list[Plan]:
    """The adopted plans of this area and year from which a plan of this kind is made, in the order of the approach."""
    found = Plan.objects.filter(
        area=area, key__in=described.made_from, first_year=year, status=PlanStatus.ADOPTED
    ).select_related("thing", "service")
    return sorted(found, key=lambda plan: (described.made_from.index(plan.key), plan.pk))


def missing_parts(plan: Plan) -> list[Described]:
    """The kinds of plan that a plan is made from and that were not adopted for its area and year (DOR-16)."""
    described = plan.described
    if described is None or not described.made_from:
        return []
    there = {part.key for part in adopted_parts(plan.area, described, plan.first_year or plan.since.year)}
    return [plan.approach.plan(key) for key in described.made_from if key not in there]


@dataclass(frozen=True)
class Met:
    """Two measures of different plans that meet."""

    kind: Friction
    one: Measure
    other: Measure


def met_in(measures: Sequence[Measure]) -> list[Met]:
    """Where measures of several plans overlap or work against each other (DOR-17)."""
    by_id = {measure.pk: measure for measure in measures}
    planned = [
        Planned(
            measure=measure.pk,
            plan=measure.plan_id or 0,
            sentence=measure.thing.sentence,
            place=measure.thing.neighbourhood_id,
            ready_on=measure.expected_on,
        )
        for measure in measures
    ]
    return [Met(each.kind, by_id[each.one], by_id[each.other]) for each in meetings(planned, alike)]


def chain_of(plan: Plan) -> list[Plan]:
    """The plans above a plan, the highest first, and itself at the end (UTR97-15)."""
    chain = [plan]
    while chain[0].parent_id is not None and len(chain) < 6:
        chain.insert(0, Plan.objects.select_related("thing", "area").get(pk=chain[0].parent_id))
    return chain


def parents_for(area: Area, described: Described) -> list[Plan]:
    """The adopted plans of an area under which one of this kind can stand."""
    if not described.parent:
        return []
    adopted = Plan.objects.filter(area=area, key=described.parent, status=PlanStatus.ADOPTED)
    return list(adopted.select_related("thing").order_by("-first_year", "pk"))


def years_on(plan: Plan, day: date) -> int:
    """For how many years a plan holds, by what was decided up to that day."""
    change = HorizonChange.objects.filter(plan=plan, holds_from__lte=day).last()
    if change is not None:
        return change.years
    return years_of(plan.described)
