"""What an approach would mean for us: on the page, for whoever chooses; kept as a draft or as a review of the scale."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, appointed, make_world
from wijkwerk.approaches import load
from wijkwerk.approaches.drafting import draft_of
from wijkwerk.areas.models import Area, Inhabitants
from wijkwerk.areas.tests.factories import square
from wijkwerk.people.models import RoleHeld
from wijkwerk.ways import actions
from wijkwerk.ways.facts import ours
from wijkwerk.ways.models import Draft, Outcome, ScaleReview
from wijkwerk.ways.pages import consequences as page
from wijkwerk.ways.tests.factories import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    world = make_world()
    Area.objects.filter(pk=world.area.pk).update(geometry=square(0, 0))
    another(world, "Borgele", 18_500, 1)
    another(world, "Zandweerd", 7_400, 2)
    return world


def another(world: World, name: str, people: int, column: int) -> Area:
    area = Area.objects.create(
        code=name.lower(),
        name=name,
        level=world.area.level,
        parent=world.city,
        valid_from=world.area.valid_from,
        geometry=square(column, 0),
    )
    Inhabitants.objects.create(area=area, year=2026, number=people, source="test")
    return area


def read(world: World, key: str, **asked: str) -> str:
    response = signed_in(world.policy_officer).get(reverse("ways:consequences", args=[key]), asked)
    assert response.status_code == 200
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_size_in_words_and_on_the_map(world: World) -> None:
    text = read(world, "deventer_1997")
    assert "1 gebied past, 1 is te groot en 1 is te klein." in text
    assert "10.000 tot 15.000 inwoners per gebied" in text
    for tone in ("fits", "too-large", "too-small"):
        assert f"wijkwerk-fit--{tone}" in text
    assert "De lijst hierboven zegt hetzelfde" in text


def test_money_in_guilders_and_said_to_be_so_in_euros(world: World) -> None:
    text = read(world, "deventer_1997")
    assert "ƒ 110.000" in text
    assert "€ 49.915,82" in text
    assert "met de vaste koers van 2,20371 gulden" in text
    assert "de prijsstijging sindsdien is niet meegerekend" in text
    assert "noemt geen bedrag" in read(world, "dordrecht_1997")


def test_hours_needed_against_hours_there(world: World) -> None:
    officer = appointed("area_officer", world.area, name="Eva")
    RoleHeld.objects.filter(person=officer).update(hours=Decimal(6))
    shown = page.page(load("dordrecht_1997"), world.approach, ours())
    hours = {line.name: line.hours for line in shown.lines}
    assert hours["Voorstad"] == "6, dat is 2 te weinig"
    assert hours["Borgele"] == "niet bekend"
    assert shown.hours == "24 tot 114"


def test_roles_to_fill_against_roles_filled(world: World) -> None:
    roles = {line.label: line for line in page.page(world.approach, None, ours()).roles}
    assert (roles["wijkagent"].needed, roles["wijkagent"].held) == ("3 tot 6", 1)


def test_what_residents_would_notice(world: World) -> None:
    found = page.changes_for_residents(world.approach, load("dordrecht_1997"))
    assert "wie over maatregelen beslist: diensten, na overleg (was: bewoners)" in found
    assert any("mag niet meer: wensen op volgorde zetten" in words for words in found)
    assert "De stap ‘panellen’ verdwijnt." in found
    assert not any("naam:" in words for words in found)
    assert page.changes_for_residents(world.approach, world.approach) == []


def test_it_is_kept_as_a_draft_with_our_own_areas(world: World) -> None:
    client = signed_in(world.policy_officer)
    address = reverse("ways:drafts") + f"?aanpak=dordrecht_1997&gebieden={world.area.level}"
    response = client.post(
        address,
        {"title": "Onze stad", "key": "onze_stad_2027", "extends": "dordrecht_1997", "municipality": "Onze stad",
         "document": "Raadsvoorstel 2027-12"},
    )  # fmt: skip
    draft = Draft.objects.get()
    assert response["Location"] == reverse("ways:draft", args=[draft.pk])
    level = load("dordrecht_1997").plan_level.key
    assert draft_of(draft.key, draft.text).values[f"levels.{level}.count"] == 3


@pytest.mark.requirement("AMF-05")
def test_a_review_of_the_scale_can_end_in_keeping_it_with_reasons(world: World) -> None:
    client = signed_in(world.policy_officer)
    address = reverse("ways:scale", args=["deventer_1997"]) + f"?gebieden={world.area.level}"
    told = {"ending": "keep", "decided_by": "het college, 1 december 2026"}
    refused = client.post(address, told)
    assert refused.status_code == 422
    assert not ScaleReview.objects.exists()
    client.post(address, {**told, "reasons": "Bewoners herkennen deze wijken."})
    review = ScaleReview.objects.get()
    assert (review.ending, review.reasons) == (Outcome.KEEP, "Bewoners herkennen deze wijken.")
    assert (review.too_large, review.too_small) == ([["Borgele", 18_500]], [["Zandweerd", 7_400]])
    assert "Bewoners herkennen deze wijken." in read(world, "deventer_1997")


def test_only_who_may_set_the_approach_decides_on_the_scale(world: World) -> None:
    from wijkwerk.foundation.reasons import Refused

    with pytest.raises(Refused):
        actions.review_scale(
            approach_key="deventer_1997",
            area=world.city,
            level=world.area.level,
            ending="keep",
            reasons="Zo is het goed.",
            decided_by="ik",
            by=world.area_officer,
        )


def test_the_page_costs_as_much_for_many_areas(world: World, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = signed_in(world.policy_officer)
    address = reverse("ways:consequences", args=["deventer_1997"])
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(9):
        another(world, f"Wijk {number}", 11_000, 3 + number)
    client.get(address)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


def test_without_areas_the_page_says_so() -> None:
    world = make_world()
    Inhabitants.objects.all().delete()
    assert "Nog niets om naast te leggen" in read(world, "deventer_1997")
    assert "weten wij niet hoeveel mensen er wonen" in read(world, "deventer_1997")


def test_everyone_reads_what_an_approach_means_here_and_only_some_go_on_from_there(world: World) -> None:
    """The council asks this before there is anything to decide; whose hours they are is for colleagues."""
    officer = appointed("area_officer", world.area, name="Eva")
    RoleHeld.objects.filter(person=officer).update(hours=Decimal(6))
    address = reverse("ways:consequences", args=["dordrecht_1997"])
    inside = [reverse("ways:drafts"), reverse("ways:move", args=["dordrecht_1997"]),
              reverse("ways:scale", args=["dordrecht_1997"])]  # fmt: skip
    seen = {}
    for who, client in (
        ("visitor", Client()),
        ("colleague", signed_in(world.area_officer)),
        ("policy officer", signed_in(world.policy_officer)),
    ):
        response = client.get(address)
        assert response.status_code == 200
        page_ = response.content.decode().replace("\N{NO-BREAK SPACE}", " ")
        seen[who] = ([f'href="{each}' in page_ for each in inside], "6, dat is 2 te weinig" in page_)
        for listing in ("catalogue", "compare"):
            assert (
                address
                in client.get(reverse(f"ways:{listing}"), {"aanpak": "dordrecht_1997"}).content.decode()
            )
    assert seen == {
        "visitor": ([False] * 3, False),
        "colleague": ([False] * 3, True),
        "policy officer": ([True] * 3, True),
    }


def test_who_is_refused_a_draft_finds_the_way_back(world: World) -> None:
    response = signed_in(world.area_officer).get(reverse("ways:drafts"))
    assert response.status_code == 403
    back = f'href="{reverse("ways:catalogue")}"'
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    assert (back in main, "Naar de werkwijzen" in main) == (True, True)


def test_an_unknown_approach_is_not_found(world: World) -> None:
    client = signed_in(world.policy_officer)
    for name in ("consequences", "scale", "file"):
        assert client.get(reverse(f"ways:{name}", args=["atlantis"])).status_code == 404


@pytest.mark.parametrize(
    ("key", "there"),
    [
        pytest.param("dordrecht_1997", "In deze aanpak: 11 gebieden, gemiddeld 10.000.",
                     marks=pytest.mark.requirement("DOR-39")),
        pytest.param("utrecht_1997", "In deze aanpak: 8 gebieden, gemiddeld 30.000.",
                     marks=pytest.mark.requirement("UTR97-33")),
        pytest.param("tilburg_1997", "In deze aanpak: 4 gebieden.", marks=pytest.mark.requirement("TIL-19")),
    ],
)  # fmt: skip
def test_how_many_and_how_large_here_and_there(world: World, key: str, there: str) -> None:
    # 13,750 + 18,500 + 7,400 people in three areas.
    shown = page.page(load(key), None, ours())
    assert shown.averages == f"Hier: 3 gebieden, gemiddeld 13.217 inwoners. {there}"
    fits = {line.name: line.words for line in shown.lines}
    expected = {"tilburg_1997": {"Voorstad": "te klein", "Borgele": "te klein", "Zandweerd": "te klein"}}
    assert fits == expected.get(key, dict.fromkeys(fits, "niet beschreven"))
