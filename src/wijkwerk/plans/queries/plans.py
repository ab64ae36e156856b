"""Plans, their measures and work."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery

from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation import clock
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.plans.models import ConsultationRound, Executor, Included, Measure, Plan, ProgressReport, Work
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.thread.models import Link, Role

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


def open_rounds(areas: Sequence[Area]) -> QuerySet[ConsultationRound]:
    """Rounds in which people can still react to the draft of a plan, soonest ending first."""
    running = ConsultationRound.objects.filter(closed_on__isnull=True, open_until__gte=clock.today())
    return (
        running.filter(plan__area__in=areas, plan__thing__public=True)
        .select_related("plan__thing", "plan__area")
        .order_by("open_until", "pk")
    )


def rounds_to_work_on(areas: Sequence[Area]) -> QuerySet[ConsultationRound]:
    """Those with reactions without an answer (`waiting`, the longest since `oldest`), or over and not closed."""
    unanswered = Q(reactions__answered_on__isnull=True, reactions__isnull=False)
    return (
        ConsultationRound.objects.filter(plan__area__in=areas, closed_on__isnull=True)
        .annotate(
            waiting=Count("reactions", filter=unanswered),
            oldest=Min("reactions__thing__born_on", filter=unanswered),
        )
        .filter(Q(waiting__gt=0) | Q(open_until__lt=clock.today()))
        .select_related("plan__thing", "plan__area", "plan__cycle__area", "plan__service")
        .order_by("open_until", "pk")
    )


def measures_in(plan: Plan) -> QuerySet[Measure]:
    """The measures of a plan with everything its page prints, in the order residents gave them."""
    return (
        Measure.objects.filter(Q(plan=plan) | Q(pk__in=Included.objects.filter(plan=plan).values("measure")))
        .select_related("thing__area", "thing__neighbourhood", "funding_service")
        .prefetch_related(
            Prefetch("executors", Executor.objects.select_related("organisation").order_by("id")),
            Prefetch("works", Work.objects.order_by("-thing_id")),
        )
        .order_by(F("place").asc(nulls_last=True), "thing_id")
    )


def plans_of(area: Area) -> QuerySet[Plan]:
    """The plans of an area, the newest first."""
    return Plan.objects.filter(area=area).select_related("thing", "cycle", "area").order_by("-thing_id")


def cycles_without_plan(area: Area) -> QuerySet[Cycle]:
    """The cycles of an area for which no plan was opened."""
    return Cycle.objects.filter(area=area, plan__isnull=True).order_by("-starts_on")


def wishes_to_work_out(plan: Plan) -> list[Wish]:
    """The wishes residents ranked in this cycle, in their order, each with how many measures it already became."""
    became = Link.objects.filter(cause=OuterRef("thing_id"), role=Role.WORKED_OUT_AS).order_by()
    count = became.values("cause").annotate(number=Count("pk")).values("number")
    return list(
        Wish.objects.filter(longlist__step__cycle=plan.cycle, status=WishStatus.RANKED)
        .select_related("thing", "need")
        .annotate(measures=Subquery(count))
        .order_by("place", "thing_id")
    )


def going_on() -> QuerySet[Work]:
    """Work that has begun and is neither done nor stopped."""
    return Work.objects.filter(done_on__isnull=True, measure__status=MeasureStatus.UNDER_WAY)


def late_work(areas: Sequence[Area]) -> QuerySet[Work]:
    """Work past its date, the latest first."""
    return (
        going_on()
        .filter(thing__area__in=areas, due_on__lt=clock.today())
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
