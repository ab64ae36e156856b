"""What is decided about an area has a page on the thread like everything else, for everyone to read."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.filled import make_filled_world, that_day
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db


def test_rulings_agreements_orders_and_proposals_are_read_on_the_thread() -> None:
    make_filled_world()
    with that_day():
        for kind, words in (
            ("ruling", "Zij doen het beter."),
            ("agreement", "Het veld blijft vrij tot 2028."),
            ("order", "Besteld bij Groen en Spelen"),
            ("proposal", "commissie Welzijn"),
        ):
            pages = [
                Client().get(thing.get_absolute_url())
                for thing in Thing.objects.filter(kind=kind, public=True)
            ]
            assert {page.status_code for page in pages} == {200}
            assert any(words in page.content.decode() for page in pages), kind
