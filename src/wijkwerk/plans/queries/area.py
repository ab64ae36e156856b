"""What can be counted of an area: quick against planned, goals nobody adopted, work outside a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema.purpose import Goal
from wijkwerk.areas.models import Area
from wijkwerk.people.models import OrganisationKind
from wijkwerk.plans.models import AdoptedGoal, Executor, Included, Measure, Plan, Work
from wijkwerk.plans.queries.plans import SHOWN
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.plans.rules.owning import offices
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import Route
from wijkwerk.thread.models import Link, Role


@dataclass(frozen=True)
class Counted:
    """What was solved at once and what stands in plans, of one area and year (DOR-18)."""

    quick: int
    quick_done: int
    days: float | None
    planned: int
    planned_done: int


def counted(area: Area, year: int) -> Counted:
    """Both numbers, and how many days the quick ones took, by the middle one of them."""
    signals = Signal.objects.filter(thing__area=area, route=Route.QUICK, reported_at__year=year)
    rows = list(signals.values_list("reported_at", "handled_on"))
    took = [(done - at.date()).days for at, done in rows if done is not None]
    of_year = Q(plan__first_year__lte=year, plan__last_year__gte=year) | Q(plan__cycle__starts_on__year=year)
    statuses = list(Measure.objects.filter(of_year, thing__area=area).values_list("status", flat=True))
    return Counted(
        quick=len(rows),
        quick_done=len(took),
        days=float(median(took)) if took else None,
        planned=len(statuses),
        planned_done=statuses.count(MeasureStatus.DONE.value),
    )


def goals_without_service(area: Area, approach: Approach) -> list[Goal]:
    """The goals of an area which no service made its own: policy of nobody yet (DOR-10)."""
    adopted = set(AdoptedGoal.objects.filter(area=area).values_list("goal", flat=True))
    return [goal for goal in approach.working_goals if goal.key not in adopted]


def demand_of(measures: Sequence[Measure]) -> set[int]:
    """The measures that came from a wish, a need or a report."""
    links = Link.objects.filter(effect__in=[measure.pk for measure in measures], role=Role.WORKED_OUT_AS)
    return set(links.values_list("effect_id", flat=True))


def measures_without_demand(measures: Sequence[Measure]) -> list[Measure]:
    """Those whose motive hangs on no demand and no goal: why this one and not another? (TIL-01)"""
    asked = demand_of(measures)
    return [
        measure
        for measure in measures
        if measure.pk not in asked and not measure.working_goal and not measure.serves_objective
    ]


@dataclass(frozen=True)
class Share:
    """How much of the work stands in no programme."""

    outside: int
    every: int

    @property
    def percent(self) -> int:
        """In whole percents; nothing is none."""
        return round(100 * self.outside / self.every) if self.every else 0


def programmed_share(area: Area, approach: Approach) -> Share:
    """Of the work of whoever carries the approach, what stands in no adopted plan (TIL-31). Where no such party is
    named or none of them works here, of all work."""
    works = Work.objects.filter(thing__area=area)
    own = works.filter(_by_the_unit(approach))
    counted_over: QuerySet[Work] = own if own.exists() else works
    included = Included.objects.filter(measure=OuterRef("measure"), plan__status=PlanStatus.ADOPTED)
    inside = counted_over.filter(Q(measure__plan__status=PlanStatus.ADOPTED) | Exists(included))
    every = counted_over.count()
    return Share(outside=every - inside.count(), every=every)


@dataclass(frozen=True)
class Owned:
    """Of the adopted measures of an area: how many are a line service's own, and which are loose."""

    every: int
    loose: list[Measure]

    @property
    def owned(self) -> int:
        """How many stand in the plan of a service."""
        return self.every - len(self.loose)

    @property
    def percent(self) -> int:
        """In whole percents, down: a hundred only when not one is loose."""
        return 100 * self.owned // self.every if self.every else 100


def owned_by_services(area: Area, approach: Approach) -> Owned:
    """Which measures of an area a line service owns, and which stand outside every service's plan (DOR-09, DOR-32).

    The office that holds the area is no line service, also where it has a plan of its own.
    """
    plans = Plan.objects.filter(service__kind=OrganisationKind.SERVICE).exclude(
        service__key__in=offices(approach)
    )
    included = Included.objects.filter(measure=OuterRef("pk"), plan__in=plans)
    measures = Measure.objects.filter(thing__area=area, status__in=SHOWN)
    loose = measures.exclude(Q(plan__in=plans) | Exists(included)).select_related("thing")
    return Owned(every=measures.count(), loose=list(loose.order_by("thing_id")))


def _by_the_unit(approach: Approach) -> Exists:
    unit = Executor.objects.filter(measure=OuterRef("measure"), organisation__key__in=offices(approach))
    return Exists(unit)
