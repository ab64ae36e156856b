"""An ambition for years: its tasks and makers, when it is looked at again, and for how long it holds."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import AuthorKind
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.wording import at, because
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.actions.owning import may_write_plan
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import AreaTask, HorizonChange, Maker, Plan, ReviewPoint
from wijkwerk.plans.queries import years_on
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.plans.rules.horizons import DEFAULT_REVIEW_MONTHS, last_year, review_days, within_band
from wijkwerk.thread.actions import journal


@transaction.atomic
def set_task(*, plan_id: int, text: str, cooperation: str, by: Person | None) -> AreaTask:
    """A main task of the area, and who works together on it and how (UTR18-06)."""
    plan = _draft(plan_id, by)
    if not text.strip():
        raise Invalid(Reason(_("Schrijf welke opgave het gebied heeft."), field="text"))
    if not cooperation.strip():
        raise Invalid(
            Reason(
                _("Schrijf wie hieraan samenwerken en hoe. Zonder dat is het geen opgave."),
                field="cooperation",
            )
        )
    task = AreaTask.objects.create(plan=plan, text=text.strip()[:300], cooperation=cooperation.strip()[:300])
    journal(Verb.TASK_SET, plan.thing, by=by, detail_id=task.pk)
    return task


@transaction.atomic
def sign(
    *,
    plan_id: int,
    kind: AuthorKind,
    name: str,
    by: Person | None,
    organisation: Organisation | None = None,
    people: int | None = None,
) -> Maker:
    """Write down who made a plan along: a group of residents or an organisation, not a resident by name."""
    plan = _draft(plan_id, by)
    name = (organisation.name if organisation else name).strip()
    if not name:
        raise Invalid(Reason(_("Noem de groep of de organisatie."), field="name"))
    described = plan.described
    if described is not None and described.authors and kind not in described.authors:
        verdict = because(
            plan.approach, f"plans.{described.key}.authors", _("Zij maken dit soort plan hier niet.")
        )
        raise Invalid(at(verdict, "kind"))
    maker, _made = Maker.objects.update_or_create(
        plan=plan,
        name=name[:160],
        defaults={"kind": kind, "organisation": organisation, "people": people, "signed_on": clock.today()},
    )
    journal(Verb.SIGNED, plan.thing, by=by, detail_id=maker.pk)
    return maker


@transaction.atomic
def change_horizon(
    *, plan_id: int, years: int, holds_from: date, reason: str, body: str, by: Person | None
) -> HorizonChange:
    """From a day on a plan holds for another number of years, within the band of its approach (UTR18-07)."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    described = plan.described
    if described is None or described.horizon_years is None:
        raise Conflict(
            because(
                plan.approach,
                f"plans.{plan.key}.horizon_years" if described else "cycle.length_months",
                _("Voor dit soort plan staat in de aanpak geen termijn die kan veranderen."),
            ).reason
        )
    if not within_band(described, years):
        verdict = because(
            plan.approach,
            f"plans.{described.key}.horizon_years",
            _("%(years)s jaar valt buiten wat de aanpak toelaat.") % {"years": years},
        )
        raise Invalid(at(verdict, "years"))
    if holds_from < clock.today():
        raise Invalid(Reason(_("De nieuwe termijn geldt vanaf vandaag of later."), field="holds_from"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom de termijn verandert."), field="reason"))
    change, _made = HorizonChange.objects.update_or_create(
        plan=plan,
        holds_from=holds_from,
        defaults={"years": years, "reason": reason.strip()[:2000], "by": by},
    )
    decide(
        thing=plan.thing,
        kind=DecisionKind.CHANGE,
        reason=reason,
        public_text=stored(
            _("Dit plan geldt vanaf %(day)s voor %(years)s jaar"), day=holds_from, years=years
        ),
        maker=by,
        body=body,
        mandate=Power.EDIT_PLAN,
    )
    if plan.status == PlanStatus.ADOPTED:
        plan_reviews(plan)
    journal(Verb.HORIZON_CHANGED, plan.thing, by=by, detail_id=change.pk)
    return change


def plan_reviews(plan: Plan) -> list[ReviewPoint]:
    """The days on which a plan for more than a year is looked at again. Those held stay; the others follow its term."""
    years = years_on(
        plan, plan.horizons.latest("holds_from").holds_from if plan.horizons.exists() else clock.today()
    )
    if plan.first_year is not None and plan.last_year != last_year(plan.first_year, years):
        plan.last_year = last_year(plan.first_year, years)
        plan.save(update_fields=["last_year"])
    plan.reviews.filter(held_on__isnull=True).delete()
    if years <= 1 or plan.adopted_on is None:
        return []
    held = set(plan.reviews.values_list("due_on", flat=True))
    return ReviewPoint.objects.bulk_create(
        ReviewPoint(plan=plan, due_on=day)
        for day in review_days(plan.adopted_on, years, review_months(plan))
        if day not in held
    )


def review_months(plan: Plan) -> int:
    """After how many months a plan is looked at again."""
    described = plan.described
    own = described.review_months if described else None
    return own or plan.approach.options.review_months or DEFAULT_REVIEW_MONTHS


@transaction.atomic
def hold_review(*, review_id: int, findings: str, by: Person | None) -> ReviewPoint:
    """A plan for years was held against reality: what was found."""
    review = (
        ReviewPoint.objects.select_for_update(of=("self",))
        .select_related("plan__thing__area", "plan__area", "plan__cycle", "plan__service")
        .get(pk=review_id)
    )
    may_write_plan(by, review.plan).require()
    if review.held_on is not None:
        raise Conflict(Reason(_("Deze terugblik is al gehouden."), rule="terugblik.eenmaal"))
    if not findings.strip():
        raise Invalid(Reason(_("Schrijf wat de terugblik liet zien."), field="findings"))
    review.held_on, review.findings = clock.today(), findings.strip()[:2000]
    review.save()
    journal(Verb.REVIEWED, review.plan.thing, by=by, detail_id=review.pk)
    return review


def _draft(plan_id: int, by: Person | None) -> Plan:
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    if plan.status != PlanStatus.DRAFT:
        raise Conflict(Reason(_("Dit plan is vastgesteld."), rule="plan.vastgesteld"))
    return plan
