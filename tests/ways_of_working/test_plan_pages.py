"""The pages of plans of every kind: begun, consulted on, answered and adopted in a browser; counted per area."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.planning import Place, on, place_under, sector_plan
from wijkwerk.answers.models import Asker
from wijkwerk.people.models import Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import Plan, Reaction
from wijkwerk.plans.rules import PlanStatus

pytestmark = pytest.mark.django_db

DAY, LATER = date(2026, 3, 2), date(2026, 3, 23)


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(f"plans:{name}", args=args))
    assert response.status_code == 200, (name, response.status_code)
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def posted(client: Client, name: str, /, *args: object, **given: object) -> str:
    response = client.post(reverse(f"plans:{name}", args=args), given)
    assert response.status_code == 302, " ".join(response.content.decode().split())[-3000:]
    return str(response.url)


@pytest.fixture
def dordrecht() -> Place:
    return place_under("dordrecht_1997")


@pytest.mark.requirement("DOR-14")
def test_a_sector_plan_from_beginning_to_adoption(dordrecht: Place) -> None:
    area = dordrecht.world.area
    officer = browser(dordrecht.officer_of("safety"))
    board, visitor = browser(dordrecht.world.executive_board), Client()
    with on(DAY):
        assert "wijkveiligheidsplan" in page(officer, "area", area.code)
        posted(officer, "begin", area.code, "safety_plan", year=2026, service=dordrecht.service("safety").pk)
        plan = Plan.objects.get()
        number = plan.thing.number
        given = {
            "sentence": "Meer licht",
            "motive": "Het is er donker",
            "theme": "safety",
            "cost": "5000",
            "funding": "regular",
            "funding_service": dordrecht.service("safety").pk,
            "executor_1": dordrecht.service("safety").pk,
        }
        posted(officer, "put", number, **given)
        posted(
            officer, "act", number, "overleg", intention="Meer licht in het park.", open_until="2026-03-20"
        )
        assert "Reageer op dit plan" in page(visitor, "plan", number)
        assert "Meer licht in het park." in page(visitor, "react", number)
        posted(visitor, "react", number, text="Zet er ook een lamp bij het hek.")
        reaction = Reaction.objects.get()
        assert Asker.objects.get(thing=reaction.thing).contact is None
        assert "lamp bij het hek" not in page(visitor, "plan", number)
        posted(
            officer,
            "act",
            number,
            "antwoord",
            reaction=reaction.pk,
            followed="partly",
            reason="Eén lamp erbij.",
            text_public="on",
        )
        shown = page(visitor, "plan", number)
        assert "lamp bij het hek" in shown
        assert "Voor een deel overgenomen" in shown
        assert "Eén lamp erbij." in shown
    with on(LATER):
        posted(officer, "act", number, "overleg-sluiten")
        posted(board, "adopt", number, body="college", reason="Het past.")
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ADOPTED


def test_the_coordinator_reads_and_reminds_and_reads_why_no_more(dordrecht: Place) -> None:
    plan = sector_plan(dordrecht, "safety_plan", "safety")
    coordinator = browser(dordrecht.world.area_coordinator)
    desk = page(coordinator, "edit", plan.thing.number)
    assert "Herinner de dienst aan dit plan" in desk
    refused = coordinator.get(reverse("plans:put", args=[plan.thing.number]))
    assert refused.status_code == 403
    assert "options.plan_owner" in refused.content.decode()
    posted(coordinator, "act", plan.thing.number, "herinner")


@pytest.mark.requirement("DOR-10")
@pytest.mark.requirement("DOR-18")
def test_an_area_shows_both_counts_and_the_goals_of_nobody(dordrecht: Place) -> None:
    area = dordrecht.world.area
    shown = page(Client(), "area", area.code)
    goal = dordrecht.world.approach.working_goals[0]
    assert "Snel opgepakt, buiten de plannen" in shown
    assert "Maatregelen in plannen" in shown
    assert goal.label.nl in shown
    officer = browser(dordrecht.officer_of("safety"))
    posted(officer, "area-act", area.code, "doel", goal=goal.key, service=dordrecht.service("safety").pk)
    assert goal.label.nl not in page(Client(), "area", area.code)


@pytest.mark.requirement("DOR-16")
def test_what_is_missing_stands_on_the_plan(dordrecht: Place) -> None:
    world = dordrecht.world
    where = posted(browser(world.area_coordinator), "area-act", world.area.code, "samenvoegen", year=2026)
    assert "wijkonderhoudsplan" in " ".join(Client().get(where).content.decode().split())


@pytest.mark.requirement("TIL-24")
def test_key_figures_stand_beside_the_interventions_with_year_and_source() -> None:
    place = place_under("tilburg_1997")
    manager = place.world.area_manager
    plan = actions.begin_plan(area=place.world.area, key="city_programme", year=2026, by=manager)
    posted(
        browser(manager),
        "area-act",
        place.world.area.code,
        "cijfer",
        theme="safety",
        label="inbraken",
        value="212",
        year=1996,
        source="politie",
    )
    shown = page(Client(), "plan", plan.thing.number)
    assert "Inbraken" in shown
    assert "politie, 1996" in shown
    assert str(Decimal(212)) in shown


def test_a_project_is_judged_by_the_office() -> None:
    place = place_under("utrecht_1997")
    world = place.world
    manager = world.area_office_manager
    frame = actions.begin_plan(area=world.area, key="area_policy", foreword="Zo.", by=manager)
    actions.adopt_plan(plan_id=frame.pk, body="college", reason="Goed", by=world.executive_board)
    middle = actions.begin_plan(
        area=world.area, key="area_programming", parent=frame, foreword="Zo.", by=manager
    )
    actions.adopt_plan(plan_id=middle.pk, body="college", reason="Goed", by=world.executive_board)
    officer = browser(place.officer_of("welfare"))
    given = {"year": 2026, "service": place.service("welfare").pk, "parent": middle.pk, "sentence": "Kamer"}
    posted(officer, "begin", world.area.code, "project", **given)
    found = Plan.objects.get(kind="project")
    shown = page(Client(), "plan", found.thing.number)
    assert middle.thing.sentence in shown
    assert frame.thing.sentence in shown
    assert "Het wijkbureau heeft nog niet besloten" in shown
    office = browser(manager)
    posted(office, "act", found.thing.number, "oordeel", accepted="1", body="wijkbureau", reason="Goed.")
    posted(officer, "act", found.thing.number, "begin")
    assert "Dit project is begonnen" in page(Client(), "plan", found.thing.number)


def test_an_ambition_shows_tasks_makers_and_reviews() -> None:
    place = place_under("utrecht_2018")
    area, officer = place.world.area, browser(place.world.area_officer)
    posted(officer, "begin", area.code, "area_ambition", year=2026)
    plan = Plan.objects.get()
    number = plan.thing.number
    posted(officer, "act", number, "opgave", text="Groene straten", cooperation="Samen planten")
    posted(officer, "act", number, "maker", kind="residents", name="Straatgroepen", people=120)
    posted(officer, "act", number, "maker", kind="stakeholders", name="Ondernemers")
    actions.adopt_plan(plan_id=plan.pk, body="college", reason="Goed", by=place.world.executive_board)
    posted(
        officer,
        "act",
        number,
        "terugblik",
        review=plan.reviews.first().pk,
        findings="Zes straten zijn groen.",
    )
    shown = page(Client(), "plan", number)
    for text in ("Groene straten", "Samen planten", "Straatgroepen", "120 mensen", "Zes straten zijn groen."):
        assert text in shown


@pytest.mark.parametrize("number", [1, 12])
def test_a_plan_with_reactions_costs_a_fixed_number_of_queries(
    number: int, dordrecht: Place, django_assert_num_queries: object, django_assert_max_num_queries: object
) -> None:
    with on(DAY):
        plan = sector_plan(dordrecht, "safety_plan", "safety")
        officer = dordrecht.officer_of("safety")
        actions.open_round(plan_id=plan.pk, intention="Licht", open_until=LATER, by=officer)
        for each in range(number):
            actions.put_measure(
                plan_id=plan.pk, given=dordrecht.given(f"Lamp {each}", theme="safety"), by=officer
            )
            reaction, _asker = actions.react(plan_id=plan.pk, text=f"Reactie {each}")
            actions.answer_reaction(reaction_id=reaction.pk, followed="not", reason="Nee.", by=officer)
        page(Client(), "plan", plan.thing.number)
        with django_assert_max_num_queries(40) as counted:  # type: ignore[operator]
            page(Client(), "plan", plan.thing.number)
    COUNTED.setdefault("plan", set()).add(len(counted))
    assert len(COUNTED["plan"]) == 1


COUNTED: dict[str, set[int]] = {}
