"""Sector plans are put together into one area plan (DOR-17)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation.reasons import Conflict, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.wording import because
from wijkwerk.plans.actions.beginning import kind_of_plan, write_down
from wijkwerk.plans.actions.owning import may_write
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Included, Measure, Plan
from wijkwerk.plans.queries import adopted_parts
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.thread.actions import journal


@transaction.atomic
def put_together(*, area: Area, key: str, year: int, by: Person | None) -> Plan:
    """Make one plan of the plans it is made from, with every measure that stands in them.

    It may be done before all are there, to see where they meet; it is adopted only when none is missing. Done again,
    what was adopted since comes in. Raises Conflict where this approach puts no plans together.
    """
    approach = approach_for(area)
    described = kind_of_plan(approach, key)
    if not described.made_from:
        raise Conflict(
            because(
                approach,
                f"plans.{key}",
                _("In deze aanpak wordt dit plan niet samengevoegd uit andere."),
            ).reason
        )
    may_write(by, approach=approach, described=described, area=area).require()
    Area.objects.select_for_update(of=("self",)).get(pk=area.pk)  # of two at once the second sees the first
    plan = _of_year(area, described, year) or write_down(
        approach=approach, described=described, area=area, year=year
    )
    if plan.status != PlanStatus.DRAFT:
        raise Conflict(Reason(_("Dit plan is al vastgesteld."), rule="plan.vastgesteld"))
    parts = adopted_parts(area, described, year)
    for part in parts:
        if part.parent_id != plan.pk:
            part.parent = plan
            part.save(update_fields=["parent"])
    Included.objects.bulk_create(
        (Included(plan=plan, measure=measure) for measure in Measure.objects.filter(plan__in=parts)),
        ignore_conflicts=True,
    )
    journal(Verb.PUT_TOGETHER, plan.thing, by=by)
    return plan


def _of_year(area: Area, described: Described, year: int) -> Plan | None:
    return (
        Plan.objects.select_for_update(of=("self",))
        .select_related("thing", "area")
        .filter(area=area, key=described.key, first_year=year, cycle__isnull=True)
        .first()
    )
