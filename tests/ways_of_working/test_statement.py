"""What residents are told beforehand follows the file: the same page, another municipality, another answer."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import make_world
from wijkwerk.approaches import catalogue, load
from wijkwerk.approaches.comparing import compare
from wijkwerk.approaches.trail import reach
from wijkwerk.portal.pages.standing import SENTENCES, how_we_stand

pytestmark = pytest.mark.django_db

TOLD = ("options.involvement_initiative", "options.official_position", "organisation.based_in_area",
        "organisation.unit.place", "partners.form")  # fmt: skip


def cases() -> list[object]:
    """Of each of these switches every position that a file takes, with one file that takes it."""
    found: dict[tuple[str, str], str] = {}
    for path in TOLD:
        for key in catalogue():
            if (value := reach(load(key), path)) is not None:
                found.setdefault((path, str(value)), key)
    return [
        pytest.param(key, path, marks=pytest.mark.switch(path, value), id=f"{path}={value}")
        for (path, value), key in found.items()
    ]


def read(client: Client) -> str:
    page = client.get(reverse("portal:approach")).content.decode()
    return page.partition("Hoe wij in de wijk staan")[2].partition("</section>")[0]


@pytest.mark.parametrize(("key", "path"), cases())
def test_residents_read_how_the_municipality_stands(client: Client, key: str, path: str) -> None:
    world = make_world(key)
    page, value = read(client), reach(world.approach, path)
    assert str(SENTENCES[path][value]) in page
    assert [
        str(other) for kind, other in SENTENCES[path].items() if kind is not value and str(other) in page
    ] in (
        [],
        ["Nee."],  # the answer to another question
    )


@pytest.mark.parametrize("key", catalogue())
def test_what_a_source_leaves_open_is_said_to_be_open(key: str) -> None:
    approach = load(key)
    for choice, path in zip(how_we_stand(approach), how_paths(), strict=True):
        assert choice.described == (reach(approach, path) is not None)


def how_paths() -> list[str]:
    return [
        "options.involvement_initiative",
        "options.responsibility_shift",
        "options.official_position",
        "organisation.based_in_area",
        "organisation.unit.place",
        "options.area_standard",
        "politics.area_aldermen",
        "partners.form",
    ]


@pytest.mark.requirement("DOR-25")
def test_set_side_by_side_each_says_where_its_unit_hangs() -> None:
    keys = [key for key in catalogue() if reach(load(key), "organisation.unit.place") is not None]
    rows = [row for each in compare(*map(load, keys)).questions for row in each.rows]
    (row,) = [row for row in rows if row.path == "organisation.unit.place"]
    shown = {key: cell.shown() for key, cell in zip(keys, row.cells, strict=True)}
    assert shown["dordrecht_1997"] == "bij de bestuursdienst"
    assert shown["deventer_1997"] == "afdeling van een dienst"
    assert len(set(shown.values())) == 5
    (service,) = [row for row in rows if row.path == "organisation.unit.service"]
    assert service.cells[keys.index("dordrecht_1997")].shown() == "Bestuursdienst"


@pytest.mark.requirement("AMF-24")
def test_political_arrangements_are_values_out_of_a_list_that_combine() -> None:
    rows = {row.path: row for each in compare(*map(load, FOUR)).questions for row in each.rows}
    aldermen = [cell.shown() for cell in rows["politics.area_aldermen"].cells]
    assert aldermen == ["ja, alleen over het proces", "geen", "geen", "geen"]
    links = [cell.shown() for cell in rows["politics.council_link"].cells]
    assert links == [
        "contacten per fractie",
        "geen",
        "stelt het programma vast",
        "commissies zonder bevoegdheden",
    ]
    advice = load("amersfoort_advice_1997").politics
    assert advice.area_aldermen is not None
    assert advice.council_link is not None
    assert len(advice.visits) == 2


FOUR = ("deventer_1997", "dordrecht_1997", "tilburg_1997", "utrecht_1997")


@pytest.mark.requirement("UTR18-23")
def test_what_a_municipality_says_of_itself_stands_apart(client: Client) -> None:
    make_world("utrecht_2018")
    page = client.get(reverse("portal:approach")).content.decode()
    own = page.partition("Wat de gemeente zelf vindt")[2].partition("</ul>")[0]
    assert "Meer bestuurlijke gevoeligheid en daadkracht" in own
    assert "Wat anderen vonden" not in page


@pytest.mark.requirement("UTR18-23")
def test_and_so_does_what_others_found(client: Client) -> None:
    make_world("deventer_1997")
    page = client.get(reverse("portal:approach")).content.decode()
    assert (
        "Eindevaluatie Sociale Vernieuwing" in page.partition("Wat anderen vonden")[2].partition("</ul>")[0]
    )
    assert "Wat de gemeente zelf vindt" not in page


@pytest.mark.requirement("UTR97-02")
def test_the_first_office_stands_in_the_history(client: Client) -> None:
    make_world("utrecht_1997")
    page = client.get(reverse("portal:approach")).content.decode()
    history = page.partition("Zo ging het waar deze aanpak vandaan komt")[2].partition("</ol>")[0]
    moment = history.partition("Eerste wijkbureau als proef, in Witte Vrouwen")[2].partition("</li>")[0]
    assert "1984" in moment
    assert history.index("Eerste wijkbureau") < history.index("1994")
