"""A plan is opened; wishes are worked out as measures; money is reserved for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.budgets.actions import reserve
from wijkwerk.budgets.models import Fund, Reservation
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Executor, ExecutorKind, Funding, Measure, Plan
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.thread.actions import bear, journal, link, shortened
from wijkwerk.thread.models import Role


@dataclass(frozen=True)
class Executing:
    """One executor and what they do."""

    kind: ExecutorKind
    organisation: Organisation
    task: str = ""

    @classmethod
    def by(cls, organisation: Organisation, task: str = "") -> Executing:
        """An executor of the kind that follows from what the organisation is."""
        return cls(kind_of_executor(organisation), organisation, task)


def kind_of_executor(organisation: Organisation) -> ExecutorKind:
    """The municipality and its services, residents, or anyone else: a partner."""
    if organisation.kind in {OrganisationKind.MUNICIPALITY, OrganisationKind.SERVICE}:
        return ExecutorKind.SERVICE
    if organisation.kind in {OrganisationKind.RESIDENT_GROUP, OrganisationKind.RESIDENT_ORGANISATION}:
        return ExecutorKind.RESIDENT_GROUP
    return ExecutorKind.PARTNER


@dataclass(frozen=True)
class Drafted:
    """A measure as worked out from a wish."""

    sentence: str
    motive: str
    funding: Funding
    cost: Money
    executors: tuple[Executing, ...]
    theme: str = ""
    working_goal: str = ""
    serves_objective: bool = False
    residents_do: str = ""
    funding_service: Organisation | None = None
    expected_on: date | None = None
    neighbourhood: Area | None = None


@transaction.atomic
def open_plan(*, cycle: Cycle, by: Person | None, foreword: str = "") -> Plan:
    """The plan of a cycle, as a draft; once."""
    may(by, Power.EDIT_PLAN, within=cycle.area, on=clock.today()).require()
    existing = Plan.objects.filter(cycle=cycle).select_related("thing").first()
    if existing:
        return existing
    title = stored(_("Wijkplan %(area)s %(year)s"), area=cycle.area.name, year=cycle.name)
    thing = bear("plan", area=cycle.area, sentence=title, public=True)
    return Plan.objects.create(thing=thing, cycle=cycle, area=cycle.area, foreword=foreword)


@transaction.atomic
def draft_measure(*, wish_id: int, plan: Plan, given: Drafted, by: Person | None) -> Measure:
    """Work a ranked wish out as a measure of the plan. A wish may become several measures.

    Raises Invalid for a measure without motive, executor (DEV-11) or funding source (DEV-19), or with a negative cost;
    Conflict when the wish was not ranked or the plan is adopted.
    """
    wish = Wish.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=wish_id)
    may(by, Power.EDIT_PLAN, within=wish.thing.area, on=clock.today()).require()
    # Locked and read anew: it may have been adopted since the page was opened.
    plan = (
        Plan.objects.select_for_update(of=("self",)).select_related("thing", "area", "cycle").get(pk=plan.pk)
    )
    if wish.thing.area_id != plan.area_id:
        raise Invalid(Reason(_("Deze wens hoort bij een andere wijk dan dit plan."), field="wish"))
    _check(given, plan)
    _editable(plan)
    if wish.status != WishStatus.RANKED:
        raise Conflict(
            Reason(
                _("Alleen een wens die bewoners op volgorde hebben gezet, wordt een maatregel."),
                rule="cycle.prioritisation",
                source=plan.cycle.approach.why("cycle.steps").source or "",
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
    link(wish.thing, thing, Role.WORKED_OUT_AS)
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
                measure=measure.thing.sentence,
                amount=measure.cost,
                fund=fund.name,
                chosen=fund.chosen_by or stored(_("Bewoners")),
                decider=fund.formal_decider,
            ),
            next_text=stored(_("Daarna begint het werk.")),
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
    if measure.status not in {MeasureStatus.ADOPTED, MeasureStatus.UNDER_WAY}:
        return no(
            _("Geld reserveren kan als de maatregel in een vastgesteld plan staat en nog niet klaar is."),
            rule="plan.vastgesteld",
        )
    return YES


@transaction.atomic
def edit_plan(*, plan_id: int, foreword: str, by: Person | None) -> Plan:
    """Write the foreword, as long as the plan is a draft."""
    plan = Plan.objects.select_for_update(of=("self",)).select_related("thing", "area").get(pk=plan_id)
    may(by, Power.EDIT_PLAN, within=plan.area, on=clock.today()).require()
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
        .select_related("thing__area", "plan__area", "plan__cycle")
        .get(pk=measure_id)
    )
    may(by, Power.EDIT_PLAN, within=measure.thing.area, on=clock.today()).require()
    if measure.plan is None:
        raise Conflict(Reason(_("Deze maatregel staat in geen plan.")))
    _check(given, measure.plan)
    _editable(measure.plan)
    for name, value in _columns(given, measure.theme).items():
        setattr(measure, name, value)
    measure.save()
    measure.executors.all().delete()
    _put_executors(measure, given.executors)
    measure.thing.sentence = shortened(given.sentence)
    measure.thing.neighbourhood = given.neighbourhood
    measure.thing.save(update_fields=["sentence", "neighbourhood"])
    journal(Verb.EDITED, measure.thing, by=by)
    return measure


def may_be_edited(plan: Plan) -> Verdict:
    """Whether a plan can still be written: not once it was adopted."""
    if plan.status == PlanStatus.DRAFT:
        return YES
    return no(
        _("Dit wijkplan is vastgesteld; een nieuwe maatregel komt in het volgende plan."),
        rule="plan.vastgesteld",
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
    }


def _put_executors(measure: Measure, executors: tuple[Executing, ...]) -> None:
    Executor.objects.bulk_create(
        Executor(measure=measure, kind=one.kind, organisation=one.organisation, task=one.task.strip()[:200])
        for one in executors
    )


def _check(given: Drafted, plan: Plan) -> None:
    if not given.sentence.strip():
        raise Invalid(Reason(_("Noem de maatregel in één zin."), field="sentence"))
    if not given.motive.strip():
        raise Invalid(Reason(_("Schrijf waarom: welke vraag van bewoners lost dit op?"), field="motive"))
    if not given.executors:
        raise Invalid(
            Reason(
                _("Noem wie het uitvoert: een dienst, een partner, of bewoners zelf."),
                field="executors",
                source="003_bd3cdaf8b9febc00.txt §2.2 (2)",
            )
        )
    if len({one.organisation.pk for one in given.executors}) < len(given.executors):
        raise Invalid(Reason(_("Noem elke uitvoerder één keer."), field="executors"))
    if given.cost.minor < 0:
        raise Invalid(Reason(_("De kosten zijn nul of meer."), field="cost"))
    if given.funding == Funding.AREA_BUDGET and not given.cost:
        raise Invalid(Reason(_("Vul in wat het kost: het gaat uit het wijkbudget."), field="cost"))
    if given.funding == Funding.REGULAR and given.funding_service is None:
        raise Invalid(
            Reason(_("Noem de dienst die het uit de gewone begroting betaalt."), field="funding_service")
        )
    if given.neighbourhood is not None and not sits_at(plan.cycle.approach, given.neighbourhood):
        raise Invalid(
            Reason(
                _("In deze aanpak horen maatregelen niet bij %(level)s.")
                % {"level": given.neighbourhood.name},
                field="neighbourhood",
                rule=f"{plan.cycle.approach_key}: levels",
            )
        )


def sits_at(approach: Approach, area: Area) -> bool:
    """Whether a measure may sit at the level of this area (DEV-56); statistical buurten count as the finest level."""
    if not any(level.measures for level in approach.levels):
        return True
    try:
        return approach.level(area.level).measures
    except KeyError:
        return approach.levels[0].measures
