"""Money in a small world, for scenarios: a year, a regular fund with something in it, a measure to pay."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.world import World
from wijkwerk.areas.models import AreaApproach
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Fund, FundKind, Reservation
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

YEAR = 2026
LAW = {"purpose": "kleinere maatregelen", "formal_decider": "college", "legal_ground": "artikel 160"}


def noon(day: date) -> AbstractContextManager[None]:
    """It is noon of that day."""
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))


def in_guilders(world: World) -> None:
    """The municipality works with the currency of the source."""
    AreaApproach.objects.update(currency="NLG")


def a_measure(world: World, sentence: str = "Breder pad naar de speelplek") -> Thing:
    return bear("measure", area=world.area, sentence=sentence, public=True)


def regular(world: World, units: int, currency: str = "NLG", name: str = "groen") -> Fund:
    """A service line of the regular budget."""
    return budgets.open_regular_fund(
        name=name,
        year=YEAR,
        amount=Money.of(units, currency),
        ground="begroting 2026",
        formal_decider="gemeenteraad",
        legal_ground="artikel 189",
        by=world.executive_board,
    )


def area_fund(world: World, units: int, currency: str = "NLG", **given: object) -> Fund:
    """The budget of the area with something in it, where its approach knows one."""
    fund = budgets.open_fund(
        **{
            "name": "budget",
            "kind": FundKind.AREA_BUDGET,
            "area": world.area,
            "currency": currency,
            **LAW,
            **given,
        }
    )
    budgets.grant_from_council(fund=fund, year=YEAR, amount=Money.of(units, currency), ground="begroting")
    return fund


def reserve(thing: Thing, fund: Fund, units: int, by: Person) -> Reservation:
    return budgets.reserve(measure=thing, fund=fund, year=YEAR, amount=Money.of(units, fund.currency), by=by)
