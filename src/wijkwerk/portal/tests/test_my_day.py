"""My day: what waits for whom, how much it presses, and that it costs the same whatever waits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.agreements import actions as agreements
from wijkwerk.answers.actions import post
from wijkwerk.answers.models import Asker
from wijkwerk.areas.models import Area
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Account, Person, RoleHeld
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.my_day.page import my_day
from wijkwerk.portal.my_day.tasks import DAYS_AHEAD, Press, Task, by_press, press_of
from wijkwerk.portal.tests.factories import a_measure, a_signal, a_work, enter

ADDRESS = reverse("portal:my-day")
TODAY = date(2026, 3, 4)


def a_task(due: date | None = None, *, new: bool = False) -> Task:
    return Task(what="iets", where="ergens", label="doe", action="/", due=due, new=new)


@given(st.integers(-400, 400), st.booleans())
def test_what_presses_follows_from_the_day(days: int, new: bool) -> None:
    press = press_of(a_task(TODAY + timedelta(days=days), new=new), TODAY)
    if days < 0:
        assert press is Press.LATE
    elif days == 0:
        assert press is Press.TODAY
    elif days <= DAYS_AHEAD:
        assert press is Press.WEEK
    else:
        assert press is (Press.NEW if new else None)


def test_without_a_day_it_is_new_and_the_longest_due_comes_first() -> None:
    late, later, new = a_task(TODAY - timedelta(1)), a_task(TODAY - timedelta(9)), a_task()
    found = by_press([late, new, later], TODAY)
    assert found[Press.LATE] == [later, late]
    assert found[Press.NEW] == [new]


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def read(client: Client, person: Person, **asked: str) -> str:
    response = enter(client, person).get(ADDRESS, asked)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_visitor_signs_in_and_who_holds_no_role_is_told_why(client: Client, world: World) -> None:
    assert client.get(ADDRESS).status_code == 302
    nobody = Person.objects.create(account=Account.objects.create_user("n@example.org"), first_name="Nu")
    refused = enter(client, nobody).get(ADDRESS)
    assert refused.status_code == 403
    assert "U hebt op dit moment geen taak" in refused.content.decode()


@pytest.mark.parametrize("role", ["area_officer", "area_alderman", "mayor", "executor"])
def test_every_role_has_a_day(client: Client, world: World, role: str) -> None:
    assert "Mijn dag" in read(client, world.people[role])


def test_reports_wait_for_who_sorts_them_in_that_area_and_for_nobody_else(
    client: Client, world: World
) -> None:
    elsewhere = Area.objects.create(
        code="w2", name="Zandweerd", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    a_signal(world, "Een losse tegel", due_in=-3)
    a_signal(world, "Een kapotte lamp elders", area=elsewhere)
    page = read(client, world.area_officer)
    assert "Een losse tegel" in page
    assert "3 dagen te laat" in page
    assert "Een kapotte lamp elders" not in page
    assert "Een losse tegel" not in read(client, world.executor)
    assert "Een losse tegel" not in read(client, world.mayor)


def test_a_service_sees_what_was_sent_to_it(client: Client, world: World) -> None:
    sent = {"status": "with_service", "route": "regular", "funding_source": "regular"}
    a_signal(world, "Voor Groen", due_in=1, service=world.organisations["groen"], **sent)
    a_signal(world, "Voor Welzijn", due_in=1, service=world.organisations["welzijn"], **sent)
    page = read(client, world.service_contact_officer)
    assert "Voor Groen" in page
    assert "Voor Welzijn" not in page
    assert 'data-key="e"' in page


def test_counts_select(client: Client, world: World) -> None:
    a_signal(world, "Al te laat", due_in=-1)
    a_signal(world, "Nog even", due_in=2)
    page = read(client, world.area_officer, toon="te-laat")
    assert "Al te laat" in page
    assert "Nog even" not in page
    assert "Nog even" in read(client, world.area_officer, toon="onzin")


def test_executors_see_their_own_work_only(client: Client, world: World) -> None:
    mine = a_measure(world, "De haag snoeien", status=MeasureStatus.UNDER_WAY)
    mine.executors.update(organisation=world.organisations["taakgroep"])
    a_work(mine, due_in=-2)
    a_work(a_measure(world, "Het riool", status=MeasureStatus.UNDER_WAY), due_in=-2)
    page = read(client, world.executor)
    assert "De haag snoeien" in page
    assert "Het riool" not in page


def test_promises_steps_and_money_press(client: Client, world: World) -> None:
    agreements.promise(
        area=world.area,
        text="Een antwoord over parkeren",
        function="wijkambtenaar",
        due_on=clock.today(),
        by=world.area_officer,
    )
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=clock.today(), by=world.area_officer)
    cycles.open_step(step_id=cycle.steps.get(ordinal=0).pk, by=world.area_officer)
    CycleStep.objects.filter(cycle=cycle, ordinal=0).update(planned_to=clock.today() - timedelta(days=2))
    a_measure(world, "Een bankje", funding="area_budget", cost_minor=90_000)
    page = read(client, world.area_officer)
    for words in ("Een antwoord over parkeren", "Panellen van 2026 afsluiten", "Een bankje", "Reserveer"):
        assert words in page
    assert "Reserveer" not in read(client, world.area_alderman)
    assert "Panellen van 2026 afsluiten" in read(client, world.area_alderman)


@pytest.mark.requirement("DEV-47")
def test_a_term_that_ends_is_told_to_who_recruits(client: Client, world: World) -> None:
    soon = clock.today() + timedelta(days=60)
    RoleHeld.objects.filter(person=world.resident_team_member).update(term_ends_on=soon)
    page = read(client, world.community_worker)
    assert "De termijn van Resident (lid van het wijkteam) loopt af" in page
    assert "loopt af" not in read(client, world.area_alderman)


@pytest.mark.requirement("DEV-20")
def test_areas_and_aldermen_without_each_other_are_told_to_who_appoints(client: Client, world: World) -> None:
    assert "adopteerde" not in read(client, world.administrator).replace("Portfolio adopteerde", "")
    RoleHeld.objects.filter(person=world.area_alderman).update(valid_to=clock.today())
    page = read(client, world.administrator)
    assert "Niemand van het college adopteerde Voorstad" in page
    assert "Portfolio adopteerde nog geen gebied" in page
    assert "Mayor adopteerde" not in page


def test_members_of_the_team_find_what_they_can_join(client: Client, world: World) -> None:
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=clock.today(), by=world.area_officer)
    cycles.open_step(step_id=cycle.steps.get(ordinal=0).pk, by=world.area_officer)
    assert "Bewoners vertellen wat er speelt" in read(client, world.resident_team_member)


def test_hours_and_step_stand_above(client: Client, world: World) -> None:
    RoleHeld.objects.filter(person=world.area_officer).update(hours=28)
    page = read(client, world.area_officer)
    assert "28 uur per week" in page
    assert reverse("portal:area", args=[world.area.code]) in page


def test_the_number_of_queries_does_not_grow(client: Client, world: World) -> None:
    person = appointed("area_officer", world.area, name="Ayse")

    def grow(start: int, stop: int) -> None:
        for number in range(start, stop):
            a_signal(world, f"Melding {number}", due_in=-number)
            work = a_measure(world, f"Werk {number}", status=MeasureStatus.UNDER_WAY)
            a_work(work, due_in=-number)
            a_measure(world, f"Geld {number}", funding="area_budget", cost_minor=100)
            agreements.promise(
                area=world.area, text=f"Belofte {number}", function="w", due_on=clock.today(), by=person
            )

    def queries() -> int:
        enter(client, person).get(ADDRESS)
        with CaptureQueriesContext(connection) as asked:
            client.get(ADDRESS)
        return len(asked)

    grow(0, 1)
    one = queries()
    grow(1, 12)
    assert queries() == one


def test_nothing_waiting_says_so(world: World) -> None:
    assert my_day(world.policy_officer).empty


def test_late_work_stands_on_the_officers_day_also_when_they_work_for_an_organisation(
    client: Client, world: World
) -> None:
    world.area_officer.roles.update(organisation=world.organisations["gemeente"])
    work = a_work(a_measure(world, "Vijf lampen", status=MeasureStatus.UNDER_WAY), due_in=-12)
    page = read(client, world.area_officer, toon="te-laat")
    assert "Vijf lampen" in page
    assert "12 dagen te laat" in page
    assert f"/werk/{work.thing.number}/later" in page


def test_the_ways_to_everything_else_stand_above_the_list(client: Client, world: World) -> None:
    a_signal(world, "Een losse tegel", due_in=-1)
    page = read(client, world.area_officer)
    code = world.area.code
    for address in ("/meldingen", reverse("needs:needs", args=[code]), reverse("plans:area", args=[code])):
        assert page.index(f'href="{address}"') < page.index("Een losse tegel")


def test_letters_of_days_ago_are_late_and_not_new(client: Client, world: World) -> None:
    with clock.at(clock.now() - timedelta(days=5)):
        signal = a_signal(world)
        resident = remember_contact(address="Kade 1, Deventer")
        asker = Asker.objects.create(
            thing=signal.thing, contact=resident, role="reporter", door="paper", since=clock.now()
        )
        post(kind="confirmation", key="een", contact=resident, asker=asker)
    page = read(client, world.desk_worker, toon="te-laat")
    assert "1 brief om te printen" in page
