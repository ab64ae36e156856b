"""Reads of meetings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from wijkwerk.approaches.schema import MeetingSeries
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.meetings.models import ActionTeam, SeriesLeftOut, TeamQuestion
from wijkwerk.people.wording import language


def teams_in(areas: Iterable[Area]) -> QuerySet[ActionTeam]:
    """The teams at work in these areas, each with how many questions are open."""
    open_now = Count("questions", filter=Q(questions__closed_on__isnull=True))
    rows = ActionTeam.objects.filter(area__in=areas, ended_on__isnull=True).select_related("area")
    return rows.annotate(open_questions=open_now).prefetch_related("questions", "members__person")


def to_be_ended(areas: Iterable[Area]) -> QuerySet[ActionTeam]:
    """Teams that have no open question left, and are proposed for ending (ROT-17)."""
    still_open = TeamQuestion.objects.filter(team=OuterRef("pk"), closed_on__isnull=True)
    return teams_in(areas).exclude(Exists(still_open))


@dataclass(frozen=True)
class SeriesHere:
    """A meeting of the approach in one area: held, or left out with the reason."""

    series: MeetingSeries
    left_out: SeriesLeftOut | None

    @property
    def label(self) -> str:
        """What the approach calls it."""
        return self.series.label.within(language())

    @property
    def held(self) -> bool:
        """Whether the area takes part in it."""
        return self.left_out is None


def series_of(area: Area, on: date | None = None) -> list[SeriesHere]:
    """The meetings of the approach for an area of this level, with those it does without."""
    day = on or clock.today()
    out = {each.series: each for each in SeriesLeftOut.objects.on(day).filter(area=area)}
    return [
        SeriesHere(series, out.get(series.key))
        for series in approach_for(area, day).meetings
        if series.level in (None, area.level)
    ]
