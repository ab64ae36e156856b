"""How we work: every choice with its why, what is ours said to be ours."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import catalogue, load
from wijkwerk.areas.models import (
    Area,
    AreaApproach,
    Inhabitants,
    Programme,
    ProgrammeArea,
    ProgrammeDecision,
    Stage,
)
from wijkwerk.cycles.wording import say_of
from wijkwerk.foundation import clock
from wijkwerk.people.models import FoundingParty
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.pages import approach as pages
from wijkwerk.portal.pages import purpose
from wijkwerk.portal.pages.reasons import why
from wijkwerk.portal.tests.factories import a_measure
from wijkwerk.ways.actions import adopt_draft, begin_draft
from wijkwerk.ways.asking import left_open
from wijkwerk.ways.tests.factories import decided

pytestmark = pytest.mark.django_db
ADDRESS = reverse("portal:approach")


@pytest.fixture
def world() -> World:
    return make_world()


def read(client: Client, **asked: str) -> str:
    return str(client.get(ADDRESS, asked).content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_without_an_approach_our_defaults_hold_and_say_so(client: Client) -> None:
    page = read(client)
    assert "nog geen aanpak gekozen" in page
    assert "standaard van Wijkwerk, niet uit de bron" in page


def test_who_decides_what_in_plain_words(client: Client, world: World) -> None:
    page = read(client)
    assert "Bewoners. Zij zetten de wensen op volgorde" in page
    assert "ƒ 8 per inwoner in de bron. Dat is € 3,63." in page
    assert "10.000 tot 15.000 inwoners" in page
    assert "Wijkbeheer in vier gemeenten, rapport van 6 mei 1997, §2.2 (5)" in page


def test_a_default_of_ours_is_marked_and_a_value_of_the_source_is_not() -> None:
    approach = load("deventer_1997")
    assert why(approach, "budget.formal_decider").house_default
    assert "Onze reden" in str(why(approach, "longlist.limit"))
    stated = why(approach, "budget.per_resident")
    assert (stated.house_default, stated.value) == (False, "8")
    assert stated.source


def test_what_nobody_states_is_not_described() -> None:
    approach = load("deventer_1997")
    open_value = why(approach, "budget.per_area")
    assert (open_value.value, open_value.source, open_value.house_default) == ("", "", False)


@pytest.mark.parametrize("key", catalogue())
def test_every_approach_of_the_catalogue_can_be_read(client: Client, key: str) -> None:
    make_world(key)
    page = read(client)
    for label in ("Doelstelling", "Ontwikkeling", "Organisatie binnen de gemeente", "Effect"):
        assert label in page


@pytest.mark.requirement("DEV-36")
def test_swapping_is_off_with_its_evidence_and_effort_is_open_without_it(world: World) -> None:
    choices = {str(choice.question): choice for choice in pages.in_short(world.approach, [])}
    swap = choices["Kunt u dat onderhoud ruilen voor iets van uzelf?"]
    assert swap.answer == "Nee, dat staat uit."
    assert "ruilen sloeg niet aan" in str(swap.reason)
    assert choices["Ziet u wat de diensten in de wijk doen?"].answer == "Ja, dat is openbaar."


@pytest.mark.requirement("DEV-06")
def test_goals_count_their_measures_and_results(client: Client, world: World) -> None:
    first, second = world.approach.working_goals
    a_measure(world, "Een", working_goal=first.key, status=MeasureStatus.DONE)
    a_measure(world, "Twee", working_goal=first.key)
    a_measure(world, "Drie", working_goal=first.key, status=MeasureStatus.DRAFTED)
    counted = {goal.label: (goal.measures, goal.done) for goal in purpose.goals(world.approach)}
    assert counted == {str(first.label): (2, 1), str(second.label): (0, 0)}
    assert str(first.label) in read(client)


@pytest.mark.requirement("DEV-03")
def test_a_programme_shows_its_frame_and_grows_from_four_to_five_areas(client: Client, world: World) -> None:
    programme = Programme.objects.create(
        key="wijkaanpak", name="Wijkaanpak", policy_frame="sociale vernieuwing"
    )
    FoundingParty.objects.create(programme=programme, organisation=world.organisations["welzijn"], since=1988)
    steps = ((date(2021, 1, 1), Stage.EXPERIMENT, 4), (date(2023, 1, 1), Stage.CITY_WIDE, 5))
    for day, stage, areas in steps:
        ProgrammeDecision.objects.create(
            programme=programme, decided_on=day, stage=stage, decided_by="de raad", public_text="Besloten."
        )
        for number in range(ProgrammeArea.objects.count(), areas):
            area = Area.objects.create(
                code=f"p{number}", name=f"Wijk {number}", level="district", valid_from=LONG_AGO
            )
            ProgrammeArea.objects.create(programme=programme, area=area, valid_from=day)
    page = read(client)
    assert "sociale vernieuwing" in page
    assert "Welzijn Deventer (1988)" in page
    assert page.index("4 gebieden") < page.index("5 gebieden")


def test_areas_of_another_size_are_named_on_purpose(client: Client, world: World) -> None:
    assert "Te groot of te klein?" not in read(client)
    Inhabitants.objects.filter(area=world.area).update(number=22_950)
    assert "Dat is de bedoeling" in read(client)


def test_areas_may_work_differently_and_the_page_names_the_others(client: Client, world: World) -> None:
    other = Area.objects.create(
        code="w2", name="Zandweerd", level="district", parent=world.city, valid_from=LONG_AGO
    )
    AreaApproach.objects.create(
        area=other, approach_key="dordrecht_1997", currency="EUR", valid_from=LONG_AGO, adopted_by="raad"
    )
    assert "?aanpak=dordrecht_1997" in read(client)
    assert "?aanpak=deventer_1997" in read(client, aanpak="dordrecht_1997")
    assert "?aanpak=dordrecht_1997" in read(client, aanpak="verzonnen")


def test_the_percentages_are_an_example_with_their_source(client: Client, world: World) -> None:
    page = read(client)
    for percent in ("66 %", "59 %", "54 %"):
        assert percent in page
    assert "een voorbeeld, geen norm" in page


@pytest.mark.requirement("DOR-36")
@pytest.mark.parametrize("key", ["deventer_1997", "dordrecht_1997", "utrecht_2018"])
def test_how_far_residents_go_is_said_at_every_step_beforehand(client: Client, key: str) -> None:
    world = make_world(key)
    year = read(client).partition("Het jaar, en hoe ver uw stem gaat")[2].partition("</section>")[0]
    said = re.findall(
        r"<li class=\"wijkwerk-row\">.*?(?:<strong>(.*?)</strong>|niet beschreven)", year, re.DOTALL
    )
    expected = [
        say.name if step.involvement and (say := say_of(step.involvement)) else ""
        for step in world.approach.cycle.steps
    ]
    assert any(expected)
    assert said == [str(name) for name in expected]


@pytest.mark.requirement("KEY0-01")
def test_the_statement_is_of_what_the_council_adopted(client: Client, world: World) -> None:
    draft = begin_draft(
        key="eigen_2027",
        title="Onze eigen aanpak",
        extends=world.approach.key,
        document="Raadsvoorstel 2027-12",
        by=world.policy_officer,
        values={"budget.per_resident": Decimal(9), "cycle.steps.panel.involvement": "co_decide"},
    )
    adopt_draft(
        draft_id=draft.pk,
        areas=[world.city, world.area],
        change=decided(starts_on=clock.today()),
        public_text="Wij gaan werken met onze eigen aanpak.",
        by=world.policy_officer,
    )
    page = read(client)
    for words in (
        "Onze eigen aanpak",
        "de gemeenteraad, 3 december 2026",
        "Wij gaan werken met onze eigen aanpak.",
        "Gebiedsbudget: bedrag per inwoner: 9 (was: 8).",
        "ƒ 9 per inwoner",
        "eigen_2027.toml",
        "Geldt sinds",
    ):
        assert words in page, words
    assert (
        "u denkt mee" not in page.lower().partition("hoe ver uw stem gaat")[2].partition("panellen")[2][:400]
    )


def test_the_open_questions_told_beforehand_are_those_the_page_leaves_open(client: Client) -> None:
    world = make_world("utrecht_2018")
    left = left_open(world.approach)
    page = read(client).partition("Zes vragen over deze aanpak")[0]
    assert left
    assert re.findall(r"<dt>([^<]*)</dt><dd><p[^>]*>Niet beschreven", page) == left


def test_why_names_what_is_pointed_at_and_where_it_stands() -> None:
    """A reader knows the college and the area plan, not the keys by which a file points at them."""
    approach = load("deventer_1997")
    plan = next(plan for plan in approach.plans if plan.route)
    route = next(route for route in approach.routes if route.key == plan.route)
    told = why(approach, f"plans.{plan.key}.route")
    assert (told.rule, told.value) == (f"plannen: {plan.label.nl}: route", route.label.nl)
    decider = approach.roles[approach.budget.formal_decider or ""]
    assert why(approach, "budget.formal_decider").value == decider.label.nl
