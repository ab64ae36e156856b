"""A plan is opened; wishes are worked out as measures; money is reserved for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.budgets.actions import reserve
from wijkwerk.budgets.models import Fund, Reservation
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation.language import inner, stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Person
from wijkwerk.people.wording import because
from wijkwerk.plans.actions.checking import check
from wijkwerk.plans.actions.given import Drafted, Executing
from wijkwerk.plans.actions.owning import may_write, may_write_plan
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Executor, Funding, Measure, Plan
from wijkwerk.plans.rules import OPEN, PlanStatus
from wijkwerk.plans.rules.deciding import residents_ranked_it
from wijkwerk.thread.actions import bear, journal, link, shortened
from wijkwerk.thread.models import Role


@transaction.atomic
def open_plan(*, cycle: Cycle, by: Person | None, foreword: str = "") -> Plan:
    """The plan of a cycle, as a draft; once."""
    described = next((each for each in cycle.approach.plans if each.kind is PlanKind.AREA_PLAN), None)
    may_write(by, approach=cycle.approach, described=described, area=cycle.area).require()
    existing = Plan.objects.filter(cycle=cycle).select_related("thing").first()
    if existing:
        return existing
    title = stored(_("Wijkplan %(area)s %(year)s"), area=cycle.area.name, year=cycle.name)
    thing = bear("plan", area=cycle.area, sentence=title, public=True)
    return Plan.objects.create(
        thing=thing,
        cycle=cycle,
        area=cycle.area,
        foreword=foreword,
        **({"key": described.key} if described else {}),
    )


@transaction.atomic
def draft_measure(*, wish_id: int, plan: Plan, given: Drafted, by: Person | None) -> Measure:
    """Work a ranked wish out as a measure of the plan. A wish may become several measures.

    Raises Invalid for a measure without motive, executor (DEV-11) or funding source (DEV-19), or with a negative cost;
    Conflict when the wish was not ranked or the plan is adopted.
    """
    wish = Wish.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=wish_id)
    # Locked and read anew: it may have been adopted since the page was opened.
    plan = locked(plan.pk)
    may_write_plan(by, plan).require()
    if wish.thing.area_id != plan.area_id:
        raise Invalid(Reason(_("Deze wens hoort bij een andere wijk dan dit plan."), field="wish"))
    check(replace(given, theme=given.theme or wish.theme), plan)
    _editable(plan)
    if wish.status != WishStatus.RANKED:
        raise Conflict(
            Reason(
                _("Alleen een wens die bewoners op volgorde hebben gezet, wordt een maatregel."),
                rule="cycle.prioritisation",
                source=plan.approach.why("cycle.steps").source or "",
            )
        )
    thing = bear(
        "measure",
        area=wish.thing.area,
        neighbourhood=given.neighbourhood or wish.thing.neighbourhood,
        sentence=given.sentence,
        public=True,
    )
    measure = Measure.objects.create(thing=thing, plan=plan, place=wish.place, **_columns(given, wish.theme))
    _put_executors(measure, given.executors)
    measure.figures.set(given.figures)
    link(wish.thing, thing, Role.WORKED_OUT_AS)
    journal(Verb.DRAFTED, thing, by=by)
    return measure


@transaction.atomic
def put_measure(*, plan_id: int, given: Drafted, by: Person | None) -> Measure:
    """A measure that did not come from a wish residents ranked: of a sector plan, or an intervention of a programme.

    `given.demand` is the need or report it answers (TIL-01). Raises Conflict where the approach lets residents decide
    (DEV-10, UTR97-19): there only what they ranked becomes a measure.
    """
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    _editable(plan)
    decided_by = plan.approach.options.measures_decided_by
    if residents_ranked_it(decided_by, PlanKind(plan.kind)):
        raise Conflict(
            because(
                plan.approach,
                "options.measures_decided_by",
                _("Alleen een wens die bewoners op volgorde hebben gezet, wordt een maatregel."),
                _("Werk een wens uit die bewoners op volgorde zetten."),
            ).reason
        )
    check(given, plan)
    thing = bear(
        "measure", area=plan.area, neighbourhood=given.neighbourhood, sentence=given.sentence, public=True
    )
    measure = Measure.objects.create(thing=thing, plan=plan, **_columns(given, ""))
    _put_executors(measure, given.executors)
    measure.figures.set(given.figures)
    if given.demand is not None:
        link(given.demand, thing, Role.WORKED_OUT_AS)
    journal(Verb.DRAFTED, thing, by=by)
    return measure


def paid_from(*, measure: Measure, fund: Fund, year: int, by: Person | None) -> Reservation:
    """Reserve the cost of a measure in a fund, and tell who asked that there is money for it."""
    with transaction.atomic():
        verdict = may_be_paid(measure)
        if not verdict:
            raise Conflict(verdict.reason)
        reservation = reserve(measure=measure.thing, fund=fund, year=year, amount=measure.cost, by=by)
        tell(
            about=measure.thing,
            turn="funded",
            in_story=False,
            news=stored(_("er is geld voor")),
            text=stored(
                _(
                    "Voor “%(measure)s” is %(amount)s gereserveerd uit %(fund)s. "
                    "%(chosen)s kiezen, het %(decider)s besluit."
                ),
                measure=inner(measure.thing.sentence),
                amount=measure.cost,
                fund=fund.name,
                chosen=fund.chosen_by or stored(_("Bewoners")),
                decider=fund.formal_decider,
            ),
            next_text=stored(
                _("Daarna begint het werk. Op {day} hoort het klaar te zijn.")
                if measure.expected_on
                else _("Daarna begint het werk.")
            ),
            next_on=measure.expected_on,
            by=by,
        )
    return reservation


def may_be_paid(measure: Measure) -> Verdict:
    """Whether money of an area budget can be reserved for it: it stands in an adopted plan and names that source."""
    if measure.funding != Funding.AREA_BUDGET:
        return no(
            _("Deze maatregel wordt niet uit het wijkbudget betaald."),
            rule="maatregel.betaald_uit",
            value=str(Funding(measure.funding).label),
        )
    if measure.status not in OPEN:
        return no(
            _("Geld reserveren kan als de maatregel in een vastgesteld plan staat en nog niet klaar is."),
            rule="plan.vastgesteld",
        )
    return YES


@transaction.atomic
def edit_plan(*, plan_id: int, foreword: str, by: Person | None) -> Plan:
    """Write the foreword, as long as the plan is a draft."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    _editable(plan)
    plan.foreword = foreword.strip()[:4000]
    plan.save(update_fields=["foreword"])
    journal(Verb.EDITED, plan.thing, by=by)
    return plan


@transaction.atomic
def edit_measure(*, measure_id: int, given: Drafted, by: Person | None) -> Measure:
    """Write a measure anew, as long as its plan is a draft. What residents wished stays where it was said."""
    measure = (
        Measure.objects.select_for_update(of=("self",))
        .select_related("thing__area", "plan__area", "plan__cycle", "plan__service")
        .get(pk=measure_id)
    )
    if measure.plan is None:
        raise Conflict(Reason(_("Deze maatregel staat in geen plan.")))
    may_write_plan(by, measure.plan).require()
    check(given, measure.plan)
    _editable(measure.plan)
    for name, value in _columns(given, measure.theme).items():
        setattr(measure, name, value)
    measure.save()
    measure.figures.set(given.figures)
    measure.executors.all().delete()
    _put_executors(measure, given.executors)
    measure.thing.sentence = shortened(given.sentence)
    measure.thing.neighbourhood = given.neighbourhood
    measure.thing.save(update_fields=["sentence", "neighbourhood"])
    journal(Verb.EDITED, measure.thing, by=by)
    return measure


def may_be_edited(plan: Plan) -> Verdict:
    """Whether a plan can still be written: not once it was adopted, nor where it is put together from others."""
    described = plan.described
    if described is not None and described.made_from:
        return because(
            plan.approach,
            f"plans.{described.key}.made_from",
            _("Dit plan wordt samengevoegd uit andere plannen. Wat erin staat, schrijft u daar."),
        )
    if plan.status == PlanStatus.DRAFT:
        return YES
    return no(
        _("Dit wijkplan is vastgesteld; een nieuwe maatregel komt in het volgende plan."),
        rule="plan.vastgesteld",
    )


def locked(plan_id: int) -> Plan:
    """The plan, locked, with everything its rules ask."""
    return (
        Plan.objects.select_for_update(of=("self",))
        .select_related("thing__area", "area", "cycle", "service")
        .get(pk=plan_id)
    )


def _editable(plan: Plan) -> None:
    verdict = may_be_edited(plan)
    if not verdict:
        raise Conflict(verdict.reason)


def _columns(given: Drafted, theme: str) -> dict[str, Any]:
    return {
        "motive": given.motive.strip()[:1000],
        "theme": given.theme or theme,
        "working_goal": given.working_goal,
        "serves_objective": given.serves_objective,
        "residents_do": given.residents_do.strip()[:500],
        "cost_minor": given.cost.minor,
        "currency": given.cost.currency,
        "funding": given.funding,
        "funding_service": given.funding_service,
        "expected_on": given.expected_on,
        "zero_reason": given.zero_reason.strip()[:300],
        "programme": given.programme,
    }


def _put_executors(measure: Measure, executors: tuple[Executing, ...]) -> None:
    Executor.objects.bulk_create(
        Executor(measure=measure, kind=one.kind, organisation=one.organisation, task=one.task.strip()[:200])
        for one in executors
    )
