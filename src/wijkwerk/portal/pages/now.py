"""What is going on in an area: the open step of its year in a few words, until when, and the one thing to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkwerk.approaches import StepKind
from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.queries import open_steps
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Text
from wijkwerk.participation.models import Longlist, PanelRound, Ranking
from wijkwerk.participation.rules import RankingStatus
from wijkwerk.plans.models import Measure
from wijkwerk.plans.queries import SHOWN
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.links import link

SENTENCES: dict[StepKind, Text] = {
    StepKind.PANEL: gettext_lazy("bewoners vertellen wat er speelt"),
    StepKind.PRIORITISATION: gettext_lazy("bewoners zetten wensen op volgorde"),
    StepKind.EXECUTION: gettext_lazy("we voeren de maatregelen uit"),
}


@dataclass(frozen=True)
class Now:
    """One open step, for people."""

    step: CycleStep
    sentence: Text
    until: date
    numbers: str = ""
    label: Text = ""
    url: str = ""

    @property
    def days_left(self) -> int:
        """Days to go, the last day included; less than one when the step runs over."""
        return (self.until - clock.today()).days + 1


def now_in(areas: Sequence[Area]) -> Mapping[int, list[Now]]:
    """Per area what is going on, the newest year first; in a fixed number of queries."""
    found = open_steps(areas)
    steps = [step for each in found.values() for step in each]
    codes = {area.pk: area.code for area in areas}
    counted = _Counted(steps)
    return {pk: [_now(step, codes[pk], counted) for step in each] for pk, each in found.items()}


class _Counted:
    """How many took part in each of these steps; three queries."""

    def __init__(self, steps: Iterable[CycleStep]) -> None:
        ids = [step.pk for step in steps]
        cycles = {step.cycle_id for step in steps}
        rounds = PanelRound.objects.filter(step__in=ids).annotate(heard=Count("contributions"))
        self.rounds = {one.step_id: one for one in rounds}
        lists = Longlist.objects.filter(step__in=ids).select_related("ranking")
        taking_part = Count("ranking__roll", filter=Q(ranking__roll__used=True))
        self.lists = {one.step_id: one for one in lists.annotate(forms=taking_part)}
        self.measures: dict[int, dict[str, int]] = {}
        shown = Measure.objects.filter(plan__cycle__in=cycles, status__in=SHOWN).order_by()
        for cycle, status, number in shown.values_list("plan__cycle", "status").annotate(number=Count("pk")):
            self.measures.setdefault(cycle, {})[status] = number


def _now(step: CycleStep, code: str, counted: _Counted) -> Now:
    kind = StepKind(step.kind)
    sentence = SENTENCES.get(kind, step.label)
    if kind is StepKind.PANEL:
        return _panel(step, sentence, counted.rounds.get(step.pk))
    if kind is StepKind.PRIORITISATION:
        return _choosing(step, sentence, counted.lists.get(step.pk))
    if kind is StepKind.EXECUTION:
        return _doing(step, sentence, code, counted.measures.get(step.cycle_id, {}))
    return Now(step, sentence, step.planned_to, label=_("Bekijk het jaar"), url=link("cycles:area", code))


def _panel(step: CycleStep, sentence: Text, panel: PanelRound | None) -> Now:
    heard: int = panel.heard if panel else 0  # type: ignore[attr-defined]
    numbers = ""
    if heard:
        numbers = ngettext(
            "Er is al %(count)s ding verteld.", "Er zijn al %(count)s dingen verteld.", heard
        ) % {"count": heard}
    url = link("participation:panel", panel.pk) if panel else link("signals:report")
    return Now(step, sentence, step.planned_to, numbers, _("Doe mee"), url)


def _choosing(step: CycleStep, sentence: Text, found: Longlist | None) -> Now:
    ranking: Ranking | None = getattr(found, "ranking", None)
    if found is None or ranking is None:
        url = link("participation:longlist", found.pk) if found else ""
        waiting = _("wensen komen op één lijst")
        return Now(step, waiting, step.planned_to, "", _("Bekijk de wensen"), url)
    forms: int = found.forms  # type: ignore[attr-defined]
    numbers = ""
    if forms:
        numbers = ngettext("%(count)s bewoner deed al mee.", "%(count)s bewoners deden al mee.", forms) % {
            "count": forms
        }
    if ranking.status != RankingStatus.OPEN:
        url = link("participation:result", ranking.pk)
        chosen = _("bewoners hebben gekozen")
        return Now(step, chosen, step.planned_to, numbers, _("Bekijk de uitslag"), url)
    url = link("participation:ranking", ranking.pk)
    return Now(step, sentence, ranking.closes_on, numbers, _("Zet op volgorde"), url)


def _doing(step: CycleStep, sentence: Text, code: str, measures: Mapping[str, int]) -> Now:
    total, done = sum(measures.values()), measures.get(MeasureStatus.DONE, 0)
    numbers = ""
    if total:
        numbers = ngettext(
            "%(done)s van de %(count)s maatregel is klaar.",
            "%(done)s van de %(count)s maatregelen zijn klaar.",
            total,
        ) % {"done": done, "count": total}
    url = f"{link('portal:area', code)}#wat-we-doen"
    return Now(step, sentence, step.planned_to, numbers, _("Bekijk wat we doen"), url)
