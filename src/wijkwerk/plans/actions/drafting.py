"""A plan is opened; wishes are worked out as measures; money is reserved for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.budgets.actions import reserve
from wijkwerk.budgets.models import Fund, Reservation
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Executor, ExecutorKind, Funding, Measure, Plan
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import Role


@dataclass(frozen=True)
class Executing:
    """One executor and what they do."""

    kind: ExecutorKind
    organisation: Organisation
    task: str = ""


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
    title = _("Wijkplan %(area)s %(year)s") % {"area": cycle.area.name, "year": cycle.name}
    thing = bear("plan", area=cycle.area, sentence=str(title), public=True)
    return Plan.objects.create(thing=thing, cycle=cycle, area=cycle.area, foreword=foreword)


@transaction.atomic
def draft_measure(*, wish_id: int, plan: Plan, given: Drafted, by: Person | None) -> Measure:
    """Work a ranked wish out as a measure of the plan. A wish may become several measures.

    Raises Invalid for a measure without motive, executor (DEV-11) or funding source (DEV-19), or with a negative cost;
    Conflict when the wish was not ranked or the plan is adopted.
    """
    wish = Wish.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=wish_id)
    may(by, Power.EDIT_PLAN, within=wish.thing.area, on=clock.today()).require()
    _check(given)
    if plan.status != PlanStatus.DRAFT:
        raise Conflict(
            Reason(_("Dit wijkplan is vastgesteld; een nieuwe maatregel komt in het volgende plan."))
        )
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
    measure = Measure.objects.create(
        thing=thing,
        plan=plan,
        motive=given.motive.strip(),
        theme=given.theme or wish.theme,
        working_goal=given.working_goal,
        serves_objective=given.serves_objective,
        residents_do=given.residents_do,
        cost_minor=given.cost.minor,
        currency=given.cost.currency,
        funding=given.funding,
        funding_service=given.funding_service,
        place=wish.place,
        expected_on=given.expected_on,
    )
    Executor.objects.bulk_create(
        Executor(measure=measure, kind=one.kind, organisation=one.organisation, task=one.task)
        for one in given.executors
    )
    link(wish.thing, thing, Role.WORKED_OUT_AS)
    journal(Verb.DRAFTED, thing, by=by)
    return measure


def paid_from(*, measure: Measure, fund: Fund, year: int, by: Person | None) -> Reservation:
    """Reserve the cost of a measure in a fund, and tell who asked that there is money for it."""
    with transaction.atomic():
        reservation = reserve(measure=measure.thing, fund=fund, year=year, amount=measure.cost, by=by)
        tell(
            about=measure.thing,
            turn="funded",
            news=str(_("er is geld voor")),
            text=str(
                _(
                    "Voor “%(measure)s” is %(amount)s gereserveerd uit %(fund)s. %(chosen)s kiezen, %(decider)s besluit."
                )
                % {
                    "measure": measure.thing.sentence,
                    "amount": measure.cost,
                    "fund": fund.name,
                    "chosen": fund.chosen_by or _("Bewoners"),
                    "decider": fund.formal_decider,
                }
            ),
            next_text=str(_("Daarna begint het werk.")),
            next_on=measure.expected_on,
            by=by,
        )
    return reservation


def _check(given: Drafted) -> None:
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
    if given.cost.minor < 0:
        raise Invalid(Reason(_("De kosten zijn nul of meer."), field="cost"))
    if given.funding == Funding.REGULAR and given.funding_service is None:
        raise Invalid(
            Reason(_("Noem de dienst die het uit de gewone begroting betaalt."), field="funding_service")
        )
