"""What an approach is for and how it goes: its year, the six questions, principles, goals, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.dimensions import SIX_QUESTIONS
from wijkwerk.approaches.schema import Evaluation
from wijkwerk.approaches.schema import Statement as Said
from wijkwerk.approaches.schema.effects import Voice
from wijkwerk.approaches.trail import NOT_DESCRIBED
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import size_warnings
from wijkwerk.cycles.wording import Say, say_of
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.wording import language
from wijkwerk.plans.models import Measure
from wijkwerk.plans.queries import SHOWN
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.pages.choices import Choice
from wijkwerk.portal.pages.reasons import why


@dataclass(frozen=True)
class StepWords:
    """One step of the year: what happens, and how far residents go."""

    label: str
    task: str
    say: Say | None
    reason: Reason


@dataclass(frozen=True)
class GoalCount:
    """A working goal with how many measures serve it, and how many of those are done (DEV-06)."""

    label: str
    measures: int
    done: int


def the_year(approach: Approach) -> list[StepWords]:
    """The steps with the level of say of each, known before it starts."""
    return [
        StepWords(
            step.label.within(language()),
            step.task.within(language()) if step.task else "",
            say_of(step.involvement),
            why(approach, f"cycle.steps.{step.key}.involvement"),
        )
        for step in approach.cycle.steps
    ]


def six_questions(approach: Approach) -> list[Choice]:
    """The six questions by which every municipality is described (GEN-01)."""
    answers = {key: getattr(approach, key).answer for key in SIX_QUESTIONS}
    return [
        Choice(
            label.within(language()).capitalize(),
            answers[key].within(language()) if answers[key] else "",
            why(approach, f"{key}.answer"),
        )
        for key, label in SIX_QUESTIONS.items()
    ]


def principles(approach: Approach) -> list[tuple[str, Reason]]:
    """What it stands on: more lasting than any chart of the organisation (GEN-04)."""
    return [
        (one.label.within(language()), why(approach, f"principles.{one.key}")) for one in approach.principles
    ]


def goals(approach: Approach) -> list[GoalCount]:
    """The working goals, each with its measures in all areas; one query."""
    shown = Measure.objects.filter(status__in=SHOWN, thing__public=True).order_by()
    done = Count("pk", filter=Q(status=MeasureStatus.DONE))
    rows = shown.values_list("working_goal").annotate(number=Count("pk"), done=done)
    counted = {key: (number, ready) for key, number, ready in rows}
    return [
        GoalCount(goal.label.within(language()), *counted.get(goal.key, (0, 0)))
        for goal in approach.working_goals
    ]


@dataclass(frozen=True)
class Results:
    """What is said of the effect, with what to be careful about: an example from the source, never a norm."""

    statements: list[tuple[str, str]]
    evaluations: list[tuple[str, list[str]]]
    cautions: list[str]
    reason: Reason


def results(approach: Approach) -> Results:
    """The published percentages and judgements."""
    return Results(
        [_percent(said) for said in approach.effect.statements if said.agree_percent is not None],
        _by_voice(approach.effect.evaluations),
        [one.label.within(language()) for one in approach.effect.cautions],
        why(approach, "effect.statements"),
    )


def _percent(said: Said) -> tuple[str, str]:
    return said.label.within(language()), in_words(said.agree_percent, language())


def _by_voice(evaluations: Sequence[Evaluation]) -> list[tuple[str, list[str]]]:
    """What the municipality says of itself stands apart from what others found (UTR18-23)."""
    labels: dict[Voice | None, str] = {
        Voice.OUTSIDE: _("Wat anderen vonden"),
        Voice.RESIDENTS: _("Wat bewoners vonden"),
        Voice.OWN: _("Wat de gemeente zelf vindt"),
        None: _("Wat ervan gezegd is"),
    }
    told = (
        (label, [_judged(one) for one in evaluations if one.voice is voice])
        for voice, label in labels.items()
    )
    return [(label, words) for label, words in told if words]


def _judged(one: Evaluation) -> str:
    return f"{one.label.within(language())} ({one.year})" if one.year else one.label.within(language())


def sizes(areas: list[Area], approach: Approach) -> list[tuple[Area, Reason]]:
    """Which areas have another size than advised; shown on purpose."""
    warnings = size_warnings(areas, approach)
    return [(area, warnings[area.pk]) for area in areas if area.pk in warnings]


def not_described() -> str:
    """The words for what the source leaves open."""
    return NOT_DESCRIBED.within(language())
