"""Everything that can be done with a plan beside its measures: one page each, by one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import AuthorKind, PlanKind
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import YES, Text, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.plans import actions
from wijkwerk.plans.forms.acting import (
    AnswerForm,
    HorizonForm,
    JudgeForm,
    NothingForm,
    ReviewForm,
    RoundForm,
    SignForm,
    TaskForm,
)
from wijkwerk.plans.models import ConsultationRound, Plan, Registration
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.plans.views.finding import plan_of


@dataclass(frozen=True)
class Act:
    """One thing that can be done: its words, its form, when it is of use, who may, and what it does."""

    label: Text
    form: type[NothingForm]
    fits: Callable[[Plan], bool]
    does: Callable[[Plan, Person, dict[str, Any]], object]
    state: Callable[[Plan], Verdict] = lambda _plan: YES
    power: Power | None = None
    lead: Text = ""

    def who(self, plan: Plan, person: Person) -> Verdict:
        """Whether this person is one of those who do it; None of a power: whoever writes the plan."""
        if self.power is not None:
            return may(person, self.power, within=plan.area)
        return actions.may_write_plan(person, plan)


def _draft(plan: Plan) -> bool:
    return plan.status == PlanStatus.DRAFT


def _is(kind: PlanKind) -> Callable[[Plan], bool]:
    return lambda plan: PlanKind(plan.kind) is kind


def _round(plan: Plan) -> ConsultationRound | None:
    return ConsultationRound.objects.filter(plan=plan).first()


def _has_open_round(plan: Plan) -> bool:
    found = _round(plan)
    return found is not None and found.closed_on is None


def _closing(plan: Plan) -> Verdict:
    found = _round(plan)
    return actions.may_be_closed(found) if found else YES


def _has_band(plan: Plan) -> bool:
    described = plan.described
    return described is not None and described.horizon_years is not None and bool(described.authors)


ACTS: dict[str, Act] = {
    "overleg": Act(
        gettext_lazy("Vraag bewoners om een reactie"),
        RoundForm,
        fits=lambda plan: _draft(plan) and _round(plan) is None,
        state=actions.may_be_consulted,
        does=lambda plan, person, given: actions.open_round(plan_id=plan.pk, by=person, **given),
        lead=gettext_lazy("Elke reactie krijgt een antwoord: overgenomen, voor een deel of niet, en waarom."),
    ),
    "antwoord": Act(
        gettext_lazy("Beantwoord een reactie"),
        AnswerForm,
        fits=_has_open_round,
        does=lambda _plan, person, given: actions.answer_reaction(
            reaction_id=given["reaction"].pk,
            followed=Followed(given["followed"]),
            reason=given["reason"],
            text_public=given["text_public"],
            by=person,
        ),
    ),
    "overleg-sluiten": Act(
        gettext_lazy("Sluit de overlegronde"),
        NothingForm,
        fits=_has_open_round,
        state=_closing,
        does=lambda plan, person, _given: actions.close_round(plan_id=plan.pk, by=person),
    ),
    "opschuiven": Act(
        gettext_lazy("Schuif het programma een jaar op"),
        NothingForm,
        fits=lambda plan: bool(plan.described and plan.described.rolling),
        state=actions.may_roll_on,
        does=lambda plan, person, _given: actions.roll_on(plan_id=plan.pk, by=person),
        lead=gettext_lazy("Wat nog open staat, gaat mee naar het nieuwe programma."),
    ),
    "oordeel": Act(
        gettext_lazy("Aanvaard dit project, of niet"),
        JudgeForm,
        fits=lambda plan: Registration.objects.filter(plan=plan).exists() and plan.started_on is None,
        power=Power.ACCEPT_PROJECT,
        does=lambda plan, person, given: actions.judge_project(plan_id=plan.pk, by=person, **given),
    ),
    "begin": Act(
        gettext_lazy("Begin met dit project"),
        NothingForm,
        fits=_is(PlanKind.PROJECT),
        state=actions.may_start,
        does=lambda plan, person, _given: actions.start_project(plan_id=plan.pk, by=person),
    ),
    "opgave": Act(
        gettext_lazy("Schrijf een opgave op"),
        TaskForm,
        fits=lambda plan: _draft(plan) and _is(PlanKind.AMBITION)(plan),
        does=lambda plan, person, given: actions.set_task(plan_id=plan.pk, by=person, **given),
    ),
    "maker": Act(
        gettext_lazy("Schrijf op wie meedeed"),
        SignForm,
        fits=lambda plan: _draft(plan) and _is(PlanKind.AMBITION)(plan),
        does=lambda plan, person, given: actions.sign(
            plan_id=plan.pk, by=person, **{**given, "kind": AuthorKind(given["kind"])}
        ),
    ),
    "termijn": Act(
        gettext_lazy("Verander de termijn"),
        HorizonForm,
        fits=_has_band,
        does=lambda plan, person, given: actions.change_horizon(plan_id=plan.pk, by=person, **given),
    ),
    "terugblik": Act(
        gettext_lazy("Houd een terugblik"),
        ReviewForm,
        fits=lambda plan: plan.reviews.filter(held_on__isnull=True).exists(),
        does=lambda _plan, person, given: actions.hold_review(
            review_id=given["review"].pk, findings=given["findings"], by=person
        ),
    ),
    "herinner": Act(
        gettext_lazy("Herinner de dienst aan dit plan"),
        NothingForm,
        fits=lambda plan: _draft(plan) and plan.service is not None,
        power=Power.REMIND,
        does=lambda plan, person, _given: actions.remind(plan_id=plan.pk, by=person),
        lead=gettext_lazy("Wie coördineert, bewaakt de voortgang; de dienst schrijft het plan."),
    ),
}


def acts_for(plan: Plan, person: Person) -> list[NextStep]:
    """What there is to do with a plan beside its measures, each with its reason where it cannot be done."""
    number = plan.thing.number
    return [
        NextStep(
            act.label,
            reverse("plans:act", args=[number, key]),
            first_no(act.who(plan, person), act.state(plan)),
            lesser=True,
        )
        for key, act in ACTS.items()
        if act.fits(plan)
    ]


def may_act(request: SignedInRequest, number: str, what: str) -> Verdict:
    """For the guard: whether this person does that with this plan."""
    if what not in ACTS:
        raise Http404
    return ACTS[what].who(plan_of(number), request.person)


@permitted(may_act)
@require_http_methods(["GET", "POST"])
@pressed_once
def act(request: SignedInRequest, number: str, what: str) -> HttpResponse:
    """One of the things that can be done with a plan."""
    plan, chosen = plan_of(number), ACTS[what]
    return form_turn(
        request,
        chosen.form(request.POST if request.method == "POST" else None, plan=plan),
        lambda given: chosen.does(plan, request.person, given),
        done=_("Dat is gedaan en staat bij het plan."),
        to=lambda made: reverse("plans:plan", args=[made.thing.number if isinstance(made, Plan) else number]),
        title=chosen.label,
        lead=chosen.lead or plan.thing.sentence,
        submit=chosen.label,
        back=Crumb(plan.thing.sentence, reverse("plans:edit", args=[number])),
    )
