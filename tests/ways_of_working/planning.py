"""What the scenarios of plans share: a service with somebody in it, a measure as a service words it, a day."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.world import World, appointed, make_world
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import Funding, Plan

YEAR = 2026


def on(day: date) -> AbstractContextManager[None]:
    """It is noon of that day."""
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))


@dataclass
class Place:
    """A world under one approach, with services and someone of each who works for the area."""

    world: World
    services: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def service(self, key: str) -> Organisation:
        """A service of the municipality, made when asked for, with its contact officer."""
        if key not in self.services:
            found = Organisation.objects.filter(key=key).first() or Organisation.objects.create(
                key=key, name=f"Dienst {key}", kind=OrganisationKind.SERVICE
            )
            self.services[key] = found
            self.people[key] = appointed("service_contact_officer", self.world.area, found, name=key.title())
        return self.services[key]

    def officer_of(self, key: str) -> Person:
        """Who works for that service here."""
        self.service(key)
        return self.people[key]

    def given(self, sentence: str, units: int = 5000, **changes: object) -> actions.Drafted:
        """A measure as somebody words it."""
        service = self.services.get("upkeep") or self.service("upkeep")
        return actions.Drafted(
            **{
                "sentence": sentence,
                "motive": "Mensen durven hier ’s avonds niet langs.",
                "funding": Funding.REGULAR,
                "funding_service": service,
                "cost": Money.of(units, "EUR"),
                "executors": (actions.Executing.by(service),),
                **changes,
            }
        )


def place_under(approach_key: str) -> Place:
    """A small world under this approach."""
    return Place(make_world(approach_key))


def sector_plan(place: Place, key: str, theme: str, sentence: str = "", **changes: object) -> Plan:
    """A sector plan of the service of that theme, with one measure."""
    officer = place.officer_of(theme)
    plan = actions.begin_plan(
        area=place.world.area, key=key, service=place.service(theme), year=YEAR, by=officer
    )
    given = place.given(sentence or f"Iets voor {theme}", theme=theme, **changes)
    actions.put_measure(plan_id=plan.pk, given=given, by=officer)
    return plan


def consulted(plan: Plan, by: Person, opened: date, until: date, after: date) -> None:
    """A round nobody reacted in."""
    with on(opened):
        actions.open_round(plan_id=plan.pk, intention="Dit willen wij.", open_until=until, by=by)
    with on(after):
        actions.close_round(plan_id=plan.pk, by=by)


def adopted(plan: Plan, by: Person) -> Plan:
    """It is adopted."""
    return actions.adopt_plan(plan_id=plan.pk, body="college", reason="Het past.", by=by)


def in_guilders(units: int) -> Money:
    """An amount of the nineties."""
    return Money.of(units, "NLG")
