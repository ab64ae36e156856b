"""A policy officer and a draft, for tests."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from tests.world import World
from wijkwerk.foundation import clock
from wijkwerk.people.actions import Change
from wijkwerk.people.models import Person
from wijkwerk.ways import actions
from wijkwerk.ways.models import Draft


def signed_in(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


def a_draft(world: World, **given: object) -> Draft:
    """A draft that extends the approach of the world."""
    values = {
        "key": "eigen_2027",
        "title": "Onze eigen aanpak",
        "extends": world.approach.key,
        "document": "Raadsvoorstel 2027-12",
        "by": world.policy_officer,
    }
    return actions.begin_draft(**{**values, **given})  # type: ignore[arg-type]


def decided(**given: object) -> Change:
    """What the council decided on a draft: from when, and why."""
    values = {
        "approach_key": "",
        "starts_on": clock.today() + timedelta(days=30),
        "currency": "EUR",
        "decided_by": "de gemeenteraad, 3 december 2026, besluit 88",
        "public_text": "Na een jaar proef met bewoners.",
    }
    return Change(**{**values, **given})  # type: ignore[arg-type]
