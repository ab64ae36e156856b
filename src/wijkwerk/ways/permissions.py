"""Who may choose and change the way of working: a mandate for the whole municipality."""

from __future__ import annotations

from wijkwerk.approaches import Power
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may


def must_set_approach(person: Person) -> None:
    """Refuse whoever may not set the approach, with the reason and who may."""
    may(person, Power.SET_APPROACH, within=None).require()
