"""A plan as everyone reads it, on the screen and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.reasons import Reason, Text
from wijkwerk.people.wording import language, listing, sourced, who_may
from wijkwerk.plans.models import Funding, Measure, Plan
from wijkwerk.plans.pages.measures import MeasureCard, measure_cards
from wijkwerk.plans.queries import measures_in
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.plans.wording import PLAN_STATES
from wijkwerk.signals.queries import handled_shares


@dataclass(frozen=True)
class GoalRow:
    """A working goal with how many measures serve it, and how many of those have a result (DEV-06)."""

    label: str
    measures: int
    done: int


@dataclass(frozen=True)
class FundingRow:
    """One source of money: how many measures and how much; how many reports were handled from it (DEV-19)."""

    label: Text
    measures: int
    cost: list[Money]
    signals: int
    percent: int


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list."""

    plan: Plan
    badge_kind: str
    badge_label: Text


@dataclass(frozen=True)
class PlanPage:
    """Everything the page of a plan shows."""

    plan: Plan
    approach: Approach
    cards: list[MeasureCard]
    objective: str
    serving: int
    goals: list[GoalRow]
    funding: list[FundingRow]
    total: list[Money]
    deciding: Reason
    noting: Reason

    @property
    def is_draft(self) -> bool:
        """Whether it was not adopted yet."""
        return self.plan.status == PlanStatus.DRAFT

    @property
    def done(self) -> int:
        """How many measures are done."""
        return sum(card.measure.status == MeasureStatus.DONE for card in self.cards)


def plan_row(plan: Plan) -> PlanRow:
    """A plan as a row."""
    draft = plan.status == PlanStatus.DRAFT
    return PlanRow(plan, "neutral" if draft else "done", PLAN_STATES[PlanStatus(plan.status)])


def plan_page(plan: Plan) -> PlanPage:
    """The page of a plan, in a fixed number of queries."""
    approach = plan.approach
    measures = list(measures_in(plan))
    handled = handled_shares([plan.area], since=plan.since)
    return PlanPage(
        plan=plan,
        approach=approach,
        cards=measure_cards(measures, approach),
        objective=approach.objective.label.within(language()) if approach.objective.label else "",
        serving=sum(measure.serves_objective for measure in measures),
        goals=goal_rows(measures, approach),
        funding=funding_rows(measures, {key.value: number for key, number in handled.items()}),
        total=_sum(measures),
        deciding=who_adopts(approach),
        noting=who_takes_note(approach),
    )


def goal_rows(measures: Sequence[Measure], approach: Approach) -> list[GoalRow]:
    """Per working goal of the approach its measures and results; what serves none of them last, when there is any."""
    count = Counter(measure.working_goal for measure in measures)
    done = Counter(measure.working_goal for measure in measures if measure.status == MeasureStatus.DONE)
    rows = [
        GoalRow(goal.label.within(language()), count[goal.key], done[goal.key])
        for goal in approach.working_goals
    ]
    known = {goal.key for goal in approach.working_goals}
    others = [key for key in count if key not in known]
    if others:
        rows.append(
            GoalRow(_("een ander doel"), sum(count[key] for key in others), sum(done[key] for key in others))
        )
    return rows


def funding_rows(measures: Sequence[Measure], handled: dict[str, int]) -> list[FundingRow]:
    """Per source of money its measures, cost and handled reports, with its share of all that was handled."""
    of_measures = Counter(measure.funding for measure in measures)
    every = sum(of_measures.values()) + sum(handled.values())
    rows = []
    for source in Funding:
        measures_here, signals = of_measures[source], handled.get(source.value, 0)
        if not measures_here and not signals:
            continue
        rows.append(
            FundingRow(
                label=source.label,
                measures=measures_here,
                cost=_sum([measure for measure in measures if measure.funding == source]),
                signals=signals,
                percent=int((Decimal(100 * (measures_here + signals)) / every).quantize(Decimal(1))),
            )
        )
    return rows


def who_adopts(approach: Approach) -> Reason:
    """Who adopts a plan by this approach, and whether that is a default of the house."""
    able = who_may(approach, Power.ADOPT_PLAN)
    first = next(iter(approach.roles_with(Power.ADOPT_PLAN)), None)
    path = f"roles.{first.key}.powers.{Power.ADOPT_PLAN}" if first else ""
    return sourced(
        approach, _("Het plan wordt vastgesteld door: %(who)s.") % {"who": listing(able)}, path, listing(able)
    )


def who_takes_note(approach: Approach) -> Reason:
    """Whom the plan goes to for information."""
    able = who_may(approach, Power.TAKE_NOTE_PLAN)
    of_area = next((plan for plan in approach.plans if plan.kind is PlanKind.AREA_PLAN), None)
    path = f"plans.{of_area.key}.route" if of_area else ""
    return sourced(approach, _("Kennis ervan neemt: %(who)s.") % {"who": listing(able)}, path, listing(able))


def _sum(measures: Sequence[Measure]) -> list[Money]:
    """What they cost, per currency: two currencies are never one sum."""
    found: Counter[str] = Counter()
    for measure in measures:
        found[measure.currency] += measure.cost_minor
    return [Money(minor, Currency(currency)) for currency, minor in sorted(found.items()) if minor]
