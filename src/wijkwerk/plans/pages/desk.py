"""A measure as those who work on it see it: where it stands, its money, its work, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets.models import Reservation
from wijkwerk.budgets.pages import ReservationRow, money_of
from wijkwerk.budgets.rules import ReservationState, sides_needed
from wijkwerk.decisions.pages import ways_to_consult
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.reasons import YES, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of
from wijkwerk.plans import actions
from wijkwerk.plans.models import Funding, Measure, ProgressReport
from wijkwerk.plans.pages.measures import MeasureCard, measure_cards
from wijkwerk.plans.pages.work import WorkCard, work_card
from wijkwerk.plans.queries import progress_of
from wijkwerk.plans.rules import MEASURE, MeasureStatus


@dataclass(frozen=True)
class MeasureDesk:
    """Everything the staff page of a measure shows."""

    card: MeasureCard
    money: list[ReservationRow]
    work: WorkCard | None
    reports: list[ProgressReport]
    ways: list[NextStep]

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.card.measure


def measure_desk(measure: Measure, person: Person) -> MeasureDesk:
    """The staff page of a measure for one person, in a fixed number of queries."""
    approach = measure.plan.approach if measure.plan else approach_for(measure.thing.area)
    held = mandates_of(person)
    works = list(measure.works.all())
    going_on = [work for work in works if actions.still_going_on(work)]
    money = money_of([measure.thing], staff=True).get(measure.pk, [])
    return MeasureDesk(
        card=measure_cards([measure], approach)[0],
        money=money,
        work=work_card(going_on[0], {role.organisation_id or 0 for role in held.on()}) if going_on else None,
        reports=list(progress_of([work.pk for work in works])),
        ways=_ways(measure, person, [row.reservation for row in money]),
    )


def _ways(measure: Measure, person: Person, money: list[Reservation]) -> list[NextStep]:
    held, number, area = mandates_of(person), measure.thing.number, measure.thing.area
    status = MeasureStatus(measure.status)
    bound = next(
        (one for one in money if one.state in (ReservationState.COMMITTED, ReservationState.PAID)), None
    )
    living = any(one.state in (ReservationState.RESERVED, ReservationState.COMMITTED) for one in money)
    reserving = first_no(
        actions.may_be_paid(measure),
        no(_("Voor deze maatregel is al geld gereserveerd.")) if living else YES,
        held.may(Power.RESERVE_MONEY, within=area, amount=measure.cost),
    )
    starting = first_no(
        MEASURE.verdict(status, MeasureStatus.UNDER_WAY),
        actions.money_is_there(measure, bound),
        actions.may_report(person, measure),
    )
    stopping = first_no(actions.may_stop(person, measure), MEASURE.verdict(status, MeasureStatus.STOPPED))
    ways = [
        NextStep(
            _("Begin opnieuw met het werk") if status is MeasureStatus.DONE else _("Begin met het werk"),
            reverse("plans:start", args=[number]),
            starting,
            lesser=status is MeasureStatus.DONE,
        ),
        NextStep(_("Reserveer geld"), reverse("plans:reserve", args=[number]), reserving),
        NextStep(_("Stop deze maatregel"), reverse("plans:stop", args=[number]), stopping, lesser=True),
    ]
    if measure.plan is not None:
        writing = first_no(held.may(Power.EDIT_PLAN, within=area), actions.may_be_edited(measure.plan))
        ways.append(NextStep(_("Wijzig"), reverse("plans:edit-measure", args=[number]), writing))
    return [*ways, *_ways_to_money(measure), *ways_to_consult(measure.thing, person)]


def _ways_to_money(measure: Measure) -> list[NextStep]:
    """Where its money takes more than reserving: two sides that agree, or the board that may add to a service."""
    approach, number = approach_for(measure.thing.area), measure.thing.number
    if measure.funding == Funding.AREA_BUDGET and sides_needed(approach.budget.decided_by):
        return [
            NextStep(_("Wie moet instemmen met de betaling?"), reverse("budgets:consents", args=[number]))
        ]
    if measure.funding == Funding.REGULAR and approach.options.budget_proposal_when_exceeding:
        return [NextStep(_("Past het in de gewone begroting?"), reverse("budgets:propose", args=[number]))]
    return []
