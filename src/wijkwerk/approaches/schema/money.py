"""The money of an area: how much, whose choice, whose decision in law."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wijkwerk.approaches.schema.about import Right
from wijkwerk.approaches.values import Amount, Currency, Text


class Decider(StrEnum):
    """Who chooses what the area budget is spent on."""

    RESIDENTS = "residents"
    OFFICE_AND_RESIDENTS = "office_and_residents"
    COORDINATOR = "coordinator"
    TEAM = "team"
    NONE = "none"

    @property
    def includes_residents(self) -> bool:
        """Whether nothing can be spent without residents."""
        return self in (Decider.RESIDENTS, Decider.OFFICE_AND_RESIDENTS)


class BudgetState(StrEnum):
    """Whether the budget exists or was only thought of."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"


@dataclass(frozen=True, kw_only=True)
class ProposedBudget:
    """A budget that was proposed and that nobody may spend from until it is adopted."""

    per_area: Decimal | None = None
    currency: Currency | None = None
    decided_by: Decider | None = None
    state: BudgetState = BudgetState.PROPOSED


@dataclass(frozen=True, kw_only=True)
class Budget:
    """A sum for an area with a rule on who decides."""

    label: Text | None = None
    purpose: Text | None = None
    per_resident: Decimal | None = None
    per_area: Decimal | None = None
    mean: Decimal | None = None
    per_resident_over: Decimal | None = None
    currency: Currency | None = None
    decided_by: Right[Decider | None] = None
    managed_by: Right[tuple[str, ...]] = ()
    formal_decider: Right[str | None] = None
    legal_ground: Text | None = None
    ceiling: Decimal | None = None
    ceiling_share: Decimal | None = None
    free_part: Decimal | None = None
    taken_from: Text | None = None
    regular_first: bool | None = None
    compartmented: bool | None = None
    internal_purchase: bool | None = None
    state: BudgetState | None = None
    proposal: ProposedBudget | None = None

    @property
    def exists(self) -> bool:
        """Whether there is an area budget at all."""
        return self.decided_by not in (None, Decider.NONE)

    def for_area(self, inhabitants: int, currency: Currency | None = None) -> Amount | None:
        """What an area of this many people gets by the formula; None where the approach gives no formula.

        A municipality that adopts an approach in another currency names it; the number stays.
        """
        unit = currency or self.currency
        if unit is None or not self.exists:
            return None
        if self.per_resident is not None:
            return Amount(amount=self.per_resident * inhabitants, currency=unit)
        return None if self.per_area is None else Amount(amount=self.per_area, currency=unit)

    def ceiling_for(self, granted: Amount) -> Amount | None:
        """The most that one item may cost, given what the area was granted."""
        if self.ceiling is not None:
            return Amount(amount=self.ceiling, currency=granted.currency)
        if self.ceiling_share is None:
            return None
        return Amount(amount=granted.amount * self.ceiling_share, currency=granted.currency)
