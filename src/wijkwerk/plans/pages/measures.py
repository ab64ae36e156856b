"""Measures as a plan shows them: their thread in small, who does it, what it costs and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.answers.queries import number_of_askers
from wijkwerk.approaches import Approach
from wijkwerk.figures.models import NamedFigure
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.wording import language, theme_label
from wijkwerk.plans.models import Measure, Work
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.plans.wording import MEASURE_STATES, SHAPES
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.story import beads_of
from wijkwerk.thread.wording import bead_rows


@dataclass(frozen=True)
class MeasureCard:
    """One measure, complete."""

    measure: Measure
    number: int
    theme: str
    goal: str
    asked: str
    state: str
    beads: list[dict[str, Any]]
    badge_kind: str
    badge_label: Text
    figures: list[NamedFigure]
    work: Work | None

    @property
    def kinds(self) -> int:
        """How many kinds of party carry it out together (DEV-11)."""
        return len({executor.kind for executor in self.measure.executors.all()})


def measure_cards(measures: Sequence[Measure], approach: Approach) -> list[MeasureCard]:
    """Cards of many measures, in a fixed number of queries."""
    things = [measure.thing for measure in measures]
    beads, askers = beads_of(things), number_of_askers([thing.pk for thing in things])
    figures: dict[int, list[NamedFigure]] = {}
    for figure in NamedFigure.objects.filter(about__in=things).order_by("id"):
        figures.setdefault(figure.about_id, []).append(figure)
    return [
        _card(measure, place, approach, beads[measure.pk], askers[measure.pk], figures.get(measure.pk, []))
        for place, measure in enumerate(measures, start=1)
    ]


def _card(
    measure: Measure,
    place: int,
    approach: Approach,
    beads: Sequence[BeadView],
    askers: int,
    figures: list[NamedFigure],
) -> MeasureCard:
    work = next(iter(measure.works.all()), None)
    status = MeasureStatus(measure.status)
    kind, label = SHAPES[status], MEASURE_STATES[status]
    days = work.days_late(clock.today()) if work and status is MeasureStatus.UNDER_WAY else 0
    if days:
        kind, label = (
            "late",
            ngettext("%(count)s dag te laat", "%(count)s dagen te laat", days) % {"count": days},
        )
    return MeasureCard(
        measure=measure,
        number=place,
        theme=theme_label(approach, measure.theme),
        goal=goal_label(approach, measure.working_goal),
        asked=ngettext("gevraagd door %(count)s bewoner", "gevraagd door %(count)s bewoners", askers)
        % {"count": askers}
        if askers
        else "",
        state=_state(measure, beads, work),
        beads=bead_rows(beads),
        badge_kind=kind,
        badge_label=label,
        figures=figures,
        work=work,
    )


def _state(measure: Measure, beads: Sequence[BeadView], work: Work | None) -> str:
    """In one sentence where it is now."""
    if measure.status == MeasureStatus.STOPPED:
        return _("De reden staat in de draad")
    if measure.status == MeasureStatus.DRAFTED:
        return _("Nog niet vastgesteld")
    if work is not None and work.done_on:
        return _("Klaar op %(day)s") % {"day": day_with_year(work.done_on)}
    if work is not None:
        return _("Ermee bezig, klaar op %(day)s") % {"day": day_with_year(work.due_on)}
    paid = next(view for view in beads if view.bead is Bead.PAID)
    if paid.state in {BeadState.DONE, BeadState.SKIPPED}:
        return _("Het werk moet nog beginnen")
    if paid.line:
        return _("%(money)s, het werk moet nog beginnen") % {"money": capfirst(str(paid.line))}
    return _("Wacht op geld")


def goal_label(approach: Approach, key: str) -> str:
    """What the approach calls a working goal."""
    found = next((goal for goal in approach.working_goals if goal.key == key), None)
    return found.label.within(language()) if found else key
