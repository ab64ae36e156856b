"""A small municipality to test in: one area under one approach, and someone in every role. Plain, no surprises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wijkwerk.approaches import Approach, load
from wijkwerk.areas.models import Area, AreaApproach, Inhabitants
from wijkwerk.people.models import Account, Organisation, OrganisationKind, Person, RoleHeld

LONG_AGO = date(2020, 1, 1)


@dataclass
class World:
    """What a test can point at."""

    approach: Approach
    city: Area
    area: Area
    neighbourhood: Area
    people: dict[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        """A person by role key: `world.area_officer`."""
        people = self.__dict__.get("people", {})
        if name in people:
            return people[name]
        raise AttributeError(name)


def make_world(approach_key: str = "deventer_1997", *, inhabitants: int = 13_750) -> World:
    """An area at the plan level of the approach, and one holder of every role it knows."""
    approach = load(approach_key)
    city = Area.objects.create(code="GM0150", name="Deventer", level="gemeente", valid_from=LONG_AGO)
    area = Area.objects.create(
        code="voorstad", name="Voorstad", level=approach.plan_level.key, parent=city, valid_from=LONG_AGO
    )
    finest = approach.levels[0].key
    neighbourhood = Area.objects.create(
        code="BU0", name="De Venen", level=finest, parent=area, valid_from=LONG_AGO
    )
    Inhabitants.objects.create(area=area, year=2026, number=inhabitants, source="test")
    for each in (city, area):
        AreaApproach.objects.create(
            area=each, approach_key=approach_key, currency="EUR", valid_from=LONG_AGO, adopted_by="raad, test"
        )
    organisations = {
        key: Organisation.objects.create(key=key, name=name, kind=kind)
        for key, name, kind in (
            ("gemeente", "gemeente Deventer", OrganisationKind.MUNICIPALITY),
            ("groen", "Groen en Spelen", OrganisationKind.SERVICE),
            ("taakgroep", "Taakgroep De Haag", OrganisationKind.RESIDENT_GROUP),
            ("welzijn", "Welzijn Deventer", OrganisationKind.WELFARE),
        )
    }
    world = World(approach, city, area, neighbourhood, organisations=organisations)
    for key, role in approach.roles.items():
        place = None if role.city_wide else area
        for_whom = {"service_contact_officer": "groen", "executor": "taakgroep"}.get(key)
        world.people[key] = appointed(key, place, organisations[for_whom] if for_whom else None)
    return world


def appointed(
    role: str, area: Area | None, organisation: Organisation | None = None, name: str = ""
) -> Person:
    """A person with an account who holds one role since long ago."""
    first = name or role.replace("_", " ").title().split()[0]
    account = Account.objects.create_user(f"{role}.{Person.objects.count()}@example.org")
    person = Person.objects.create(account=account, first_name=first, last_name="Test", phone="14 0570")
    RoleHeld.objects.create(
        person=person, role=role, area=area, organisation=organisation, valid_from=LONG_AGO
    )
    return person
