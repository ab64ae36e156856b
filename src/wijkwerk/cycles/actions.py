"""Writes of the year: a cycle begins, a step opens, a step closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Power, StepKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.cycles.events import Verb
from wijkwerk.cycles.models import Cycle, CycleStep, SelfAssessment
from wijkwerk.cycles.rules import (
    QUESTIONS,
    StepStatus,
    last_day,
    open_questions,
    planned_periods,
    unclosed_before,
)
from wijkwerk.cycles.wording import ASKED
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language, sourced
from wijkwerk.thread.actions import journal

ClosingCheck = Callable[[CycleStep], Verdict]
Opening = Callable[[CycleStep, Person | None], None]
_closing_checks: dict[StepKind, list[ClosingCheck]] = {}
_openings: dict[StepKind, list[Opening]] = {}


def register_closing_check(kind: StepKind, check: ClosingCheck) -> None:
    """A capability that has something to say before a step of this kind closes."""
    _closing_checks.setdefault(kind, []).append(check)


def register_opening(kind: StepKind, prepare: Opening) -> None:
    """What a capability makes ready when a step of this kind opens, in the same transaction."""
    _openings.setdefault(kind, []).append(prepare)


@transaction.atomic
def begin_cycle(*, area: Area, name: str, starts_on: date, by: Person | None) -> Cycle:
    """Build the steps of a new cycle from the approach in force in the area; all are planned.

    Raises Invalid for a name that is empty or taken, Conflict where the approach lets no two cycles run at once.
    """
    may(by, Power.OPEN_STEP, within=area, on=clock.today()).require()
    name = name.strip()
    if not name:
        raise Invalid(Reason(_("Geef het jaar een naam, bijvoorbeeld 2027."), field="name"))
    if Cycle.objects.filter(area=area, name=name).exists():
        raise Invalid(
            Reason(
                _("%(area)s heeft al een jaar “%(name)s”.") % {"area": area.name, "name": name}, field="name"
            )
        )
    approach = approach_for(area, starts_on)
    verdict = weighs_here(area, approach)
    if not verdict:
        raise Conflict(verdict.reason)
    if approach.cycle.overlap is False:
        running = CycleStep.objects.filter(cycle__area=area).exclude(status=StepStatus.CLOSED)
        if unfinished := running.select_related("cycle").first():
            said = _("In deze aanpak loopt één jaar tegelijk. Sluit eerst alle stappen van %(name)s.")
            raise Conflict(sourced(approach, said % {"name": unfinished.cycle.name}, "cycle.overlap"))
    steps = approach.cycle.steps
    planned = planned_periods(starts_on, [step.weeks for step in steps], approach.cycle.length_months)
    last = planned[-1][1] if planned else starts_on
    cycle = Cycle.objects.create(
        area=area,
        approach_key=approach.key,
        name=name,
        starts_on=starts_on,
        ends_on=max(last, starts_on + timedelta(1)),
    )
    CycleStep.objects.bulk_create(
        CycleStep(
            cycle=cycle,
            key=step.key,
            kind=step.kind.value,
            ordinal=place,
            label_nl=step.label.nl,
            label_en=step.label.within("en"),
            planned_from=planned[place][0],
            planned_to=planned[place][1],
        )
        for place, step in enumerate(steps)
    )
    journal(Verb.BEGUN, by=by, detail_id=cycle.pk)
    return cycle


def weighs_here(area: Area, approach: Approach) -> Verdict:
    """Whether an area of this level has a year of its own: residents weigh at one level, and projects may lie below it
    (DEV-56)."""
    level = approach.ranking_level
    if area.level == level.key:
        return YES
    return because(
        approach,
        f"levels.{level.key}.ranking",
        _("In deze aanpak wegen bewoners per %(level)s. %(area)s heeft geen eigen jaar.")
        % {"level": level.label.within(language()), "area": area.name},
        _("Een maatregel mag wel in één buurt liggen."),
    )


def may_be_opened(step: CycleStep, steps: Sequence[CycleStep]) -> Verdict:
    """Whether this step may open now, given all `steps` of its cycle in order: not twice, not out of order (DEV-08)."""
    if step.status != StepStatus.PLANNED:
        return no(_("“%(step)s” is al open geweest.") % {"step": step.label}, rule="cycle.steps")
    approach = step.cycle.approach
    if approach.cycle.ordered is False:
        return YES
    place = [each.pk for each in steps].index(step.pk)
    waits_for = unclosed_before([StepStatus(each.status) for each in steps], place)
    if waits_for is None:
        return YES
    return because(
        approach,
        "cycle.ordered",
        _("“%(step)s” kan pas beginnen als “%(former)s” is gesloten.")
        % {"step": step.label, "former": steps[waits_for].label},
        _("Sluit eerst die stap."),
    )


def may_be_closed(step: CycleStep) -> Verdict:
    """Whether this step may close now: it is open, and every capability that checks it agrees."""
    if step.status != StepStatus.OPEN:
        return no(_("“%(step)s” is niet open.") % {"step": step.label}, rule="cycle.steps")
    verdicts = (check(step) for check in _closing_checks.get(StepKind(step.kind), []))
    return next((verdict for verdict in verdicts if not verdict), YES)


@transaction.atomic
def open_step(*, step_id: int, by: Person | None, until: date | None = None) -> CycleStep:
    """Open a step, `until` its last day. Refused while an earlier step of this cycle is not closed (DEV-08)."""
    step = _locked(step_id)
    may(by, Power.OPEN_STEP, within=step.cycle.area, on=clock.today()).require()
    steps = list(CycleStep.objects.select_for_update().filter(cycle=step.cycle).order_by("ordinal"))
    verdict = may_be_opened(step, steps)
    if not verdict:
        raise Conflict(verdict.reason)
    if until is not None and until < clock.today():
        raise Invalid(Reason(_("De laatste dag van de stap ligt in de toekomst."), field="until"))
    step.status, step.opened_on = StepStatus.OPEN, clock.today()
    step.planned_to = until or last_day_of(step)
    step.save()
    for prepare in _openings.get(StepKind(step.kind), []):
        prepare(step, by)
    journal(Verb.OPENED, by=by, detail_id=step.pk)
    return step


def last_day_of(step: CycleStep) -> date:
    """The last day of this step if it opens today, by the term that holds here."""
    return last_day(clock.today(), step.described.weeks if step.described else None, step.planned_to)


@transaction.atomic
def close_step(*, step_id: int, by: Person | None) -> CycleStep:
    """Close a step after every capability that checks it agrees."""
    step = _locked(step_id)
    may(by, Power.CLOSE_STEP, within=step.cycle.area, on=clock.today()).require()
    verdict = may_be_closed(step)
    if not verdict:
        raise Conflict(verdict.reason)
    step.status, step.closed_on = StepStatus.CLOSED, clock.today()
    step.save()
    journal(Verb.CLOSED, by=by, detail_id=step.pk)
    return step


@transaction.atomic
def assess(
    *,
    cycle_id: int,
    what: str,
    why: str,
    how_well: str,
    by: Person | None,
    goals: Mapping[str, str] | None = None,
) -> SelfAssessment:
    """Answer the three questions about a cycle, all or some of them; until it is closed they can be written anew.

    `goals` says per goal of its approach what came of it.
    """
    cycle = _locked_cycle(cycle_id)
    may(by, Power.CLOSE_STEP, within=cycle.area, on=clock.today()).require()
    _not_closed(cycle)
    answers = {"what": what, "why": why, "how_well": how_well}
    lines = {key: said.strip()[:500] for key, said in (goals or {}).items()}
    if not lines.keys() <= {goal.key for goal in cycle.approach.working_goals}:
        raise Invalid(Reason(_("Dit doel staat niet in de aanpak."), field="goals"))
    assessment, _made = SelfAssessment.objects.update_or_create(
        cycle=cycle,
        defaults={
            **{name: answer.strip()[:2000] for name, answer in answers.items()},
            "goals": lines,
            "by": by,
            "written_on": clock.today(),
        },
    )
    journal(Verb.ASSESSED, by=by, detail_id=cycle.pk)
    return assessment


@transaction.atomic
def close_cycle(*, cycle_id: int, by: Person | None) -> Cycle:
    """End a cycle: every step is closed, and its self-assessment answers all three questions (GEN-02)."""
    cycle = _locked_cycle(cycle_id)
    may(by, Power.CLOSE_STEP, within=cycle.area, on=clock.today()).require()
    verdict = cycle_may_close(cycle)
    if not verdict:
        raise Conflict(verdict.reason)
    cycle.closed_on = clock.today()
    cycle.save(update_fields=["closed_on"])
    journal(Verb.ENDED, by=by, detail_id=cycle.pk)
    return cycle


def cycle_may_close(cycle: Cycle) -> Verdict:
    """Whether nothing of a cycle is open: not a step, and not a question about itself."""
    if cycle.closed_on is not None:
        return no(_("Het jaar %(name)s is al afgesloten.") % {"name": cycle}, rule="cycle.afgesloten")
    unfinished = [step for step in cycle.steps.all() if step.status != StepStatus.CLOSED]
    if unfinished:
        return no(
            _("“%(step)s” is nog niet gesloten.") % {"step": unfinished[0].label},
            rule="cycle.steps",
            way_out=_("Sluit eerst die stap."),
        )
    assessment = getattr(cycle, "self_assessment", None)
    waiting = open_questions(
        {each: getattr(assessment, each) for each in QUESTIONS} if assessment is not None else {}
    )
    if waiting:
        return no(
            _("De terugblik is nog niet af. Open staat: %(questions)s")
            % {"questions": " ".join(str(ASKED[each]) for each in waiting)},
            rule="cycle.terugblik",
            source="003_bd3cdaf8b9febc00.txt §1",
            way_out=_("Beantwoord eerst die vragen."),
        )
    return YES


def _not_closed(cycle: Cycle) -> None:
    if cycle.closed_on is not None:
        raise Conflict(
            Reason(_("Het jaar %(name)s is al afgesloten.") % {"name": cycle}, rule="cycle.afgesloten")
        )


def _locked_cycle(cycle_id: int) -> Cycle:
    return Cycle.objects.select_for_update(of=("self",)).select_related("area").get(pk=cycle_id)


def _locked(step_id: int) -> CycleStep:
    return CycleStep.objects.select_for_update(of=("self",)).select_related("cycle__area").get(pk=step_id)
