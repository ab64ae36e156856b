"""An area's page of politics shows what the approach has, and nothing of what it has not."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.people.models import Person
from wijkwerk.politics.models import Proposal

pytestmark = pytest.mark.django_db


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().split())


def page(world: World, person: Person | None = None) -> str:
    client = signed_in(person) if person else Client()
    return text(client.get(reverse("politics:arrangement", args=[world.area.code])))


@pytest.mark.requirement("DOR-33")
def test_where_there_is_one_alderman_for_all_nothing_of_an_area_alderman_is_shown() -> None:
    world = make_world("dordrecht_1997")
    shown = page(world, world.executive_board)
    assert "Voor de raad is aanspreekbaar: wethouder wijkbeheer" in shown
    assert "Zet iets op de lijst van het college" not in shown
    board = text(signed_in(world.responsible_alderman).get(reverse("politics:board")))
    process = text(signed_in(world.city_coordinator).get(reverse("politics:process", args=[world.area.code])))
    for hidden in ("Wijkwethouder", "Wacht op wethouder", "Directe lijn"):
        assert hidden not in board + process


@pytest.mark.requirement("DOR-33")
def test_where_aldermen_adopt_areas_the_same_screens_show_them() -> None:
    world = make_world("deventer_1997")
    assert "Een wethouder heeft deze wijk onder de hoede" in page(world)
    assert "Area Test" in page(world), "who it is, by name"
    assert re.findall(r"<dt>Hier geldt</dt><dd>(.*?)</dd>", page(world)) == [
        "ja, alleen over het proces",
        "contacten per fractie",
    ]
    board = text(signed_in(world.mayor).get(reverse("politics:board")))
    process = text(signed_in(world.mayor).get(reverse("politics:process", args=[world.area.code])))
    for shown in ("Wijkwethouder", "Wacht op wethouder"):
        assert shown in board
    assert "Directe lijn" in process


def test_a_committee_forwards_on_the_page_and_reads_why_it_does_not_decide() -> None:
    world = make_world("utrecht_1997")
    member = signed_in(world.district_committee_member)
    assert "geen bevoegdheden" in page(world, world.district_committee_member)
    sent = member.post(
        reverse("politics:forward", args=[world.area.code]),
        {"sentence": "Houd de bibliotheek open", "text": "Tachtig bewoners.", "to": "commissie Welzijn"},
    )
    assert sent.status_code == 302
    assert "doorgestuurd" in page(world)
    treat = reverse("politics:treat", args=[Proposal.objects.get().pk])
    assert member.get(treat).status_code == 403
    given = {"public_text": "De bibliotheek blijft open", "reason": "Er is geld.", "body": ""}
    assert signed_in(world.executive_board).post(treat, given).status_code == 302
    for words in ("De bibliotheek blijft open", "Commissie Welzijn", "behandeld"):
        assert words in page(world)


def test_elsewhere_the_committee_page_says_why_there_is_none() -> None:
    world = make_world("deventer_1997")
    refused = signed_in(world.area_officer).get(reverse("politics:forward", args=[world.area.code]))
    assert refused.status_code == 409
    assert "geen eigen commissie" in text(refused)


def test_an_alderman_brings_an_issue_to_the_board_on_the_page() -> None:
    world = make_world("utrecht_2018")
    placed = signed_in(world.area_alderman).post(
        reverse("politics:board-list", args=[world.area.code]),
        {"sentence": "Het plein valt stil", "subject": "content", "text": "Vier diensten wachten."},
    )
    assert placed.status_code == 302
    assert "Het plein valt stil" in page(world)


@pytest.mark.requirement("AMF-26")
def test_what_was_agreed_with_the_alderman_stands_on_the_page_and_opens_the_way_to_the_board() -> None:
    world = make_world("amersfoort_advice_1997")
    address = reverse("politics:agree-on-process", args=[world.area.code])
    to_board = reverse("politics:board-list", args=[world.area.code])
    assert "Nog niet is afgesproken wat proces is" in page(world)
    assert signed_in(world.area_alderman).get(to_board).status_code == 409
    administrator = signed_in(world.administrator)
    assert "gaat over het proces" in text(administrator.get(address)), (
        "process only is what stands there first"
    )
    given = {"alderman": world.area_alderman.pk, "text": "U bewaakt de stappen."}
    assert signed_in(world.area_alderman).post(address, given).status_code == 403
    stranger = administrator.post(address, {**given, "alderman": world.area_officer.pk})
    assert stranger.context["form"].errors["alderman"]
    assert administrator.post(address, given).status_code == 302
    assert "U bewaakt de stappen." in page(world)
    assert signed_in(world.area_alderman).get(to_board).status_code == 200
    administrator.post(address, {**given, "text": "U bewaakt ook de dagen."})
    assert "ook de dagen" in page(world)
    assert "de stappen." not in page(world)


def test_without_area_aldermen_there_is_nothing_to_agree_with_one() -> None:
    world = make_world("dordrecht_1997")
    refused = signed_in(world.administrator).get(reverse("politics:agree-on-process", args=[world.area.code]))
    assert refused.status_code == 409
    assert "geen eigen wethouder" in text(refused)


def test_the_page_costs_the_same_with_many_proposals() -> None:
    world = make_world("utrecht_1997")
    member = signed_in(world.district_committee_member)
    forward = reverse("politics:forward", args=[world.area.code])

    def send(number: int) -> None:
        member.post(forward, {"sentence": f"Voorstel {number}", "text": "x", "to": "commissie"})

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(world)
        return len(asked)

    send(0)
    page(world)
    once = count()
    for number in range(1, 12):
        send(number)
    assert count() == once
