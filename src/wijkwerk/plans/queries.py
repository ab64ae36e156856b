"""Reads of plans."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Prefetch, QuerySet

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.plans.models import Executor, Measure, ProgressReport, Work
from wijkwerk.plans.rules import MeasureStatus

SHOWN = (MeasureStatus.ADOPTED, MeasureStatus.UNDER_WAY, MeasureStatus.DONE, MeasureStatus.STOPPED)


def measures_of(area: Area) -> QuerySet[Measure]:
    """The adopted measures of an area with everything a list prints, those under way first, newest first."""
    return (
        Measure.objects.filter(thing__area=area, status__in=SHOWN)
        .select_related("thing__area", "thing__neighbourhood", "funding_service", "plan__cycle")
        .prefetch_related(
            Prefetch("executors", Executor.objects.select_related("organisation")),
            Prefetch("works", Work.objects.order_by("-thing_id")),
        )
        .order_by("-thing_id")
    )


def late_work(areas: Sequence[Area]) -> QuerySet[Work]:
    """Work past its date, the latest first."""
    return (
        Work.objects.filter(thing__area__in=areas, done_on__isnull=True, due_on__lt=clock.today())
        .select_related("thing__area", "measure__thing")
        .order_by("due_on")
    )


def recent_results(*, most: int = 3) -> list[Work]:
    """Work finished lately, with a photo where there is one."""
    return list(
        Work.objects.filter(done_on__isnull=False, thing__public=True)
        .select_related("thing__area", "measure__thing")
        .prefetch_related("thing__attachments")
        .order_by("-done_on", "-thing_id")[:most]
    )


def progress_of(works: Sequence[int]) -> QuerySet[ProgressReport]:
    """Progress of these works, oldest first."""
    return ProgressReport.objects.filter(work_id__in=works).select_related(
        "executor__organisation", "by", "photo"
    )


def measures_per_goal(area: Area) -> list[tuple[str, str, int]]:
    """Per working goal and state how many measures (DEV-06): (goal key, status, number)."""
    rows = (
        Measure.objects.filter(thing__area=area)
        .order_by("working_goal", "status")
        .values_list("working_goal", "status")
        .annotate(number=Count("pk"))
    )
    return [(goal, status, number) for goal, status, number in rows]


def funding_shares(area: Area) -> dict[str, int]:
    """Per funding source how many measures (DEV-19)."""
    return dict(
        Measure.objects.filter(thing__area=area, status__in=SHOWN)
        .order_by()
        .values_list("funding")
        .annotate(number=Count("pk"))
    )
