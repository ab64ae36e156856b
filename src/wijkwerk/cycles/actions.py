"""Writes of the year: a cycle begins, a step opens, a step closes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power, StepKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.cycles.events import Verb
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.rules import StepStatus, unclosed_before
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Reason, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal

ClosingCheck = Callable[[CycleStep], Verdict]
Opening = Callable[[CycleStep, Person | None], None]
_closing_checks: dict[StepKind, list[ClosingCheck]] = {}
_openings: dict[StepKind, list[Opening]] = {}
DEFAULT_WEEKS = 13


def register_closing_check(kind: StepKind, check: ClosingCheck) -> None:
    """A capability that has something to say before a step of this kind closes."""
    _closing_checks.setdefault(kind, []).append(check)


def register_opening(kind: StepKind, prepare: Opening) -> None:
    """What a capability makes ready when a step of this kind opens, in the same transaction."""
    _openings.setdefault(kind, []).append(prepare)


@transaction.atomic
def begin_cycle(*, area: Area, name: str, starts_on: date, by: Person | None) -> Cycle:
    """Build the steps of a new cycle from the approach in force in the area; all are planned."""
    may(by, Power.OPEN_STEP, within=area, on=clock.today()).require()
    approach = approach_for(area, starts_on)
    start = starts_on
    planned: list[tuple[date, date]] = []
    for step in approach.cycle.steps:
        end = start + timedelta(weeks=step.weeks or DEFAULT_WEEKS)
        planned.append((start, end))
        start = end
    cycle = Cycle.objects.create(
        area=area,
        approach_key=approach.key,
        name=name,
        starts_on=starts_on,
        ends_on=max(start, starts_on + timedelta(1)),
    )
    CycleStep.objects.bulk_create(
        CycleStep(
            cycle=cycle,
            key=step.key,
            kind=step.kind.value,
            ordinal=place,
            label_nl=step.label.nl,
            label_en=step.label.within("en"),
            involvement=step.involvement.value if step.involvement else "",
            planned_from=planned[place][0],
            planned_to=planned[place][1],
        )
        for place, step in enumerate(approach.cycle.steps)
    )
    return cycle


@transaction.atomic
def open_step(*, step_id: int, by: Person | None, until: date | None = None) -> CycleStep:
    """Open a step. Refused while an earlier step of this cycle is not closed (DEV-08)."""
    step = _locked(step_id)
    may(by, Power.OPEN_STEP, within=step.cycle.area, on=clock.today()).require()
    if step.status != StepStatus.PLANNED:
        raise Conflict(Reason(_("“%(step)s” is al open geweest.") % {"step": step.label}))
    steps = list(CycleStep.objects.select_for_update().filter(cycle=step.cycle).order_by("ordinal"))
    place = [each.pk for each in steps].index(step.pk)
    if step.cycle.approach.cycle.ordered is not False:
        waits_for = unclosed_before([StepStatus(each.status) for each in steps], place)
        if waits_for is not None:
            raise Conflict(
                Reason(
                    _("“%(step)s” kan pas beginnen als “%(former)s” is gesloten.")
                    % {"step": step.label, "former": steps[waits_for].label},
                    rule="cycle.ordered",
                    source=step.cycle.approach.why("cycle.steps").source or "",
                    way_out=_("Sluit eerst die stap."),
                )
            )
    step.status, step.opened_on = StepStatus.OPEN, clock.today()
    if until is not None:
        step.planned_to = until
    step.save()
    for prepare in _openings.get(StepKind(step.kind), []):
        prepare(step, by)
    journal(Verb.OPENED, by=by, detail_id=step.pk)
    return step


@transaction.atomic
def close_step(*, step_id: int, by: Person | None) -> CycleStep:
    """Close a step after every capability that checks it agrees."""
    step = _locked(step_id)
    may(by, Power.CLOSE_STEP, within=step.cycle.area, on=clock.today()).require()
    if step.status != StepStatus.OPEN:
        raise Conflict(Reason(_("“%(step)s” is niet open.") % {"step": step.label}))
    for check in _closing_checks.get(StepKind(step.kind), []):
        verdict = check(step)
        if not verdict:
            raise Conflict(verdict.reason)
    step.status, step.closed_on = StepStatus.CLOSED, clock.today()
    step.save()
    journal(Verb.CLOSED, by=by, detail_id=step.pk)
    return step


def _locked(step_id: int) -> CycleStep:
    return CycleStep.objects.select_for_update(of=("self",)).select_related("cycle__area").get(pk=step_id)
