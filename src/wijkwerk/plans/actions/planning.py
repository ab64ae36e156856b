"""A plan is adopted, or noted; everyone who asked for one of its measures is told."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.decisions.actions import adopted_by, decide
from wijkwerk.decisions.actions import may_adopt as every_stop_taken
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import inner, stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.actions.ambitions import plan_reviews
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.actions.ready import kept_reactions, ready_to_adopt
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Measure, Plan
from wijkwerk.plans.queries import measures_in
from wijkwerk.plans.rules import MEASURE, PLAN, MeasureStatus, PlanStatus
from wijkwerk.thread.actions import journal, link
from wijkwerk.thread.models import Role


@transaction.atomic
def adopt_plan(*, plan_id: int, body: str, reason: str, by: Person | None) -> Plan:
    """Adopt the plan with its measures, in the name of `body`. A decision on content (DEV-57)."""
    plan = locked(plan_id)
    may(by, Power.ADOPT_PLAN, within=plan.area, on=clock.today()).require()
    PLAN.require(PlanStatus(plan.status), PlanStatus.ADOPTED)
    measures = list(
        Measure.objects.select_for_update(of=("self",))
        .filter(plan=plan, status=MeasureStatus.DRAFTED)
        .select_related("thing__area", "thing__neighbourhood")
    )
    verdict = ready_to_adopt(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    stops = every_stop_taken(plan.thing, plan.approach, route_of(plan), by)
    if not stops:
        raise Conflict(stops.reason)
    if not body.strip():
        raise Invalid(Reason(_("Noem wie het plan vaststelt."), field="body"))
    plan.status, plan.adopted_on, plan.adopted_by = PlanStatus.ADOPTED, clock.today(), body
    plan.save()
    decision = decide(
        thing=plan.thing,
        kind=DecisionKind.ADOPT,
        reason=reason,
        public_text=stored(_("“%(plan)s” is vastgesteld"), plan=plan.thing.sentence),
        maker=by,
        body=body,
        mandate=Power.ADOPT_PLAN,
        locked=True,
    )
    adopted_by(decision=decision, approach=plan.approach, route_key=route_of(plan))
    for measure in measures:
        MEASURE.require(MeasureStatus(measure.status), MeasureStatus.ADOPTED)
        measure.status = MeasureStatus.ADOPTED
        measure.save(update_fields=["status"])
        link(measure.thing, plan.thing, Role.ADOPTED_IN)
        tell(
            about=measure.thing,
            turn="adopted",
            in_story=False,
            news=stored(_("staat in het wijkplan")),
            text=stored(
                _("“%(measure)s” staat in het wijkplan dat %(body)s op %(day)s vaststelde."),
                measure=inner(measure.thing.sentence),
                body=body,
                day=clock.today(),
            ),
            next_text=stored(_("Op {day} hoort het klaar te zijn.")) if measure.expected_on else "",
            next_on=measure.expected_on,
            by=by,
        )
    for measure in measures_in(plan).exclude(plan=plan):
        link(measure.thing, plan.thing, Role.ADOPTED_IN)
    for reaction in kept_reactions(plan):
        link(reaction.thing, plan.thing, Role.ADOPTED_IN)
    plan_reviews(plan)
    journal(Verb.ADOPTED, plan.thing, by=by)
    return plan


@transaction.atomic
def take_note(*, plan_id: int, body: str, by: Person | None) -> Plan:
    """A body takes note of an adopted plan; it decides nothing and says so."""
    plan = locked(plan_id)
    may(by, Power.TAKE_NOTE_PLAN, within=plan.area, on=clock.today()).require()
    verdict = may_be_noted(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    if not body.strip():
        raise Invalid(Reason(_("Noem wie kennisneemt van het plan."), field="body"))
    plan.noted_on, plan.noted_by = clock.today(), body
    plan.save()
    decision = decide(
        thing=plan.thing,
        kind=DecisionKind.TAKE_NOTE,
        reason=stored(_("Kennisnemen is geen besluit over de inhoud.")),
        public_text=stored(_("%(body)s nam kennis van het wijkplan"), body=body[:1].upper() + body[1:]),
        maker=by,
        body=body,
        mandate=Power.TAKE_NOTE_PLAN,
    )
    adopted_by(decision=decision, approach=plan.approach, route_key=route_of(plan))
    journal(Verb.NOTED, plan.thing, by=by)
    return plan


def route_of(plan: Plan) -> str | None:
    """The key of the route of adoption which the approach lays down for this sort of plan."""
    if plan.described is not None:
        return plan.described.route
    whole = (PlanKind.AREA_PLAN, PlanKind.CITY_PROGRAMME)
    sorts = [sort for sort in plan.approach.plans if sort.kind in whole]
    here = [sort for sort in sorts if sort.level == plan.area.level]
    return next((sort.route for sort in here or sorts), None)


def may_be_noted(plan: Plan) -> Verdict:
    """Only of an adopted plan can a body take note."""
    if plan.status == PlanStatus.ADOPTED:
        return YES
    return no(
        _("Van een plan dat nog niet is vastgesteld, kan niemand kennisnemen."), rule="plan.vastgesteld"
    )
