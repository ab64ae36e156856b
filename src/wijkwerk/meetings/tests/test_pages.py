"""The pages of teams and meetings."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.meetings.actions import form_team
from wijkwerk.meetings.models import ActionTeam
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db


def enter(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"meetings:{name}", args=args)


def a_team(world: World, name: str) -> ActionTeam:
    return form_team(
        area=world.area,
        team="area_action_team",
        name=name,
        questions=["Wie?", "Waar?"],
        members=[world.area_networker],
        by=world.area_networker,
    )


def test_a_team_in_the_browser_from_question_to_end() -> None:
    world = make_world("rotterdam_2020s")
    client = enter(world.area_networker)
    given = {
        "team": "area_action_team",
        "name": "Rond het plein",
        "questions": "Wie is er 's avonds?\n\n",
        "members": [world.area_networker.pk],
        "rhythm": "elke dinsdag, lopend",
    }
    assert client.post(url("form", world.area.code), {**given, "questions": "  "}).status_code == 422
    assert client.post(url("form", world.area.code), given).status_code == 302
    team = ActionTeam.objects.get()
    body = client.get(url("mine")).content.decode()
    assert "elke dinsdag, lopend" in body
    assert "Het voorstel is om dit team te stoppen." not in body
    assert client.post(url("end", team.pk)).status_code == 422
    client.post(url("close-question", team.questions.get().pk), {"ending": "Vooral jongeren."})
    assert "Het voorstel is om dit team te stoppen." in client.get(url("mine")).content.decode()
    assert client.post(url("end", team.pk)).status_code == 302
    assert "Rond het plein" not in client.get(url("mine")).content.decode()


def test_where_no_team_is_formed_the_page_says_why() -> None:
    world = make_world("utrecht_2018")
    client = enter(world.area_officer)
    body = client.get(url("area", world.area.code)).content.decode()
    assert "Deze aanpak kent geen teams die rond vragen ontstaan." in body
    assert "Wijkoverleg" in body
    assert client.get(url("form", world.area.code)).status_code == 403


def test_an_optional_meeting_is_left_out_with_how_it_goes_instead() -> None:
    world = make_world("rotterdam_2020s")
    client = enter(world.area_networker)
    address = url("leave-out", world.area.code, "central_structure")
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Wij spreken elkaar op het plein."})
    assert "Wij spreken elkaar op het plein." in client.get(url("area", world.area.code)).content.decode()
    assert (
        client.post(url("leave-out", world.area.code, "cluster_meeting"), {"reason": "x"}).status_code == 403
    )
    stranger = enter(world.service_contact_officer)
    assert stranger.get(address).status_code == 403


def test_the_page_costs_the_same_for_many_teams() -> None:
    world = make_world("rotterdam_2020s")
    client = enter(world.area_networker)
    counted = []
    for number in range(2):
        for extra in range(11 * number + 1):
            a_team(world, f"Team {number} {extra}")
        with CaptureQueriesContext(connection) as caught:
            client.get(url("mine"))
        counted.append(len(caught))
    assert counted[0] == counted[1]
