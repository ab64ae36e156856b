"""The pages of areas, as a visitor without JavaScript meets them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import make_world
from wijkwerk.areas import pictures
from wijkwerk.areas.actions import (
    Order,
    differ,
    draw_landmarks,
    explain_border,
    import_streets,
    set_intensity,
)
from wijkwerk.areas.models import Area, Grouping, Inhabitants, Intensity
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.areas.tests.factories import LONG_AGO, an_area, square, working, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def north(tmp_path):
    area = working(an_area("noord", name="Noord & <b>Oost</b>", geometry=square(0, 0)))
    Inhabitants.objects.create(area=area, year=2020, number=16400, source="CBS")
    import_streets(
        path=written(
            tmp_path, "straten.csv", "postcode;street;area;lon;lat\n7411 AA;Brink;noord;6.005;52.005\n"
        )
    )
    return area


@pytest.fixture
def area_pages(monkeypatch):
    """Pages of areas belong to a higher capability; here they only need an address."""
    monkeypatch.setattr(pictures, "area_url", lambda area: f"/wijken/{area.code}")


def test_the_list_names_every_area_with_its_people_and_escapes_names(client, north):
    page = client.get(reverse("areas:list")).content.decode()
    assert "Noord &amp; &lt;b&gt;Oost&lt;/b&gt;" in page
    assert "<b>Oost" not in page
    assert "16.400 inwoners (2020)" in page
    assert "<svg" in page
    assert "<figcaption" not in page  # only an outline drawn by hand says so


def test_the_approach_says_what_the_areas_are_called(client, north):
    assert '<h1 class="utrecht-heading-1">Wijken</h1>' in client.get(reverse("areas:list")).content.decode()


def test_the_list_speaks_english_too(client, north):
    page = client.get(reverse("areas:list"), headers={"Accept-Language": "en"}).content.decode()
    assert "Choose from the list" in page
    assert "16,400 residents (2020)" in page
    assert "Districts" in page


def test_an_empty_list_says_why(client):
    assert "Hier staat nog niets" in client.get(reverse("areas:list")).content.decode()


def test_an_address_leads_to_its_area(client, north, area_pages):
    response = client.get(reverse("areas:address"), {"q": "brink 3"})
    assert (response.status_code, response.headers["Location"]) == (302, "/wijken/noord")


@pytest.mark.parametrize(
    "text", ["", "Nergens 1", "<script>alert(1)</script>", "x" * 100_000, "😀", "\u202eabc"]
)
def test_an_address_that_is_not_found_is_a_page_with_the_list(client, north, text):
    response = client.get(reverse("areas:address"), {"q": text[:3000]})
    page = response.content.decode()
    assert response.status_code == 200
    assert "16.400 inwoners (2020)" in page
    assert "<script>alert" not in page
    assert ("Wij vonden niets" in page) == bool(text.strip())


def test_a_choice_is_shown_when_there_is_one(client, north, tmp_path, area_pages):
    working(an_area("zuid", name="Zuid"))
    rows = "postcode;street;area;lon;lat\n7412 AB;Laan;zuid;6.1;52.1\n7411 AB;Laan;noord;6.1;52.1\n"
    import_streets(path=written(tmp_path, "straten.csv", rows))
    page = client.get(reverse("areas:address"), {"q": "laan"}).content.decode()
    assert '<a class="utrecht-link" href="/wijken/zuid">Laan (Zuid)</a>' in page


def test_the_picture_and_the_outlines_are_sent_once_until_the_map_changes(client, north):
    for address, kind in (
        (reverse("areas:picture", args=["noord"]), "image/png"),
        (reverse("areas:outlines"), "application/geo+json"),
    ):
        first = client.get(address)
        assert (first.status_code, first.headers["Content-Type"]) == (200, kind)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    draw_landmarks({})
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_outlines_are_geojson_with_names_and_sources(client, north):
    [feature] = client.get(reverse("areas:outlines")).json()["features"]
    assert (feature["id"], feature["properties"]["name"], feature["geometry"]) == (
        "noord",
        north.name,
        square(0, 0),
    )


def test_a_picture_of_what_is_no_working_area_does_not_exist(client, north):
    assert client.get(reverse("areas:picture", args=["BU01500101"])).status_code == 404
    assert client.get(reverse("areas:picture", args=["noord"]), {"breedte": "99999"}).status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_however_long_it_is(client, django_assert_num_queries, count):
    for number in range(count):
        working(an_area(f"wijk{number:02}", geometry=square(number, 0)))
    draw_landmarks({})
    client.get(reverse("areas:list"))
    # Approaches in force, areas, inhabitants, the approach that names the level (two), state of the map.
    with django_assert_num_queries(7):
        client.get(reverse("areas:list"))


def test_nothing_but_reading_is_possible(client, north):
    for name in ("list", "address", "outlines"):
        assert client.post(reverse(f"areas:{name}")).status_code == 405


def test_every_view_is_open_to_everyone_on_purpose():
    from wijkwerk.areas.urls import urlpatterns

    assert {pattern.callback.guard for pattern in urlpatterns} == {"public"}


def test_no_number_in_a_map_has_a_comma(client, north):
    page = client.get(reverse("areas:list"), headers={"Accept-Language": "nl"}).content.decode()
    assert not re.search(r'\b[dxy]="[^"]*,', page)


def test_everybody_reads_what_is_different_where_and_why(client: Client) -> None:
    world = make_world("rotterdam_2020s")
    empty = client.get(reverse("areas:differences")).content.decode()
    assert "Overal gaat het hetzelfde" in empty
    differ(
        area=world.area,
        path="longlist.limit",
        value=3,
        reason="Hier komen weinig wensen binnen.",
        decided_by="college, 1 juni 2026",
    )
    body = client.get(reverse("areas:differences")).content.decode()
    for words in (
        "Voorstad",
        "Hier 3, elders 10.",
        "Hier komen weinig wensen binnen.",
        "college, 1 juni 2026",
    ):
        assert words in body


def test_a_border_says_why_what_was_before_and_how_intensive(client: Client) -> None:
    world = make_world("dordrecht_1997")
    address = reverse("areas:border", args=[world.area.code])
    assert "organische samenhang" in client.get(address).content.decode()
    explain_border(area=world.area, text="Het spoor maakt dit één geheel.")
    order = Order("Bestuursopdracht wijkbeheer", date(1993, 1, 1), "https://example.org/opdracht")
    set_intensity(area=world.area, intensity=Intensity.INTENSIVE, reason="Er moet veel.", order=order)
    body = client.get(address).content.decode()
    for words in (
        "Het spoor maakt dit één geheel.",
        "Intensief",
        "Er moet veel.",
        "https://example.org/opdracht",
    ):
        assert words in body
    assert "Intensief beheerd: 1. Extensief: 0." in client.get(reverse("areas:differences")).content.decode()


def test_the_list_shows_what_is_planned_and_the_timeline_what_was(client: Client) -> None:
    world = make_world("utrecht_1997")
    Area.objects.create(
        code="straks",
        name="Leidsche Rijn",
        level=world.area.level,
        parent=world.city,
        valid_from=date(2090, 5, 1),
    )
    body = client.get(reverse("areas:list")).content.decode()
    assert "Leidsche Rijn, vanaf" in body
    assert "2090" in body
    told = client.get(reverse("areas:timeline")).content.decode()
    years = [str(year) for year in (1984, 1987, 1990, 1991, 1994, 1995)]
    assert all(year in told for year in years)
    assert sorted(years, key=told.index) == years


def test_a_street_of_one_buurt_leads_to_that_buurt(client, north, area_pages, tmp_path):
    west = an_area("BU01500405", name="Rielerweg-West", level=BUURT)
    Grouping.objects.create(area=north, member=west, valid_from=LONG_AGO)
    streets = "postcode;street;area;buurt;lon;lat\n7416 AA;Rielerweg;noord;BU01500405;6.005;52.005\n"
    import_streets(path=written(tmp_path, "meer.csv", streets))
    response = client.get(reverse("areas:address"), {"q": "Rielerweg"})
    assert response.headers["Location"] == "/wijken/noord?buurt=BU01500405"
