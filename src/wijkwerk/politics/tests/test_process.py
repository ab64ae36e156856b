"""The board's table and the process of an area: process apart from content."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.agreements.models import Promise
from wijkwerk.areas.models import Area
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.people.models import Account, Person, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.politics.pages import board_page
from wijkwerk.signals.models import Signal
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db
BOARD = reverse("politics:board")


@pytest.fixture
def world() -> World:
    return make_world()


def enter(client: Client, person: Person) -> Client:
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def another_area(world: World, number: int) -> Area:
    return Area.objects.create(
        code=f"w{number}",
        name=f"Wijk {number}",
        level=world.area.level,
        parent=world.city,
        valid_from=LONG_AGO,
    )


def make_late(world: World, area: Area, *, times: int = 1) -> None:
    yesterday = clock.today() - timedelta(days=1)
    cycle = cycles.begin_cycle(area=area, name="2026", starts_on=clock.today(), by=world.area_officer)
    cycles.open_step(step_id=cycle.steps.get(ordinal=0).pk, by=world.area_officer)
    CycleStep.objects.filter(cycle=cycle, ordinal=0).update(planned_to=yesterday)
    for number in range(times):
        Promise.objects.create(
            area=area, text=f"Belofte {number}", function="w", made_on=yesterday, due_on=yesterday
        )
        thing = bear("signal", area=area, sentence=f"Melding {number}")
        Signal.objects.create(
            thing=thing, text="x", door="web", answer_due_on=yesterday, reported_at=clock.now()
        )


@pytest.mark.requirement("DEV-21")
def test_the_alderman_sees_how_the_process_of_the_adopted_area_stands(client: Client, world: World) -> None:
    make_late(world, world.area, times=2)
    page = enter(client, world.area_alderman).get(reverse("politics:process", args=[world.area.code]))
    text = page.content.decode()
    assert "Te laat: 1 stap, 2 beloften, 2 antwoorden." in text
    assert "Belofte 1" in text
    assert "loopt uit" in text


@pytest.mark.requirement("DEV-57")
def test_the_alderman_may_move_steps_and_reads_whose_the_content_is(client: Client, world: World) -> None:
    make_late(world, world.area)
    page = enter(client, world.area_alderman).get(reverse("politics:process", args=[world.area.code]))
    text = page.content.decode()
    step = CycleStep.objects.get(cycle__area=world.area, ordinal=0)
    assert reverse("cycles:close", args=[step.pk]) in text
    assert "Een wijkwethouder gaat over het proces; de inhoud ligt bij de portefeuillehouder." in text
    mine, other = text.index("Dit is aan u"), text.index("Dit is aan een ander")
    assert (
        mine < text.index("Een stap van het jaar beginnen") < other < text.index("Over de inhoud beslissen")
    )


def test_whom_to_ask_about_content_decides_here_or_in_the_whole_city(client: Client, world: World) -> None:
    elsewhere = another_area(world, 3)
    for name, area in (("Hier", world.area), ("Overal", None), ("Stad", world.city), ("Elders", elsewhere)):
        appointed("portfolio_holder", area, name=name)
    page = enter(client, world.area_alderman).get(reverse("politics:process", args=[world.area.code]))
    asked = page.content.decode().partition("Over de inhoud gaan:")[2].partition("</p>")[0]
    named = {name.strip(" .") for name in asked.split(",")}
    assert {"Hier", "Overal", "Stad"} <= named
    assert "Elders" not in named


def test_who_only_reads_gets_no_buttons_and_who_may_not_is_told_why(client: Client, world: World) -> None:
    make_late(world, world.area)
    address = reverse("politics:process", args=[world.area.code])
    step = CycleStep.objects.get(cycle__area=world.area, ordinal=0)
    page = enter(client, world.mayor).get(address)
    assert page.status_code == 200
    assert reverse("cycles:close", args=[step.pk]) not in page.content.decode()
    refused = enter(client, world.resident_team_member).get(address)
    assert refused.status_code == 403
    assert "hoort niet bij uw taak" in refused.content.decode()


def test_the_board_sees_every_area_and_an_area_alderman_the_own(client: Client, world: World) -> None:
    other = another_area(world, 2)
    make_late(world, world.area)
    page = enter(client, world.mayor).get(BOARD).content.decode()
    assert world.area.name in page
    assert other.name in page
    assert "In 1 van de 2 gebieden is iets te laat." in page
    own = board_page(mandates_of(world.area_alderman))
    assert [line.area for line in own.lines] == [world.area]
    assert enter(client, world.executor).get(BOARD).status_code == 403


@pytest.mark.requirement("DEV-20")
def test_areas_and_aldermen_without_each_other_are_listed(client: Client, world: World) -> None:
    another_area(world, 2)
    page = enter(client, world.mayor).get(BOARD).content.decode()
    listed = page.split("Nog niet geadopteerd")[1]
    assert "Wijk 2" in listed
    assert "Portfolio" in listed
    assert "Mayor" not in listed
    assert "Voorstad" not in listed


def test_late_counts_belong_to_their_area(world: World) -> None:
    other = another_area(world, 2)
    make_late(world, world.area, times=3)
    lines = {line.area: line for line in board_page(mandates_of(world.mayor)).lines}
    assert lines[other].on_time
    late = lines[world.area]
    assert (len(late.late_steps), late.late_promises, late.late_answers, late.late_work) == (1, 3, 3, 0)
    assert [held.person for held in late.aldermen] == [world.area_alderman]


def test_the_number_of_queries_does_not_grow(client: Client, world: World) -> None:
    enter(client, world.mayor)

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    process = reverse("politics:process", args=[world.area.code])
    another_area(world, 1)
    make_late(world, world.area)
    before = queries(BOARD), queries(process)
    for number in range(2, 7):
        area = another_area(world, number)
        appointed("area_alderman", area, name=f"Wethouder {number}")
    Promise.objects.bulk_create(
        Promise(area=world.area, text=f"Nog {number}", function="w", made_on=LONG_AGO, due_on=LONG_AGO)
        for number in range(12)
    )
    assert (queries(BOARD), queries(process)) == before


def test_an_area_in_good_order_says_so(client: Client, world: World) -> None:
    page = enter(client, world.area_alderman).get(reverse("politics:process", args=[world.area.code]))
    assert "Alles loopt op tijd." in page.content.decode()
    RoleHeld.objects.filter(person=world.area_alderman).update(valid_to=clock.today())
    assert enter(client, world.area_alderman).get(BOARD).status_code == 403
