"""The list of signals: filters, page by page, a fixed number of queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import World
from wijkwerk.foundation import clock
from wijkwerk.signals.actions import Sorting, triage
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SignalStatus
from wijkwerk.signals.tests.places import drawn_world, enter, queries, words
from wijkwerk.signals.tests.test_sorting import reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


class TestList:
    def test_filters(self, client: Client, world: World) -> None:
        new = reported(world, "Nieuw vandaag")
        with clock.at(timezone.now() - timedelta(days=90)):
            late = reported(world, "Oud en vergeten")
        routed = reported(world, "Bij de dienst")
        triage(
            signal_id=routed.pk,
            sorting=Sorting(destination="regular", service=world.organisations["groen"]),
            by=world.area_officer,
        )
        with clock.at(timezone.now() - timedelta(days=90)):
            in_need = reported(world, "Hoort bij een vraag")
            Signal.objects.filter(pk=in_need.pk).update(status=SignalStatus.IN_NEED)
        enter(client, world.area_officer)

        def shown(query: str) -> set[Signal]:
            page = words(client.get(reverse("signals:signals") + query))
            return {signal for signal in (new, late, routed, in_need) if signal.thing.number in page}

        assert shown("") == {new, late}
        assert shown("?toon=laat") == {late}
        assert shown("?toon=dienst") == {routed}
        assert shown("?toon=vraag") == {in_need}
        assert shown("?toon=dienst&dienst=groen") == {routed}
        assert shown("?toon=dienst&dienst=taakgroep") == {routed}
        assert shown("?toon=verzonnen&wijk=verzonnen&dienst=verzonnen&na=verzonnen") == {new, late}

    def test_page_by_page_everything_once(self, client: Client, world: World, monkeypatch: object) -> None:
        monkeypatch.setattr("wijkwerk.signals.views.paging.ON_A_PAGE", 2)
        numbers = [reported(world, f"Lamp {count}").thing.number for count in range(5)]
        enter(client, world.area_officer)
        address, found = "?toon=nieuw", []
        while address:
            page = client.get(reverse("signals:signals") + address).context["page"]
            found += [row.signal.thing.number for row in page.rows]
            address = page.next_url
        assert found == numbers

    def test_a_fixed_number_of_queries(self, client: Client, world: World) -> None:
        enter(client, world.area_officer)
        addresses = [
            reverse("signals:signals"),
            reverse("signals:triage", args=[reported(world, "De lamp is kapot").thing.number]),
        ]
        # The first other one fetches what none would: the numbers of who asks.
        reported(world, "De lamp 0 is kapot")
        few = [queries(client, address) for address in addresses]
        for count in range(10):
            reported(world, f"De lamp {count} is kapot")
        assert [queries(client, address) for address in addresses] == few
