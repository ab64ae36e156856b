"""What an approach would mean for given areas, before anyone chooses it. Pure: numbers in, numbers out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from wijkwerk.approaches.schema import Approach, Role, Step
from wijkwerk.approaches.values import Amount, Band, Currency

MONTHS_PER_YEAR = 12


class Fit(StrEnum):
    """How an area lies to the size that the approach asks."""

    TOO_SMALL = "too_small"
    FITS = "fits"
    TOO_LARGE = "too_large"
    NOT_DESCRIBED = "not_described"


@dataclass(frozen=True, kw_only=True)
class AreaFacts:
    """An area as it is: its people, and the hours a week there are for it now."""

    name: str
    inhabitants: int
    hours: Decimal | None = None


@dataclass(frozen=True)
class AreaConsequence:
    """What the approach means for one area."""

    facts: AreaFacts
    fit: Fit
    budget: Amount | None
    per_resident: Amount | None
    hours_short: Decimal | None


@dataclass(frozen=True)
class RoleNeeded:
    """How many people a role asks over all areas; None where the approach does not say."""

    role: Role
    at_least: int | None
    at_most: int | None


@dataclass(frozen=True)
class Consequences:
    """Everything to see before choosing."""

    approach: Approach
    areas: tuple[AreaConsequence, ...]
    roles: tuple[RoleNeeded, ...]
    hours: Band | None
    total: Amount | None
    steps_per_year: int | None
    steps: tuple[Step, ...]

    @property
    def mean_inhabitants(self) -> int | None:
        """How many people live in an area here, on average; None without areas."""
        if not self.areas:
            return None
        people = sum(area.facts.inhabitants for area in self.areas)
        return int((Decimal(people) / len(self.areas)).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def of_fit(self, fit: Fit) -> tuple[AreaConsequence, ...]:
        """The areas that are too large, too small, or fit."""
        return tuple(area for area in self.areas if area.fit is fit)


def consequences(
    approach: Approach, areas: Sequence[AreaFacts], *, currency: Currency | None = None
) -> Consequences:
    """What `approach` would mean for `areas`; sums in the approach's own currency unless another is named."""
    each = tuple(_area(approach, facts, currency) for facts in areas)
    budgets = [area.budget for area in each if area.budget]
    total = Amount(amount=sum((one.amount for one in budgets), Decimal(0)), currency=budgets[0].currency)\
        if budgets else None  # fmt: skip
    roles = tuple(_needed(role, len(areas)) for role in approach.roles.values() if not role.is_resident)
    months = approach.cycle.length_months
    return Consequences(
        approach=approach,
        areas=each,
        roles=roles,
        hours=_hours(approach, len(areas)),
        total=total,
        steps_per_year=len(approach.cycle.steps) * MONTHS_PER_YEAR // months if months else None,
        steps=approach.cycle.steps,
    )


def _area(approach: Approach, facts: AreaFacts, currency: Currency | None) -> AreaConsequence:
    budget = approach.budget.for_area(facts.inhabitants, currency)
    return AreaConsequence(
        facts=facts,
        fit=_fit(approach.plan_level.inhabitants, facts.inhabitants),
        budget=budget,
        per_resident=_per_resident(budget, facts.inhabitants),
        hours_short=_short(_hours(approach, 1), facts.hours),
    )


def _fit(band: Band | None, inhabitants: int) -> Fit:
    if band is None:
        return Fit.NOT_DESCRIBED
    if inhabitants in band:
        return Fit.FITS
    return Fit.TOO_SMALL if band.min is not None and inhabitants < band.min else Fit.TOO_LARGE


def _per_resident(budget: Amount | None, inhabitants: int) -> Amount | None:
    if budget is None or not inhabitants:
        return None
    each = (budget.amount / inhabitants).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return Amount(amount=each, currency=budget.currency)


def _needed(role: Role, areas: int) -> RoleNeeded:
    """A role of an area is needed in each; somebody who serves several areas counts for all of them."""
    times = 1 if role.city_wide else areas
    if role.areas_each and role.areas_each.max:
        times = -(-areas // int(role.areas_each.max))
    return RoleNeeded(
        role=role,
        at_least=None if role.minimum is None else role.minimum * times,
        at_most=None if role.maximum is None else role.maximum * times,
    )


def _hours(approach: Approach, areas: int) -> Band | None:
    """The hours a week over so many areas, added up over the roles that state them."""
    stated = [role.hours for role in approach.roles.values() if role.hours and not role.city_wide]
    if not stated:
        return None
    return Band(
        min=sum((hours.min or Decimal(0) for hours in stated), Decimal(0)) * areas,
        max=sum((hours.max or Decimal(0) for hours in stated), Decimal(0)) * areas,
    )


def _short(needed: Band | None, there: Decimal | None) -> Decimal | None:
    if needed is None or needed.min is None or there is None:
        return None
    return max(needed.min - there, Decimal(0))
