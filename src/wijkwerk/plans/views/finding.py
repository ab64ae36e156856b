"""Which plan, measure, wish or work an address means, and in which area that lies."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest
from wijkwerk.people.permissions import may
from wijkwerk.plans.actions import may_write_plan
from wijkwerk.plans.models import Executor, Measure, Plan, Work
from wijkwerk.thread.models import Thing


def plan_of(number: str) -> Plan:
    """The plan with this number."""
    plans = Plan.objects.select_related("thing", "area", "cycle", "service", "registration")
    return get_object_or_404(plans, pk=_pk("plan", number))


def measure_of(number: str) -> Measure:
    """The measure with this number, with everything around it."""
    measures = Measure.objects.select_related(
        "thing__area",
        "thing__neighbourhood",
        "plan__thing",
        "plan__cycle",
        "plan__area",
        "plan__service",
        "funding_service",
    ).prefetch_related(_executors("executors"), Prefetch("works", Work.objects.order_by("-thing_id")))
    return get_object_or_404(measures, pk=_pk("measure", number))


def work_of(number: str) -> Work:
    """The work with this number."""
    works = Work.objects.select_related("thing__area", "measure__thing__area").prefetch_related(
        _executors("measure__executors")
    )
    return get_object_or_404(works, pk=_pk("work", number))


def area_of_plan(_request: SignedInRequest, number: str, **_address: object) -> Area:
    """For guards: the area of the plan in the address."""
    return plan_of(number).area


def may_write_here(request: SignedInRequest, number: str, **_address: object) -> Verdict:
    """For guards: whether this person writes the plan in the address."""
    return may_write_plan(request.person, plan_of(number))


def may_write_measure(request: SignedInRequest, number: str) -> Verdict:
    """For guards: whether this person writes the plan of the measure in the address."""
    measure = measure_of(number)
    if measure.plan is None:
        return may(request.person, Power.EDIT_PLAN, within=measure.thing.area)
    return may_write_plan(request.person, measure.plan)


def area_of_measure(_request: SignedInRequest, number: str) -> Area:
    """For guards: the area of the measure in the address."""
    return get_object_or_404(Thing.objects.select_related("area"), pk=_pk("measure", number)).area


def _pk(kind: str, number: str) -> int:
    return get_object_or_404(Thing.objects.numbered(number), kind=kind).pk


def _executors(name: str) -> Prefetch[str, QuerySet[Executor], str]:
    return Prefetch(name, Executor.objects.select_related("organisation").order_by("id"))
