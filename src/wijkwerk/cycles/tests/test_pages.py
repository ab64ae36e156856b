"""The pages of the year: what everyone reads, who may open and close, and what a refusal says."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.cycles import actions
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def steps(world: World) -> list[CycleStep]:
    cycle = actions.begin_cycle(
        area=world.area, name="2026", starts_on=date(2026, 1, 5), by=world.area_officer
    )
    return list(cycle.steps.order_by("ordinal"))


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def page(client: Client, world: World) -> str:
    response = client.get(reverse("cycles:area", args=[world.area.code]))
    assert response.status_code == 200
    return response.content.decode()


def test_everyone_reads_the_steps_and_how_far_their_say_goes_beforehand(
    client: Client, world: World, steps: list[CycleStep]
) -> None:
    text = page(client, world)
    for step in steps:
        assert step.label.capitalize() in text
    assert "Bewoners kiezen" in text
    assert "nog niet begonnen" in text
    assert "rapport van 6 mei 1997" in text
    assert "Begin een nieuw jaar" not in text


def test_an_area_without_a_year_says_why(client: Client, world: World) -> None:
    assert "Er loopt nu geen jaar" in page(client, world)


def test_an_unknown_area_is_not_found(client: Client, world: World) -> None:
    assert client.get(reverse("cycles:area", args=["nergens"])).status_code == 404


def test_an_officer_sees_which_step_waits_and_why(world: World, steps: list[CycleStep]) -> None:
    text = page(signed_in(world.area_officer), world)
    assert reverse("cycles:open", args=[steps[0].pk]) in text
    assert reverse("cycles:open", args=[steps[1].pk]) not in text
    assert "kan pas beginnen als “panellen” is gesloten" in text


def test_two_years_are_shown_as_two(client: Client, world: World, steps: list[CycleStep]) -> None:
    actions.begin_cycle(area=world.area, name="2027", starts_on=date(2027, 1, 4), by=world.area_officer)
    text = page(client, world)
    assert text.index("Jaar 2027") < text.index("Jaar 2026")


def test_opening_and_closing(world: World, steps: list[CycleStep]) -> None:
    client = signed_in(world.area_alderman)
    opening = reverse("cycles:open", args=[steps[0].pk])
    assert client.get(opening).status_code == 200
    assert client.post(opening, {"until": "2100-03-31"}).status_code == 302
    steps[0].refresh_from_db()
    assert (steps[0].status, steps[0].planned_to) == (StepStatus.OPEN, date(2100, 3, 31))
    closing = reverse("cycles:close", args=[steps[0].pk])
    assert "Daarna kan “prioriteren” open" in client.get(closing).content.decode()
    assert client.post(closing).status_code == 302
    steps[0].refresh_from_db()
    assert steps[0].status == StepStatus.CLOSED


def test_a_step_out_of_order_is_refused_with_the_reason_and_the_way_out(
    world: World, steps: list[CycleStep]
) -> None:
    response = signed_in(world.area_officer).post(
        reverse("cycles:open", args=[steps[2].pk]), {"until": "2100-03-31"}
    )
    assert response.status_code == 422
    assert (
        "kan pas beginnen als “prioriteren” is gesloten. Sluit eerst die stap." in response.content.decode()
    )
    steps[2].refresh_from_db()
    assert steps[2].status == StepStatus.PLANNED


def test_a_year_begins_on_a_page(world: World) -> None:
    client = signed_in(world.area_officer)
    address = reverse("cycles:begin", args=[world.area.code])
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "2028", "starts_on": "geen dag"}).status_code == 422
    assert client.post(address, {"name": "2028", "starts_on": "2028-01-03"}).status_code == 302
    again = client.post(address, {"name": "2028", "starts_on": "2028-01-03"})
    assert again.status_code == 422
    assert "heeft al een jaar" in again.content.decode()


def test_others_are_refused_with_the_reason(world: World, steps: list[CycleStep]) -> None:
    for name in ("begin", "open", "close"):
        where = world.area.code if name == "begin" else steps[0].pk
        response = signed_in(world.resident_team_member).get(reverse(f"cycles:{name}", args=[where]))
        assert response.status_code == 403
        assert "wijkambtenaar" in response.content.decode()


def test_the_page_costs_the_same_for_one_year_and_for_twelve(
    world: World, steps: list[CycleStep], django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = signed_in(world.area_officer)
    page(client, world)
    with CaptureQueriesContext(connection) as one:
        page(client, world)
    for year in range(2027, 2038):
        actions.begin_cycle(
            area=world.area, name=str(year), starts_on=date(year, 1, 5), by=world.area_officer
        )
    with CaptureQueriesContext(connection) as many:
        page(client, world)
    assert len(many) == len(one)
