"""What we do in an area: its measures by state, each with its thread in small and how many asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils import formats
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from wijkwerk.answers.queries import number_of_askers
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import former_approaches
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.wording import theme_label
from wijkwerk.plans.models import Funding, Measure, Work
from wijkwerk.plans.queries import SHOWN, measures_of
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.thread.actions import shortened
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import beads_of
from wijkwerk.thread.wording import bead_rows

PAGE = 12
MOST_WHY = 160
# Themes to choose from are those of the last years.
MOST_FOR_THEMES = 200
# The order in which a reader meets them: what goes on now first.
STATES: dict[MeasureStatus, Text] = {
    MeasureStatus.UNDER_WAY: gettext_lazy("Mee bezig"),
    MeasureStatus.ADOPTED: gettext_lazy("Komt nog"),
    MeasureStatus.DONE: gettext_lazy("Klaar"),
    MeasureStatus.STOPPED: gettext_lazy("Gestopt"),
}


@dataclass(frozen=True)
class Asked:
    """What the reader wants to see: one buurt, one theme, one state; `after` goes on where a page ended."""

    neighbourhood: Area | None = None
    theme: str = ""
    state: str = ""
    after: tuple[int, int] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.neighbourhood or self.theme or self.state)

    @property
    def start(self) -> str:
        """Back to the first page of these choices."""
        return f"{self.address()}#wat-we-doen"

    def address(self, after: tuple[int, int] | None = None) -> str:
        """The query of a link that keeps these choices."""
        code = self.neighbourhood.code if self.neighbourhood else ""
        chosen = {"buurt": code, "thema": self.theme, "stand": self.state}
        if after:
            chosen["na"] = f"{after[0]}-{after[1]}"
        return "?" + urlencode({name: value for name, value in chosen.items() if value})


@dataclass(frozen=True)
class MeasureRow:
    """One measure as `ui/row.html` shows it."""

    title: str
    url: str
    note: str
    state: str
    beads: list[dict[str, Any]]
    badge_label: str = ""
    badge_kind: str = ""


@dataclass(frozen=True)
class Group:
    """The measures of one state."""

    label: Text
    rows: list[MeasureRow] = field(default_factory=list)


@dataclass(frozen=True)
class MeasureList:
    """One page of measures, in groups; `next_url` where there are more."""

    groups: list[Group]
    themes: list[tuple[str, str]]
    next_url: str = ""

    @property
    def states(self) -> list[tuple[str, Text]]:
        """What can be chosen."""
        return [(state.value, label) for state, label in STATES.items()]


def measure_list(area: Area, approach: Approach, asked: Asked) -> MeasureList:
    """A page of the measures of an area; in a fixed number of queries."""
    found = _found(area, asked)
    shown = found[:PAGE]
    things = [measure.thing for measure in shown]
    beads, askers = beads_of(things), number_of_askers([thing.pk for thing in things])
    groups: list[Group] = []
    last: str = ""
    for measure in shown:
        if measure.status != last:
            groups.append(Group(STATES[MeasureStatus(measure.status)]))
            last = measure.status
        groups[-1].rows.append(_row(measure, beads[measure.pk], askers[measure.pk]))
    more = len(found) > PAGE
    after = (_place(shown[-1]), shown[-1].pk) if more else None
    return MeasureList(
        groups, _themes(area, approach), f"{asked.address(after)}#wat-we-doen" if after else ""
    )


def _themes(area: Area, approach: Approach) -> list[tuple[str, str]]:
    newest = Thing.objects.filter(area=area, kind="measure").order_by("-pk")[:MOST_FOR_THEMES]
    used = Measure.objects.filter(thing__in=newest, status__in=SHOWN).exclude(theme="").order_by()
    keys = used.values_list("theme", flat=True).distinct()
    words = {key: theme_label(approach, key) for key in keys}
    if any(key == label for key, label in words.items()):
        for former in former_approaches(area):
            words |= {key: theme_label(former, key) for key, label in words.items() if key == label}
    return sorted(words.items(), key=lambda each: each[1])


def _found(area: Area, asked: Asked) -> list[Measure]:
    """A page and one more: state by state, each walked from its newest measure on and never whole."""
    ids: list[int] = []
    begin, before = asked.after or (0, None)
    for place, state in enumerate(STATES):
        if place < begin or asked.state not in {"", state}:
            continue
        rows = Measure.objects.filter(status=state, thing__area=area, thing__public=True)
        if asked.neighbourhood:
            rows = rows.filter(thing__neighbourhood=asked.neighbourhood)
        if asked.theme:
            rows = rows.filter(theme=asked.theme)
        if before is not None and place == begin:
            rows = rows.filter(thing_id__lt=before)
        ids += rows.order_by("-thing_id").values_list("thing_id", flat=True)[: PAGE + 1]
    measures = {measure.pk: measure for measure in measures_of(area).filter(pk__in=ids[: PAGE + 1])}
    return [measures[pk] for pk in ids[: PAGE + 1]]


def _place(measure: Measure) -> int:
    return list(STATES).index(MeasureStatus(measure.status))


def _row(measure: Measure, beads: Sequence[BeadView], askers: int) -> MeasureRow:
    works: list[Work] = list(measure.works.all())
    work = works[0] if works else None
    days = work.days_late(clock.today()) if work and not work.done_on else 0
    kind, label = "", ""
    if measure.status == MeasureStatus.STOPPED:
        kind, label = "stopped", pgettext("maatregel", "gestopt")
    elif days and measure.status == MeasureStatus.UNDER_WAY:
        kind, label = "late", late_for(days)
    paid = next(view for view in beads if view.bead is Bead.PAID)
    return MeasureRow(
        title=measure.thing.sentence,
        url=measure.thing.get_absolute_url(),
        note=_note(measure, askers),
        state=_state(measure, work, paid),
        beads=bead_rows(beads),
        badge_kind=kind,
        badge_label=label,
    )


def late_for(days: int) -> str:
    """How late, in days or in weeks."""
    if days < 14:
        return ngettext("%(count)s dag te laat", "%(count)s dagen te laat", days) % {"count": days}
    return _("%(count)s weken te laat") % {"count": days // 7}


def _note(measure: Measure, askers: int) -> str:
    parts = []
    if askers:
        parts.append(
            ngettext("Vraag van %(count)s bewoner", "Vraag van %(count)s bewoners", askers)
            % {"count": askers}
        )
    if measure.residents_do:
        parts.append(Truncator(measure.residents_do.rstrip(".")).words(12))
    if measure.funding == Funding.REGULAR:
        service = measure.funding_service
        parts.append(
            _("uit de gewone begroting van %(service)s") % {"service": service}
            if service
            else _("uit de gewone begroting")
        )
    elif measure.funding == Funding.PARTNER:
        parts.append(_("betaald door een partner"))
    return " · ".join(parts)


def _state(measure: Measure, work: Work | None, paid: BeadView) -> str:
    if measure.status == MeasureStatus.STOPPED:
        return _("De reden staat in de draad")
    if measure.status == MeasureStatus.DONE:
        return _("Klaar op %(day)s") % {"day": _day(work.done_on)} if work and work.done_on else _("Klaar")
    if work is not None:
        why = shortened(work.late_reason, MOST_WHY).rstrip(".;")
        if work.days_late(clock.today()):
            should = _("Had klaar moeten zijn op %(day)s; een nieuwe dag volgt") % {"day": _day(work.due_on)}
            return f"{why}. {should}" if why else should
        if why:
            return _("%(why)s; klaar op %(day)s") % {"why": why, "day": _day(work.due_on)}
        return _("Ermee bezig, klaar op %(day)s") % {"day": _day(work.due_on)}
    money = {
        BeadState.DONE: _("Betaald"),
        BeadState.SKIPPED: _("Staat in het plan"),
    }.get(paid.state) or capfirst(str(paid.line) or _("Nog geen geld vastgelegd"))
    if measure.expected_on:
        return _("%(money)s, verwacht in %(month)s") % {"money": money, "month": _month(measure.expected_on)}
    return money


def _day(day: Any) -> str:
    return str(formats.date_format(day, "j F" if day.year == clock.today().year else "j F Y"))


def _month(day: Any) -> str:
    return str(formats.date_format(day, "F" if day.year == clock.today().year else "F Y"))
