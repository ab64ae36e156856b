"""A programme for years that is adopted anew each year: what is still open goes along (TIL-15)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.reasons import YES, Conflict, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.wording import because
from wijkwerk.plans.actions.beginning import write_down
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.actions.owning import may_write_plan
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Included, Plan
from wijkwerk.plans.queries import measures_in
from wijkwerk.plans.rules import OPEN, PlanStatus
from wijkwerk.thread.actions import journal


@transaction.atomic
def roll_on(*, plan_id: int, by: Person | None) -> Plan:
    """The next round of a rolling programme, as a draft: the same number of years, one step later, with every open
    intervention of the last one. Raises Conflict for a plan that does not roll, is a draft, or was rolled on."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    verdict = may_roll_on(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    assert plan.described is not None
    assert plan.first_year is not None
    step = max(1, (plan.described.adopted_every_months or 12) // 12)
    following = write_down(
        approach=plan.approach,
        described=plan.described,
        area=plan.area,
        year=plan.first_year + step,
        service=plan.service,
        parent=plan.parent,
        follows=plan,
    )
    carried = measures_in(plan).filter(status__in=OPEN)
    Included.objects.bulk_create(Included(plan=following, measure=measure) for measure in carried)
    journal(Verb.ROLLED_ON, following.thing, by=by, detail_id=plan.pk)
    return following


def may_roll_on(plan: Plan) -> Verdict:
    """Whether a plan has a next round: its approach says it rolls, it was adopted, and none follows it yet."""
    described = plan.described
    if described is None or not described.rolling or plan.first_year is None:
        return because(
            plan.approach,
            f"plans.{described.key}.rolling" if described else "cycle.rolling_years",
            _("Dit plan schuift niet elk jaar op. Het loopt af, en dan komt er een nieuw."),
        )
    if plan.status != PlanStatus.ADOPTED:
        return no(
            _("Dit programma is nog een concept. Stel het eerst vast; daarna schuift het op."),
            rule="plan.vastgesteld",
        )
    if Plan.objects.filter(follows=plan).exists():
        return no(_("Op dit programma volgde al een nieuw."), rule="plan.eenmaal")
    return YES
