"""Reads of the year."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.db.models import Count, Prefetch

from wijkwerk.approaches import StepKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import kept
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.rules import StepStatus


def open_steps(areas: Sequence[Area]) -> dict[int, list[CycleStep]]:
    """Per area its open steps, newest cycle first; one query."""
    found: dict[int, list[CycleStep]] = {area.pk: [] for area in areas}
    steps = (
        CycleStep.objects.filter(cycle__area__in=areas, status=StepStatus.OPEN)
        .select_related("cycle")
        .order_by("-cycle__starts_on", "ordinal")
    )
    for step in steps:
        found[step.cycle.area_id].append(step)
    return found


def open_step(area: Area, kind: StepKind) -> CycleStep | None:
    """The open step of one kind in an area, of the newest cycle."""
    return (
        CycleStep.objects.filter(cycle__area=area, status=StepStatus.OPEN, kind=kind)
        .select_related("cycle__area")
        .order_by("-cycle__starts_on")
        .first()
    )


def current_cycle(area: Area) -> Cycle | None:
    """The newest cycle of an area."""
    return Cycle.objects.filter(area=area).prefetch_related("steps").first()


def steps_due(areas: Collection[int], day: date) -> dict[int, int]:
    """Per area how many steps are open, late or to begin within a year from a day; one query."""
    steps = CycleStep.objects.filter(
        cycle__area__in=areas, cycle__closed_on=None, planned_from__lte=day + timedelta(days=365)
    ).exclude(status=StepStatus.CLOSED)
    return dict(steps.order_by().values_list("cycle__area").annotate(number=Count("pk")))


def cycles_of(area: Area) -> tuple[list[Cycle], list[Cycle]]:
    """The cycles of an area that still have something to do, and those that are finished; newest first.

    Two queries, and one per approach they were begun under.
    """
    every = list(
        Cycle.objects.filter(area=area)
        .select_related("self_assessment", "area")
        .prefetch_related(Prefetch("steps", CycleStep.objects.order_by("ordinal")))
    )
    held = {key: kept(area.pk, key) for key in {cycle.approach_key for cycle in every}}
    for cycle in every:
        cycle.kept = held[cycle.approach_key]
    running = [
        cycle for cycle in every if any(step.status != StepStatus.CLOSED for step in cycle.steps.all())
    ]
    return running, [cycle for cycle in every if cycle not in running]
