"""A project of a service: reported to the office, accepted or not, and only then begun (UTR97-12)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.next_steps import first_no
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.actions.owning import may_write_plan
from wijkwerk.plans.actions.ready import was_accepted
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Plan, Registration
from wijkwerk.thread.actions import journal


@transaction.atomic
def judge_project(*, plan_id: int, accepted: bool, reason: str, body: str, by: Person | None) -> Registration:
    """The office accepts a project that a service reported, or does not: a decision with a reason."""
    plan = locked(plan_id)
    may(by, Power.ACCEPT_PROJECT, within=plan.area, on=clock.today()).require()
    registration = Registration.objects.select_for_update().filter(plan=plan).first()
    if registration is None:
        raise Conflict(
            Reason(_("Dit project is niet gemeld: er valt niets te aanvaarden."), rule="project.melding")
        )
    if plan.started_on is not None:
        raise Conflict(Reason(_("Dit project is al begonnen."), rule="project.begonnen"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom. De dienst krijgt dit te lezen."), field="reason"))
    if not body.strip():
        raise Invalid(Reason(_("Noem wie hierover besluit."), field="body"))
    registration.accepted, registration.reason = accepted, reason.strip()[:2000]
    registration.judged_on = clock.today()
    registration.save()
    said = _("Dit project is aanvaard") if accepted else _("Dit project is niet aanvaard")
    decide(
        thing=plan.thing,
        kind=DecisionKind.GRANT if accepted else DecisionKind.REFUSE,
        reason=reason,
        public_text=stored(said),
        maker=by,
        body=body,
        mandate=Power.ACCEPT_PROJECT,
    )
    journal(Verb.JUDGED, plan.thing, by=by)
    return registration


@transaction.atomic
def start_project(*, plan_id: int, by: Person | None) -> Plan:
    """A project begins. Where services must report theirs, only once the office accepted it."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    verdict = may_start(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    plan.started_on = clock.today()
    plan.save(update_fields=["started_on"])
    journal(Verb.PROJECT_STARTED, plan.thing, by=by)
    return plan


def may_start(plan: Plan) -> Verdict:
    """Whether a project can begin now."""
    if PlanKind(plan.kind) is not PlanKind.PROJECT:
        return no(_("Dit is geen project."), rule="project")
    if plan.started_on is not None:
        return no(_("Dit project is al begonnen."), rule="project.begonnen")
    return first_no(was_accepted(plan), YES)
