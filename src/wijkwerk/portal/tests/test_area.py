"""The page of an area: public things only, in a fixed number of queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.agreements import actions as agreements
from wijkwerk.answers.models import Asker
from wijkwerk.areas.actions import adopt_approach
from wijkwerk.areas.models import Inhabitants
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import FundKind
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.participation.models import Longlist, Ranking
from wijkwerk.plans.models import Work
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.tests.factories import a_measure, a_signal, a_work, enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def page_of(client: Client, world: World, **asked: str) -> str:
    response = client.get(reverse("portal:area", args=[world.area.code]), asked)
    assert response.status_code == 200
    return str(response.content.decode())


def queries(client: Client, world: World) -> int:
    page_of(client, world)
    with CaptureQueriesContext(connection) as asked:
        page_of(client, world)
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_measures(client: Client, world: World) -> None:
    def grow(start: int, stop: int) -> None:
        for number in range(start, stop):
            measure = a_measure(
                world, f"Maatregel {number}", status=MeasureStatus.UNDER_WAY, theme=f"thema {number}"
            )
            a_work(measure, due_in=-20)
            signal = a_signal(world, f"Melding {number}", public=True, latitude=52.0, longitude=6.0)
            Asker.objects.create(thing=signal.thing, role="reporter", door="web", since=clock.now())

    grow(0, 1)
    one = queries(client, world)
    grow(1, 12)
    assert queries(client, world) == one


def test_an_empty_area_says_what_would_fill_it(client: Client, world: World) -> None:
    page = page_of(client, world)
    for words in ("Nog geen maatregelen", "Nog niets beloofd", "Niets gepland", "Er loopt nu geen stap"):
        assert words in page


def test_only_what_is_public_is_shown(client: Client, world: World) -> None:
    a_measure(world, "Nog maar een plannetje", status=MeasureStatus.DRAFTED)
    a_measure(world, "Geheim", public=False)
    a_measure(world, "Iedereen mag dit lezen")
    a_signal(world, "Nog niemand keek hiernaar")
    a_signal(world, "Deze melding is bekeken", public=True)
    page = page_of(client, world)
    assert "Iedereen mag dit lezen" in page
    assert "Deze melding is bekeken" in page
    for hidden in ("Nog maar een plannetje", "Geheim", "Nog niemand keek hiernaar"):
        assert hidden not in page


def test_names_are_escaped_and_officials_stand_by_first_name_and_role(client: Client, world: World) -> None:
    a_measure(world, "<b>Vet</b> & schuin")
    page = page_of(client, world)
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; schuin" in page
    assert "Area, wijkambtenaar" in page
    assert "Test" not in page  # every surname in this world


@pytest.mark.requirement("DEV-05")
def test_the_one_central_objective_stands_on_the_page(client: Client, world: World) -> None:
    assert str(world.approach.objective.label) in page_of(client, world)


@pytest.mark.requirement("DEV-07")
def test_officials_are_warned_of_the_size_and_nothing_is_forbidden(client: Client, world: World) -> None:
    Inhabitants.objects.filter(area=world.area).update(number=16_400)
    assert "raadt per wijk" not in page_of(client, world)
    assert "raadt per wijk" in page_of(enter(client, world.area_officer), world)


def test_late_work_says_how_late(client: Client, world: World) -> None:
    a_work(a_measure(world, "Licht op het pad", status=MeasureStatus.UNDER_WAY), due_in=-21)
    assert "3 weken te laat" in page_of(client, world)


def test_a_page_can_be_narrowed_to_a_buurt_a_theme_and_a_state(client: Client, world: World) -> None:
    a_measure(world, "In De Venen", neighbourhood=world.neighbourhood, theme="safety")
    a_measure(world, "Ergens anders", status=MeasureStatus.DONE)
    assert "Ergens anders" not in page_of(client, world, buurt=world.neighbourhood.code)
    assert "Ergens anders" not in page_of(client, world, thema="safety")
    assert "In De Venen" not in page_of(client, world, stand=MeasureStatus.DONE)
    assert "Niets gevonden" in page_of(client, world, thema="zoiets is er niet")
    assert "In De Venen" in page_of(client, world, stand="onzin", na="x-y")


def test_a_theme_of_the_approach_before_keeps_its_word(client: Client, world: World) -> None:
    a_measure(world, "In De Venen", theme="safety")
    adopt_approach(
        area=world.city,
        approach_key="rotterdam_2020s",
        valid_from=clock.today(),
        currency="EUR",
        adopted_by="gemeenteraad",
    )
    assert '<option value="safety">veiligheid</option>' in page_of(client, world)


def test_more_than_a_page_goes_on_where_it_ended(client: Client, world: World) -> None:
    for number in range(15):
        a_measure(world, f"Maatregel nummer {number:02}.")
    first = page_of(client, world)
    assert "Maatregel nummer 14." in first
    assert "Maatregel nummer 02." not in first
    last = first.split("?na=")[1].split("#")[0]
    second = page_of(client, world, na=last)
    assert "Maatregel nummer 02." in second
    assert "Maatregel nummer 14." not in second


def test_a_buurt_leads_to_the_page_of_its_area(client: Client, world: World) -> None:
    answer = client.get(reverse("portal:area", args=[world.neighbourhood.code]))
    assert answer["Location"] == reverse("portal:area", args=[world.area.code]) + "?buurt=BU0"
    assert client.get(reverse("portal:area", args=["bestaat-niet"])).status_code == 404


def _at_step(world: World, ordinal: int) -> CycleStep:
    officer = world.area_officer
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=clock.today(), by=officer)
    steps = list(cycle.steps.order_by("ordinal"))
    for step in steps[:ordinal]:
        CycleStep.objects.filter(pk=step.pk).update(status="closed", opened_on=clock.today())
    return cycles.open_step(step_id=steps[ordinal].pk, by=officer, until=clock.today() + timedelta(days=9))


def test_now_asks_the_one_thing_of_its_step(client: Client, world: World) -> None:
    _at_step(world, 0)
    page = page_of(client, world)
    assert "Nu: bewoners vertellen wat er speelt" in page
    assert "Nog 10 dagen" in page
    assert "Doe mee" in page


def test_now_while_residents_choose(client: Client, world: World) -> None:
    step = _at_step(world, 1)
    assert "Bekijk de wensen" in page_of(client, world)
    closes = clock.today() + timedelta(days=4)
    ranking = Ranking.objects.create(
        longlist=Longlist.objects.get(step=step), opened_on=clock.today(), closes_on=closes, seed=1
    )
    for number in range(3):
        ranking.roll.create(paper_form=str(number), asked_at=clock.now(), used=number < 2)
    page = page_of(client, world)
    assert "Nu: bewoners zetten wensen op volgorde" in page
    assert "Nog 5 dagen" in page
    assert "2 bewoners deden al mee" in page


def test_now_while_measures_are_carried_out(client: Client, world: World) -> None:
    _at_step(world, 2)
    page = page_of(client, world)
    assert "Nu: we voeren de maatregelen uit" in page
    assert "Bekijk wat we doen" in page


def test_money_in_words_with_the_guilders_of_the_source(client: Client, world: World) -> None:
    fund = budgets.open_fund(
        name="wijkbudget Voorstad",
        kind=FundKind.AREA_BUDGET,
        area=world.area,
        currency="EUR",
        purpose="Voor kleinere maatregelen.",
        formal_decider="college van B en W",
        legal_ground="test",
    )
    Inhabitants.objects.filter(area=world.area).update(year=clock.today().year)
    amount = Money.of(55_000, "EUR")
    budgets.grant_from_council(fund=fund, year=clock.today().year, amount=amount, ground="begroting")
    page = page_of(client, world).replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 55.000" in page
    assert "dat is € 4 per inwoner" in page
    assert "zoals ƒ 8 in de bron" in page
    assert "Bewoners kiezen waar het geld heen gaat." in page
    assert "college van burgemeester en wethouders" in page
    assert "standaard van Wijkwerk, niet uit de bron" in page  # who decides is not in the source, and says so


def test_a_promise_that_cannot_be_kept_alone_says_so(client: Client, world: World) -> None:
    due = clock.today() + timedelta(days=30)
    made = agreements.promise(
        area=world.area, text="Nieuwe bomen", function="wijkambtenaar", due_on=due, by=world.area_officer
    )
    agreements.cannot_keep_alone(
        promise_id=made.pk, message="Wij praten met u op 6 december.", by=world.area_officer
    )
    page = page_of(client, world)
    assert "dit kunnen wij niet alleen" in page
    assert "Wij praten met u op 6 december." in page


def test_the_team_is_no_representation_and_the_page_says_so(client: Client, world: World) -> None:
    assert "Het spreekt niet namens alle bewoners." in page_of(client, world)


def test_late_work_says_when_it_should_have_been_done_and_not_that_it_is(
    client: Client, world: World
) -> None:
    work = a_work(a_measure(world, "Vijf lampen", status=MeasureStatus.UNDER_WAY), due_in=-12)
    why = "De spoorbeheerder wil eerst zelf meten hoe ver het licht op de rails komt en doet dat pas later"
    Work.objects.filter(pk=work.pk).update(late_reason=why)
    page = client.get(f"/wijk/{world.area.code}").content.decode()
    assert f"{why}. Had klaar moeten zijn op" in page
    assert "een nieuwe dag volgt" in page
