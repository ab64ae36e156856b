"""The second screen: by street, by pointing, from the list; what is not found is never an error."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.areas.models import Address
from wijkwerk.signals.models import Signal
from wijkwerk.signals.tests.places import PLACE, at, drawn_world, seen, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


class TestPlace:
    def test_an_area_must_be_chosen(self, client: Client, world: World) -> None:
        seen(client)
        page = at(client, area="")
        assert page.status_code == 422
        assert "Kies in welke wijk het is." in words(page)

    def test_by_street(self, client: Client, world: World) -> None:
        seen(client)
        assert at(client, area="", action="search", search="rielerweg 12").status_code == 302
        client.post(reverse("signals:report-check"))
        signal = Signal.objects.get()
        assert (signal.thing.area, signal.longitude, signal.latitude) == (world.area, *PLACE)
        assert signal.place_text == "Rielerweg"

    def test_not_found_is_a_list_and_no_error(self, client: Client, world: World) -> None:
        seen(client)
        page = at(client, area="", action="search", search="Nergenslaan <b>9</b>")
        assert page.status_code == 200
        text = words(page)
        assert "Wij vonden niets bij" in text
        assert "<b>9</b>" not in text
        assert "Keizerslanden" in text

    def test_a_name_that_only_comes_near_is_asked_back(self, client: Client, world: World) -> None:
        seen(client)
        page = at(client, area="", action="search", search="Rielersweg")
        assert page.status_code == 200
        assert "Welke bedoelt u?" in words(page)
        at(client, area="", search="Rielersweg", candidate="0", action="")
        assert "Rielerweg" in words(client.get(reverse("signals:report-place")))

    def test_a_second_search_replaces_the_first_and_leaves_own_words(
        self, client: Client, world: World
    ) -> None:
        seen(client)
        at(client, area="", action="search", search="Rielerweg")
        at(client, area="voorstad", action="search", search="Keizersweg", place_text="Rielerweg")
        assert 'value="Keizersweg"' in words(client.get(reverse("signals:report-place")))
        at(client, area="keizers", action="search", search="Rielerweg", place_text="naast de kerk")
        assert 'value="naast de kerk"' in words(client.get(reverse("signals:report-place")))

    def test_by_pointing_at_the_picture(self, client: Client, world: World) -> None:
        seen(client)
        client.post(reverse("signals:report-place"), {"area": "voorstad", "map.x": "100", "map.y": "120"})
        client.post(reverse("signals:report-check"))
        signal = Signal.objects.get()
        assert signal.longitude is not None
        assert 6.0 < signal.longitude < 6.01
        assert 52.0 < (signal.latitude or 0) < 52.01

    def test_the_picture_pressed_with_the_keyboard_says_what_to_do(
        self, client: Client, world: World
    ) -> None:
        seen(client)
        page = client.post(reverse("signals:report-place"), {"area": "voorstad", "map.x": "0", "map.y": "0"})
        assert "zoekt u de straat" in words(page)

    def test_a_place_outside_is_told(self, client: Client, world: World) -> None:
        seen(client)
        page = at(client, area="", action="here", longitude="4.9", latitude="52.37")
        assert "buiten de wijken" in words(page)

    def test_another_area_drops_the_point(self, client: Client, world: World) -> None:
        seen(client)
        at(client, area="", action="search", search="Rielerweg")
        at(client, area="keizers")
        client.post(reverse("signals:report-check"))
        signal = Signal.objects.get()
        assert (signal.thing.area.code, signal.longitude) == ("keizers", None)

    def test_the_whole_neighbourhood(self, client: Client, world: World) -> None:
        seen(client)
        at(client, whole_neighbourhood="on")
        client.post(reverse("signals:report-check"))
        assert Signal.objects.get().whole_neighbourhood


def test_a_name_with_a_mark_is_what_was_typed(client: Client, world: World) -> None:
    Address.objects.create(
        postcode="7411AB", street="Rielerweg-Oost", area=world.area, lon=PLACE[0], lat=PLACE[1]
    )
    seen(client)
    moved = at(client, area="", action="search", search="rielerweg-oost")
    assert moved.status_code == 302
    page = words(client.get(moved["Location"]))
    assert "Gevonden:" in page
    assert "Rielerweg-Oost" in page


def test_who_types_a_street_and_goes_on_meant_that_street(client: Client, world: World) -> None:
    seen(client)
    assert at(client, area="", action="next", search="Rielerweg")["Location"].endswith("#plek")
    assert at(client, area="voorstad", seen="1")["Location"] == reverse("signals:report-reply")


def test_going_on_with_a_street_nobody_knows_is_still_an_error(client: Client, world: World) -> None:
    seen(client)
    page = at(client, area="", action="next", search="Zzyzx")
    assert page.status_code == 422
    assert "Wij vonden niets bij" in words(page)
