"""Going over to another approach on pages: what moves is seen first, confirmed, public, and taken back in time."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.test_golden_thread import on
from tests.ways_of_working.test_taken_back import A_MONTH_BEFORE, everything, with_new_areas
from tests.ways_of_working.test_time import CHANGE, ROLES
from tests.world import World, appointed, make_world
from wijkwerk.areas.queries import approach_for
from wijkwerk.people.actions import look_up
from wijkwerk.people.models import Reorganisation, RoleHeld
from wijkwerk.ways.forms.moving import NOBODY
from wijkwerk.ways.tests.factories import signed_in

pytestmark = pytest.mark.django_db

PAGE = "ways:move"
NEW = "utrecht_2018"


@pytest.fixture
def world() -> World:
    return make_world("utrecht_1997")


def text(response: HttpResponse) -> str:
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def given(world: World, **more: Any) -> dict[str, Any]:
    """The whole form, filled in."""
    return {
        "starts_on": CHANGE.isoformat(),
        "decided_by": "raad, 1 juni 2026",
        "public_text": "Van bureau naar kleine maat.",
        "currency": "EUR",
        "areas": [world.city.pk, world.area.pk],
        **{f"role_{key}": role or NOBODY for key, role in ROLES.items()},
        **more,
    }


def hidden(page: str) -> dict[str, list[str]]:
    """What the overview carries along."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r'<input type="hidden"[^>]*>', page.rpartition("<form")[2]):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and name[1] != "csrfmiddlewaretoken":
            found.setdefault(name[1], []).append(value[1])
    return found


def test_first_seen_then_done_and_taken_back(world: World) -> None:
    client, address = signed_in(world.policy_officer), reverse(PAGE, args=[NEW])
    before = everything()
    with on(A_MONTH_BEFORE):
        shown = text(client.get(address))
        for role in ROLES:  # who holds what has no future, each with a question
            person = world.people[role]
            place = "Voorstad" if person.roles.get().area else "de hele gemeente"
            assert f'name="role_{role}"' in shown
            assert f"Nu: {person.first_name} ({place})" in shown
        assert 'name="role_policy_officer"' not in shown
        overview = client.post(address, given(world))
        page = text(overview)
        assert overview.status_code == 200
        assert "Klopt dit?" in page
        assert "Er is nog niets vastgelegd." in page
        assert everything() == before
        # Whoever wants to change something finds everything as it was typed.
        back = text(client.post(address, {**hidden(page), "stap": "terug"}))
        assert "Van bureau naar kleine maat." in back
        assert everything() == before
        done = client.post(address, {**hidden(page), "stap": "doe"})
        change = Reorganisation.objects.get()
        assert done["Location"] == reverse("ways:change", args=[change.pk])
        assert approach_for(world.area, CHANGE).key == NEW
        withdraw = reverse("ways:withdraw", args=[change.pk])
        assert withdraw in text(client.get(done["Location"]))
        assert withdraw not in text(Client().get(done["Location"]))
        empty = client.post(withdraw, {"reason": ""})
        assert empty.status_code == 422
        client.post(withdraw, {"reason": "De raad wil het anders."})
        told = text(Client().get(done["Location"]))
        assert "De raad wil het anders." in told
        assert withdraw not in told
        assert client.get(withdraw).status_code == 403
    assert everything() == before
    assert "teruggezet" in text(Client().get(reverse("ways:changes")))


def test_what_was_typed_stays_and_the_open_question_is_named(world: World) -> None:
    client, address = signed_in(world.policy_officer), reverse(PAGE, args=[NEW])
    half = given(world, role_office_staff="", decided_by="")
    with on(A_MONTH_BEFORE):
        response = client.post(address, half)
        assert response.status_code == 422
        page = text(response)
        assert "Van bureau naar kleine maat." in page
        assert re.search(r'<option value="area_officer" selected', page)
        assert "#id_decided_by" in page
        response = client.post(address, {**half, "decided_by": "raad"})
        assert response.status_code == 422
        page = text(response)
        assert 'href="#id_role_office_staff"' in page
        assert "Kies wat hiervan wordt." in page
        late = client.post(address, given(world, starts_on="2019-01-01"))
        assert late.status_code == 422
        assert 'href="#id_starts_on"' in text(late)
    assert not Reorganisation.objects.exists()


def test_areas_go_on_in_others_and_everyone_reads_what_changed(world: World) -> None:
    ((west, east),) = with_new_areas(world).values()
    client, address = signed_in(world.policy_officer), reverse(PAGE, args=[NEW])
    more = {
        f"area_{world.area.pk}": [west.pk, east.pk],
        "lessons": ["deventer_1997:promised_too_much"],
    }
    with on(A_MONTH_BEFORE):
        page = text(client.post(address, given(world, **more)))
        assert "Voorstad gaat verder in West, Oost" in page
        client.post(address, {**hidden(page), "stap": "doe"})
        change = Reorganisation.objects.get()
    with on(CHANGE):
        look_up(role="office_staff", area=world.area)
        look_up(role="management_assistant", area=world.area)
        page = text(Client().get(reverse("ways:change", args=[change.pk])))
    assert "Voorstad gaat verder in West, Oost" in page
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    lines = [
        [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", row)] for row in rows
    ]
    assert ["juli 2026", "1", "1"] in lines
    ended = [line[0] for line in lines if line[-1] == "Stopt"]
    assert len(ended) == 6
    for person in world.people.values():  # functions, never persons
        assert person.last_name not in page
    with on(CHANGE), translation.override("en"):
        assert Client().get(reverse("ways:changes")).status_code == 200


def test_one_goes_over_to_another_approach_only(world: World) -> None:
    client = signed_in(world.policy_officer)
    assert client.get(reverse(PAGE, args=["utrecht_1997"])).status_code == 404
    assert reverse(PAGE, args=[NEW]) in text(client.get(reverse("ways:consequences", args=[NEW])))
    inside = client.get(reverse("ways:consequences", args=["utrecht_1997"]))
    assert reverse(PAGE, args=["utrecht_1997"]) not in text(inside)
    assert signed_in(world.area_office_manager).get(reverse(PAGE, args=[NEW])).status_code == 403


def test_more_people_cost_no_more_queries(world: World) -> None:
    client, address = signed_in(world.policy_officer), reverse(PAGE, args=[NEW])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    asked()
    few = asked()
    for number in range(8):
        appointed("office_staff", world.area, name=f"Collega {number}")
    assert RoleHeld.objects.filter(role="office_staff").count() == 9
    assert asked() == few
