"""The first page, and finding one's area."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, make_world
from wijkwerk.areas.models import Area
from wijkwerk.areas.tests.factories import square
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation import clock
from wijkwerk.portal.tests.factories import a_measure, a_signal, a_work
from wijkwerk.thread.actions import link
from wijkwerk.thread.models import Role

pytestmark = pytest.mark.django_db
HOME = reverse("portal:home")


@pytest.fixture
def world() -> World:
    return make_world()


def queries(client: Client) -> int:
    client.get(HOME)
    with CaptureQueriesContext(connection) as asked:
        client.get(HOME)
    return len(asked)


def test_an_empty_site_says_why_it_is_empty(client: Client) -> None:
    page = client.get(HOME).content.decode()
    assert "Hier staat nog niets" in page
    assert "Nog niets klaar" in page


def test_each_area_says_what_goes_on_and_until_when(client: Client, world: World) -> None:
    assert "Er loopt nu geen stap" in client.get(HOME).content.decode()
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=clock.today(), by=world.area_officer)
    step = cycle.steps.get(ordinal=0)
    last = clock.today() + timedelta(days=12)
    cycles.open_step(step_id=step.pk, by=world.area_officer, until=last)
    page = client.get(HOME).content.decode()
    assert f"Nu: bewoners vertellen wat er speelt, tot en met {last.day} " in page
    assert reverse("portal:area", args=[world.area.code]) in page


def test_a_result_shows_what_asked_for_it(client: Client, world: World) -> None:
    measure = a_measure(world, "Breder pad naar de speelplek")
    work = a_work(measure, due_in=3, done=True)
    signal = a_signal(world, "Wij kunnen niet door het hek", public=True)
    hidden = a_signal(world, "Iets dat niemand zag", public=False)
    link(signal.thing, measure.thing, Role.UNDERSTOOD_AS)
    link(hidden.thing, measure.thing, Role.UNDERSTOOD_AS)
    link(measure.thing, work.thing, Role.CARRIED_OUT_BY)
    page = client.get(HOME).content.decode()
    assert "Breder pad naar de speelplek" in page
    assert "Wij kunnen niet door het hek" in page
    assert "Iets dat niemand zag" not in page


def test_the_number_of_queries_does_not_grow(client: Client, world: World) -> None:
    def grow(start: int, stop: int) -> None:
        for number in range(start, stop):
            Area.objects.create(
                code=f"w{number}",
                name=f"Wijk {number}",
                level=world.area.level,
                parent=world.city,
                valid_from=LONG_AGO,
            )
            a_work(a_measure(world, f"Maatregel {number}"), due_in=3, done=True)

    grow(0, 1)
    one = queries(client)
    grow(1, 6)
    assert queries(client) == one


@pytest.mark.parametrize(("lon", "lat"), [("", ""), ("hier", "daar"), ("nan", "1"), ("999", "1"), ("0", "0")])
def test_a_place_outside_every_area_leads_to_the_list(
    client: Client, world: World, lon: str, lat: str
) -> None:
    answer = client.post(reverse("portal:here"), {"longitude": lon, "latitude": lat})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("areas:list")


def test_a_place_in_an_area_leads_to_its_page_and_is_in_no_address(client: Client, world: World) -> None:
    Area.objects.filter(pk=world.area.pk).update(geometry=square(0, 0))
    answer = client.post(reverse("portal:here"), {"longitude": "6.005", "latitude": "52.005"})
    assert answer["Location"] == reverse("portal:area", args=[world.area.code])
    assert client.get(reverse("portal:here"), {"longitude": "6.005"}).status_code == 405
