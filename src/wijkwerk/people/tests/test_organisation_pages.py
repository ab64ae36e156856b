"""The pages of the organisation: what is short, who it is now, handing over, managing areas."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.actions import differ
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.actions import Change, reorganise
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.tests.test_pages import enter, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def test_what_is_short_stands_on_the_page_of_people(client: Client) -> None:
    world = make_world("dordrecht_1997")
    RoleHeld.objects.filter(role="area_coordinator").update(hours=8)
    body = text_of(enter(client, world.administrator), "people")
    assert "Dat is nauwelijks genoeg om plannen te maken." in body
    RoleHeld.objects.filter(role="area_coordinator").update(hours=20)
    assert "nauwelijks genoeg" not in text_of(client, "people")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("tilburg_1997", ["160", "stadsprogramma", "dienst Wijkzaken", "niet gehaald"]),
        ("utrecht_1997", ["ja, met een eigen budget", "De Venen: geen bureau"]),
        ("deventer_1997", ["Teams in de gebieden"]),
    ],
)
def test_services_and_teams_stand_on_a_page(client: Client, key: str, told: list[str]) -> None:
    world = make_world(key)
    body = text_of(enter(client, world.administrator), "organisation")
    for words in told:
        assert words in body


def test_the_page_of_teams_costs_the_same_for_many_areas(client: Client, world: World) -> None:
    enter(client, world.administrator)
    counted = []
    for number in range(2):
        for extra in range(11 * number + 1):
            Area.objects.create(
                code=f"z{number}{extra}",
                name="Z",
                level=world.area.level,
                parent=world.city,
                valid_from=LONG_AGO,
            )
        with CaptureQueriesContext(connection) as caught:
            text_of(client, "organisation")
        counted.append(len(caught))
    assert counted[0] == counted[1]


def test_who_it_is_now_is_found_after_a_reorganisation(client: Client) -> None:
    world = make_world("utrecht_1997")
    roles: dict[str, str | None] = {
        key: None for key in world.approach.roles if key not in load("utrecht_2018").roles
    }
    change = Change(
        approach_key="utrecht_2018",
        starts_on=clock.today(),
        currency="EUR",
        decided_by="raad",
        public_text="Van bureau naar kleine maat.",
        roles={**roles, "area_office_manager": "area_officer"},
        lessons=[("dordrecht_1997", "hours_hardly_enough")],
    )
    reorganise(areas=[world.city, world.area], change=change, by=None)
    enter(client, world.administrator)
    page = client.post(reverse("people:who-now"), {"role": "area_office_manager", "area": world.area.pk})
    body = page.content.decode()
    assert "wijkambtenaar, Voorstad" in body
    assert "Van bureau naar kleine maat." in body
    assert "Acht coördinatie-uren" in body
    page = client.post(reverse("people:who-now"), {"role": "office_staff", "area": world.area.pk})
    assert "Niemand gevonden" in page.content.decode()
    assert client.post(reverse("people:who-now"), {"role": "x"}).status_code == 422


def test_handing_over_before_somebody_new_comes(client: Client) -> None:
    world = make_world("tilburg_1997")
    held = world.area_manager.roles.get()
    address = reverse("people:hand-over", args=[held.pk])
    assert enter(client, world.front_office).get(address).status_code == 403
    enter(client, world.area_manager)
    assert client.post(address, {"text": ""}).status_code == 422
    assert client.post(address, {"text": "De agenda ligt klaar."}).status_code == 302
    assert "De agenda ligt klaar." in client.get(address).content.decode()


def test_who_manages_areas_says_why_a_border_runs_so_and_how_intensively(client: Client) -> None:
    world = make_world("dordrecht_1997")
    code = world.area.code
    enter(client, world.administrator)
    assert reverse("people:explain-border", args=[code]) in text_of(client, "manage-areas")
    client.post(reverse("people:explain-border", args=[code]), {"text": "Het spoor."})
    given = {
        "intensity": "intensive",
        "order_on": "1993-01-01",
        "valid_from": "2026-01-01",
        "reason": "Veel.",
    }
    address = reverse("people:set-intensity", args=[code])
    assert client.post(address, given).status_code == 422
    assert client.post(address, {**given, "order_title": "Bestuursopdracht"}).status_code == 302
    body = client.get(reverse("areas:border", args=[code])).content.decode()
    assert "Het spoor." in body
    assert "Bestuursopdracht" in body
    assert enter(client, world.area_coordinator).get(address).status_code == 403


def test_an_office_is_opened_and_covers_its_areas(client: Client) -> None:
    world = make_world("utrecht_1997")
    enter(client, world.administrator)
    given = {
        "name": "Bureau Oost",
        "team": "area_office",
        "areas": [world.area.pk],
        "valid_from": "2026-01-01",
    }
    assert client.post(reverse("people:open-office"), {**given, "areas": []}).status_code == 422
    assert client.post(reverse("people:open-office"), given).status_code == 302
    assert "Elke plek heeft precies één bureau." in text_of(client, "organisation")


def test_elsewhere_no_intensity_is_set(client: Client, world: World) -> None:
    enter(client, world.administrator)
    given = {
        "intensity": "intensive",
        "order_title": "x",
        "order_on": "1993-01-01",
        "valid_from": "2026-01-01",
        "reason": "Veel.",
    }
    page = client.post(reverse("people:set-intensity", args=[world.area.code]), given)
    assert page.status_code == 403
    assert "geen intensief en extensief" in page.content.decode()


def test_an_area_is_given_a_value_of_its_own_in_the_browser(client: Client) -> None:
    world = make_world("rotterdam_2020s")
    enter(client, world.policy_officer)
    choose = reverse("people:may-differ", args=[world.area.code])
    address = reverse("people:differ", args=[world.area.code, "longlist.limit"])
    assert choose in text_of(client, "manage-areas")
    assert address in client.get(choose).content.decode()
    given = {"value": "3", "valid_from": "2026-01-01", "decided_by": "college, 1 juni 2026"}
    refused = client.post(address, given)
    assert refused.status_code == 422
    assert "Schrijf waarom het hier anders is." in refused.content.decode()
    assert client.post(address, {**given, "reason": "Weinig wensen.", "value": "drie"}).status_code == 422
    assert client.post(address, {**given, "reason": "Weinig wensen."}).status_code == 302
    assert "Weinig wensen." in client.get(reverse("areas:differences")).content.decode()
    assert client.get(reverse("people:differ", args=[world.area.code, "levels.x"])).status_code == 404
    assert enter(client, world.area_manager).get(choose).status_code == 403


def test_a_difference_is_ended_in_the_browser_and_its_history_shown(client: Client) -> None:
    world = make_world("rotterdam_2020s")
    differ(
        area=world.area,
        path="longlist.limit",
        value=3,
        reason="Weinig wensen.",
        decided_by="raad",
        valid_from=date(2026, 1, 1),
    )
    enter(client, world.policy_officer)
    choose = reverse("people:may-differ", args=[world.area.code])
    address = reverse("people:same-again", args=[world.area.code, "longlist.limit"])
    assert choose in client.get(reverse("portal:area", args=[world.area.code])).content.decode()
    assert address in client.get(choose).content.decode()
    given = {"valid_from": clock.today().isoformat(), "decided_by": "college", "reason": ""}
    refused = client.post(address, given)
    assert refused.status_code == 422
    assert 'value="college"' in refused.content.decode()
    assert client.post(address, {**given, "reason": "Er zijn er nu genoeg."}).status_code == 302
    for page in (choose, reverse("areas:differences")):
        told = client.get(page).content.decode()
        assert "Weinig wensen." in told
        assert "Er zijn er nu genoeg." in told
        assert address not in told
    assert client.get(address).status_code == 404
    assert choose not in Client().get(reverse("portal:area", args=[world.area.code])).content.decode()
    assert enter(client, world.area_manager).get(address).status_code == 403


def test_where_areas_are_the_same_the_page_says_why_none_differs(client: Client, world: World) -> None:
    enter(client, world.policy_officer)
    page = client.get(reverse("people:may-differ", args=[world.area.code])).content.decode()
    assert "Onder deze aanpak werkt elk gebied hetzelfde." in page
    address = reverse("people:differ", args=[world.area.code, "longlist.limit"])
    assert client.get(address).status_code == 403
