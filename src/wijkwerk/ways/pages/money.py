"""What each of our areas gets now, and what it would get: in one currency, in whole units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Amount, Approach
from wijkwerk.areas.models import AreaApproach
from wijkwerk.areas.queries import adoptions
from wijkwerk.areas.rules.overrides import differing
from wijkwerk.foundation.money import Currency, Money, in_euros
from wijkwerk.foundation.templatetags.wijkwerk import money
from wijkwerk.ways.facts import Ours


@dataclass(frozen=True)
class MoneyLine:
    """What one area gets now and then, and the difference."""

    name: str
    before: str
    after: str
    change: str


@dataclass(frozen=True)
class MoneyTable:
    """The areas whose sum would change, and all areas together."""

    lines: list[MoneyLine]
    total: MoneyLine | None


def money_table(after: Approach, ours: Ours) -> MoneyTable:
    """Now is what is in force in each area with the amount chosen there; in a fixed number of queries."""
    held, people = adoptions(ours.known), ours.people
    nows = [_granted(held.get(area.pk), people[area.pk].number) for area in ours.known]
    thens = [_sum(after.budget.for_area(people[area.pk].number)) for area in ours.known]
    if any(
        sum_ and sum_.currency is Currency.EUR for sum_ in (*nows, *thens)
    ):  # one currency, to hold together
        nows, thens = ([_in_euros(sum_) for sum_ in sums] for sums in (nows, thens))
    lines = [
        _line(area.name, now, then)
        for area, now, then in zip(ours.known, nows, thens, strict=True)
        if now != then
    ]
    return MoneyTable(lines, _line(_("Samen"), _together(nows), _together(thens)) if lines else None)


def _granted(held: AreaApproach | None, people: int) -> Money | None:
    """As the area's budget is worked out: by the amount chosen on adopting, else by the approach."""
    if held is None:
        return None
    budget = differing(held.approach_key, held.overrides).budget
    if budget.exists and held.per_resident is not None:
        return held.per_resident * people
    return _sum(budget.for_area(people, Currency(held.currency)))


def _sum(amount: Amount | None) -> Money | None:
    return Money.of(amount.amount, amount.currency) if amount else None


def _in_euros(sum_: Money | None) -> Money | None:
    return in_euros(sum_) if sum_ and sum_.currency is Currency.NLG else sum_


def _together(sums: Sequence[Money | None]) -> Money | None:
    found = [each for each in sums if each]
    return sum(found[1:], found[0]) if found else None


def _line(name: str, now: Money | None, then: Money | None) -> MoneyLine:
    """Without cents: of a whole area they say nothing."""
    before, after = (each and each.rounded for each in (now, then))
    change = after - before if before and after else after or (-before if before else None)
    sign = "+" if change and change.minor > 0 else ""
    return MoneyLine(name, _words(before), _words(after), sign + money(change))


def _words(sum_: Money | None) -> str:
    return money(sum_) if sum_ else _("niets vast")
