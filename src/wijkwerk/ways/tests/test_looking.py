"""Looking around: every approach can be read and set beside another, with where each value comes from."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import appointed, make_world
from wijkwerk.approaches import Power, catalogue, load
from wijkwerk.people.models import Account
from wijkwerk.ways.pages import comparison

pytestmark = pytest.mark.django_db
COMPARE = reverse("ways:compare")


def read(client: Client, address: str, **asked: object) -> str:
    response = client.get(address, asked)
    assert response.status_code == 200
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.requirement("UTR97-01")
def test_the_catalogue_names_every_approach_and_which_failed_and_why(client: Client) -> None:
    page = read(client, reverse("ways:catalogue"))
    for key in catalogue():
        assert load(key).title.nl in page
    for municipality in (
        "Deventer",
        "Dordrecht",
        "Tilburg",
        "Utrecht",
        "Amersfoort",
        "Rotterdam",
        "Den Haag",
    ):
        assert municipality in page
    assert "Neem dit niet over: de stuurgroep van zestien kwam te weinig bijeen" in page
    assert "niet om over te nemen" in page
    assert "8 wijken van 30.000 inwoners" in page


@pytest.mark.requirement("GEN-03")
def test_two_approaches_under_the_six_questions_differences_first(client: Client) -> None:
    page = read(client, COMPARE, aanpak=["deventer_1997", "dordrecht_1997"])
    heads = re.findall(r'<h2 id="q-(\w+)">', page)
    assert heads == ["objective", "development", "organisation", "politics", "partners", "effect"]
    assert "Gelijk" in page
    organisation = page.partition('id="q-organisation"')[2]
    before, _mark, _folded = organisation.partition("<summary>")
    before += _folded.partition("<summary>Verschilt alleen")[0]
    assert "bij de bestuursdienst" in before
    assert "niet beschreven" in before
    for dimension in ("Schaal", "Rollen", "Stappen van het jaar", "Wie beslist", "Geld", "Sectorplannen"):
        assert f"<h3>{dimension}</h3>" in before


@pytest.mark.requirement("GEN-05")
def test_a_value_says_where_it_comes_from_and_how_that_was_found_out(client: Client) -> None:
    page = read(client, COMPARE, aanpak=["deventer_1997", "utrecht_2018"])
    assert "Wijkbeheer in vier gemeenten, rapport van 6 mei 1997, §2.2 (5)" in page
    assert "Van Dijk, Van Soomeren en Partners: eigen ervaring, aangevuld met een quick scan" in page
    assert "verteld door de gemeente zelf" in page


@pytest.mark.requirement("CXO-17")
def test_beside_the_gains_what_it_asks_and_what_makes_it_hard(client: Client) -> None:
    text = read(client, COMPARE, aanpak=["dordrecht_1997", "utrecht_1997"])
    for words in (
        "Wat het oplevert",
        "Wat het van de gemeente vraagt",
        "wijkcoördinator: 8 tot 38 uur per week",
        "mandaat om geld vrijgeven: wijkmanager",
        "bedrag per gebied: NLG 500.000",
        "Wat het moeilijk maakt",
        "De wijken zijn te groot en te weinig overzienbaar",
    ):
        assert words in text, words
    given = {row.label: row.cells for row in comparison.page([load("dordrecht_1997")]).weighed}
    assert "wijkcoördinator: 8 tot 38 uur per week" in given["Wat het van de gemeente vraagt"][0].lines
    assert any("Acht coördinatie-uren" in line for line in given["Wat het moeilijk maakt"][0].lines)
    assert given["Wat het oplevert"][0].origin is not None


def test_nothing_chosen_begins_with_what_is_in_force(client: Client) -> None:
    assert "Kies minstens twee" in read(client, COMPARE)
    make_world("dordrecht_1997")
    page = read(client, COMPARE)
    assert 'id="choose-dordrecht_1997" checked' in page


def test_nobody_is_offered_a_closed_page(client: Client) -> None:
    """What an approach would mean here is for everyone to read, also for whoever sets it in one area only."""
    world = make_world()
    (role, *_others) = world.approach.roles_with(Power.SET_APPROACH)
    for area in (world.area, None):
        person = appointed(role.key, area)
        client.force_login(Account.objects.get(pk=person.account_id))
        address = reverse("ways:consequences", args=["tilburg_1997"])
        for page in (reverse("ways:catalogue"), f"{COMPARE}?aanpak=deventer_1997&aanpak=tilburg_1997"):
            assert address in client.get(page).content.decode(), page
        assert client.get(address).status_code == 200


def test_what_is_no_approach_is_passed_over(client: Client) -> None:
    page = read(client, COMPARE, aanpak=["deventer_1997", "../../etc", "atlantis", "deventer_1997"])
    assert "Kies minstens twee" in page


def test_no_more_than_can_be_read_side_by_side(client: Client) -> None:
    page = read(client, COMPARE, aanpak=catalogue())
    assert "Wij tonen de eerste 5" in page


@pytest.mark.parametrize("key", catalogue())
def test_the_file_of_each_can_be_kept(client: Client, key: str) -> None:
    response = client.get(reverse("ways:file", args=[key]))
    assert f'key = "{key}"' in response.content.decode()
    assert response["Content-Disposition"] == f'attachment; filename="{key}.toml"'
