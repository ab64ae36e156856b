"""The year of an area as its page shows it: every running cycle with its steps, and what the reader may do."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkwerk.approaches import Approach, Power
from wijkwerk.cycles.actions import cycle_may_close, may_be_closed, may_be_opened
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.cycles.wording import ASKED, Say, say_of
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.reasons import Reason, Text, Verdict
from wijkwerk.people.wording import language, listing, sourced, who_may

BADGES = {
    StepStatus.PLANNED: ("future", gettext_lazy("nog niet begonnen")),
    StepStatus.OPEN: ("now", gettext_lazy("nu bezig")),
    StepStatus.CLOSED: ("done", gettext_lazy("klaar")),
}


@dataclass(frozen=True)
class StepRow:
    """One step as a row: how it stands, what residents have to say in it, what the reader may do."""

    step: CycleStep
    task: str
    say: Say | None
    why: Reason
    badge_kind: str
    badge_label: Text
    ways: list[NextStep]

    @property
    def first_day(self) -> object:
        """When it began, else when it is planned to begin."""
        return self.step.opened_on or self.step.planned_from

    @property
    def last_day(self) -> object:
        """When it ended, else its planned last day."""
        return self.step.closed_on or self.step.planned_to


@dataclass(frozen=True)
class CyclePage:
    """One cycle: its approach, its steps, who may open and close them and why."""

    cycle: Cycle
    approach: str
    rows: list[StepRow]
    who: Reason
    answers: list[tuple[Text, str]]
    goals: list[tuple[str, str]]
    ways: list[NextStep]

    @property
    def now(self) -> StepRow | None:
        """The step that is open."""
        return next((row for row in self.rows if row.step.status == StepStatus.OPEN), None)


def cycle_page(cycle: Cycle, *, open_verdict: Verdict | None, close_verdict: Verdict | None) -> CyclePage:
    """A cycle for one reader; the verdicts are what the reader may here, None for who is not signed in."""
    approach = cycle.approach
    steps = list(cycle.steps.all())
    return CyclePage(
        cycle=cycle,
        approach=approach.title.within(language()),
        rows=[_row(step, steps, open_verdict, close_verdict) for step in steps],
        who=who_opens(approach),
        answers=answers_of(cycle),
        goals=goals_of(cycle),
        ways=_ways(cycle, close_verdict),
    )


def answers_of(cycle: Cycle) -> list[tuple[Text, str]]:
    """The questions of the self-assessment that were answered, with what was said."""
    written = getattr(cycle, "self_assessment", None)
    if written is None:
        return []
    return [(asked, getattr(written, name)) for name, asked in ASKED.items() if getattr(written, name)]


def goals_of(cycle: Cycle) -> list[tuple[str, str]]:
    """One line per goal of its approach once a cycle was looked back on, also where nothing was said of it (TIL-03)."""
    written = getattr(cycle, "self_assessment", None)
    if written is None:
        return []
    return [
        (goal.label.within(language()), written.goals.get(goal.key, ""))
        for goal in cycle.approach.working_goals
    ]


def _ways(cycle: Cycle, close_verdict: Verdict | None) -> list[NextStep]:
    """Looking back on a cycle and closing it, for who may close its steps."""
    if close_verdict is None or cycle.closed_on is not None:
        return []
    return [
        NextStep(
            _("Schrijf de terugblik"), reverse("cycles:assess", args=[cycle.pk]), close_verdict, str(cycle)
        ),
        NextStep(
            _("Sluit het jaar af"),
            reverse("cycles:end", args=[cycle.pk]),
            first_no(close_verdict, cycle_may_close(cycle)),
            str(cycle),
            lesser=True,
        ),
    ]


def who_opens(approach: Approach) -> Reason:
    """Who may open and close a step: process, so never a choice of content (DEV-57)."""
    openers, closers = who_may(approach, Power.OPEN_STEP), who_may(approach, Power.CLOSE_STEP)
    sentence = _(
        "Een stap openen mag: %(openers)s. Sluiten mag: %(closers)s. Wie dat doet, kiest niet wat er gebeurt."
    )
    first = next(iter(approach.roles_with(Power.OPEN_STEP)), None)
    path = f"roles.{first.key}.powers.{Power.OPEN_STEP}" if first else ""
    return sourced(
        approach,
        sentence % {"openers": listing(openers), "closers": listing(closers)},
        path,
        listing(openers),
    )


def _row(
    step: CycleStep,
    steps: list[CycleStep],
    open_verdict: Verdict | None,
    close_verdict: Verdict | None,
) -> StepRow:
    kind, label = BADGES[StepStatus(step.status)]
    if step.status == StepStatus.OPEN and step.planned_to < clock.today():
        kind, label = "late", gettext_lazy("loopt uit")
    described, say = step.described, say_of(step.involvement)
    ways = []
    if open_verdict is not None and step.status == StepStatus.PLANNED:
        verdict = first_no(open_verdict, may_be_opened(step, steps))
        ways.append(
            NextStep(_("Open deze stap"), reverse("cycles:open", args=[step.pk]), verdict, step.label)
        )
    if close_verdict is not None and step.status == StepStatus.OPEN:
        verdict = close_verdict and may_be_closed(step)
        ways.append(
            NextStep(_("Sluit deze stap"), reverse("cycles:close", args=[step.pk]), verdict, step.label)
        )
    return StepRow(
        step=step,
        task=described.task.within(language()) if described and described.task else "",
        say=say,
        why=sourced(
            step.approach,
            "",
            f"cycle.steps.{step.key}.involvement" if described else "",
            str(say.name) if say else "",
        ),
        badge_kind=kind,
        badge_label=label,
        ways=ways,
    )
