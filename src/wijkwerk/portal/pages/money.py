"""The money of an area: where it stands, how much that is per resident, who chooses and who decides."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Decider
from wijkwerk.areas.models import Area
from wijkwerk.budgets.formula import Formula, formula_for
from wijkwerk.budgets.queries import Balance, area_balance
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Reason
from wijkwerk.people.wording import language, role_label, sourced


@dataclass(frozen=True)
class AreaMoney:
    """What the page says of the budget; without `balance` nothing was granted yet, without `formula` there is none."""

    year: int
    balance: Balance | None
    formula: Formula | None
    why_none: Reason | None
    chosen_by: str
    decided_by: Reason

    @property
    def per_resident(self) -> Money | None:
        """What was granted, shared by all who live there."""
        people = self.formula.people if self.formula else None
        if self.balance is None or people is None or not people.number:
            return None
        return Money(round(self.balance.granted.minor / people.number), self.balance.granted.currency)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw a bar of."""
        return self.balance is None or not self.balance.granted


def area_money(area: Area, approach: Approach) -> AreaMoney:
    """The budget of this calendar year; in a fixed number of queries."""
    year = clock.today().year
    formula, why_none = None, None
    try:
        formula = formula_for(area, year)
    except Conflict as none:
        why_none = none.reason
    return AreaMoney(
        year, area_balance(area, year), formula, why_none, who_chooses(approach), who_decides(approach)
    )


def who_chooses(approach: Approach) -> str:
    """Who says what the money goes to, in one sentence; empty where there is no budget."""
    return {
        Decider.RESIDENTS: _("Bewoners kiezen waar het geld heen gaat."),
        Decider.OFFICE_AND_RESIDENTS: _("Het wijkbureau en bewoners kiezen samen."),
        Decider.COORDINATOR: _("De coördinator van het gebied kiest."),
        Decider.TEAM: _("Het team van het gebied kiest."),
    }.get(approach.budget.decided_by or Decider.NONE, "")


def who_decides(approach: Approach) -> Reason:
    """Who decides in law, and on what ground."""
    decider = role_label(approach, approach.budget.formal_decider or "")
    ground = approach.budget.legal_ground
    return sourced(approach, ground.within(language()) if ground else "", "budget.formal_decider", decider)
