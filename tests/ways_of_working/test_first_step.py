"""Who takes the first step in involving residents, and what follows from it when people are asked to take part."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.test_room_for_residents import stepped_aside
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import ApproachErrors, Power, load
from wijkwerk.approaches.drafting import Plain
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.participation.actions import Activated, activate
from wijkwerk.participation.models import Activation, AskedBy, Beginner, PanelRound, PanelSession
from wijkwerk.participation.queries.activation import nobody_was_approached, sessions_in
from wijkwerk.participation.rules import Way
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db

FILES = ["deventer_1997", "dordrecht_1997", "utrecht_1997", "amersfoort_advice_1997", "utrecht_2018"]
BY_DOOR = Activated(
    sentence="Wat mist u in het park?", way=Way.DOOR, reached=40, begun_by=Beginner.MUNICIPALITY
)


def asker(world: World) -> Person:
    """Whoever may ask people here."""
    return next(p for p in world.people.values() if may(p, Power.RUN_PANEL, within=world.area))


def asked(world: World, **changes: object) -> Activation:
    return activate(area=world.area, given=Activated(**{**vars(BY_DOOR), **changes}), by=asker(world))


def service() -> Organisation:
    return Organisation.objects.get(key="groen")


@pytest.mark.switch("options.involvement_initiative", "residents_react")
def test_residents_who_react_need_a_plan_to_react_to() -> None:
    world = make_world("dordrecht_1997")
    for about in (None, bear("measure", area=world.area, sentence="Bankje", public=True)):
        with pytest.raises(Invalid, match="Noem het plan") as refused:
            asked(world, about=about)
        assert refused.value.reason.rule == "dordrecht_1997: options.involvement_initiative"
        assert refused.value.reason.source == "003_bd3cdaf8b9febc00.txt §3.5"
        assert refused.value.reason.way_out
    plan = bear("plan", area=world.area, sentence="Plan voor onderhoud", public=True)
    assert asked(world, about=plan).about == plan


@pytest.mark.requirement("AMF-08")
@pytest.mark.switch("options.involvement_initiative", "others_activate")
def test_the_municipality_may_begin_it_and_others_carry_it_out() -> None:
    world = make_world("amersfoort_advice_1997")
    with pytest.raises(Invalid, match="Uitvoeren doen anderen") as refused:
        asked(world, executor=service())
    assert refused.value.reason.source == "003_bd3cdaf8b9febc00.txt §6.3"
    welfare = Organisation.objects.get(key="welzijn")
    for executor in (welfare, None):
        assert asked(world, executor=executor).begun_by == Beginner.MUNICIPALITY


@pytest.mark.requirement("UTR97-03")
@pytest.mark.switch("options.involvement_initiative", "actively_approached")
def test_where_people_are_approached_receiving_them_is_not_enough() -> None:
    world = make_world("utrecht_1997")
    warned = nobody_was_approached(world.area)
    assert warned is not None
    assert warned.rule == "utrecht_1997: options.involvement_initiative"
    asked(world, way=Way.MEETING, reached=80)
    asked(world, held_on=clock.today() - timedelta(days=365))
    assert nobody_was_approached(world.area) is not None
    asked(world, executor=service())
    assert nobody_was_approached(world.area) is None
    assert [one.reached for one in Activation.objects.all()] == [40, 80, 40]


@pytest.mark.switch("options.involvement_initiative", "asked_in_panels")
def test_where_people_are_asked_in_panels_it_shows_how_often_residents_asked() -> None:
    from wijkwerk.cycles.actions import begin_cycle, open_step

    world = make_world("deventer_1997")
    cycle = begin_cycle(area=world.area, name="nu", starts_on=clock.today(), by=world.area_officer)
    open_step(step_id=cycle.steps.earliest("ordinal").pk, by=world.area_officer)
    panel = PanelRound.objects.get()
    for by in (AskedBy.RESIDENT, AskedBy.OFFICIAL, AskedBy.RESIDENT):
        PanelSession.objects.create(
            round=panel, place="Buurthuis", starts_at=clock.now() - timedelta(days=2), asked_by=by
        )
    found = sessions_in(world.area)
    assert found is not None
    assert (found.by_residents, found.by_officials) == (2, 1)
    text = Client().get(reverse("participation:activations", args=[world.area.code])).content.decode()
    assert "In het panel vroegen bewoners het dit jaar 2 keer zelf." in text


@pytest.mark.switch("options.involvement_initiative", "residents_step_in")
def test_residents_who_step_in_are_given_room_to_do_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world("arnhem_2023")
    given = stepped_aside(world, world.portfolio_holder)
    assert given.residents == "Bewoners van de Kade"
    steps_in: dict[str, Plain] = {"options.involvement_initiative": "residents_step_in"}
    with pytest.raises(ApproachErrors) as refused:
        load(variant(tmp_path, monkeypatch, "deventer_1997", steps_in))
    assert [problem.key for problem in refused.value] == ["options.involvement_initiative"]
    for way in ("options.step_aside", "options.resident_bids"):
        approach = load(variant(tmp_path, monkeypatch, "deventer_1997", {**steps_in, way: True}))
        assert approach.options.involvement_initiative == "residents_step_in"


@pytest.mark.parametrize("key", FILES)
def test_only_the_file_makes_the_difference(key: str) -> None:
    """The same three things under five files: a service goes to a door without a plan, nobody warned, no panels."""
    world = make_world(key)
    fits = key not in {"dordrecht_1997", "amersfoort_advice_1997"}
    try:
        asked(world, executor=service())
    except Invalid:
        assert not fits
    assert Activation.objects.exists() == fits
    Activation.objects.all().delete()
    assert (nobody_was_approached(world.area) is not None) == (key == "utrecht_1997")
    assert (sessions_in(world.area) is not None) == (key == "deventer_1997")


def test_nobody_writes_down_nothing_or_what_is_still_to_come() -> None:
    world = make_world("deventer_1997")
    for changes in (
        {"sentence": " "},
        {"held_on": clock.today() + timedelta(days=1)},
        {"reached": -1},
        {"about": bear("plan", area=world.city, sentence="Elders", public=True)},
    ):
        with pytest.raises(Invalid):
            asked(world, **changes)
    with pytest.raises(Refused):
        activate(area=world.area, given=BY_DOOR, by=world.resident_team_member)
    assert not Activation.objects.exists()


def test_it_is_written_down_on_a_page_and_read_by_all() -> None:
    world = make_world("utrecht_1997")
    client = Client()
    client.force_login(asker(world).account)  # type: ignore[arg-type]
    page = reverse("participation:activations", args=[world.area.code])
    warning = "Een jaar lang ging niemand in Voorstad naar mensen toe."
    assert warning in client.get(page).content.decode()
    assert warning not in Client().get(page).content.decode()
    form = {
        "sentence": "Wat mist u in het park?",
        "way": "street",
        "held_on": clock.today().isoformat(),
        "reached": "25",
        "begun_by": "residents",
        "executor": "",
        "about": "",
    }
    done = client.post(reverse("participation:activate", args=[world.area.code]), form)
    assert done.status_code == 302
    text = Client().get(page).content.decode()
    assert "Wat mist u in het park?" in text
    assert "op straat · bewoners zelf · begonnen door bewoners" in text
    assert "25 mensen bereikt" in text
    assert warning not in client.get(page).content.decode()


def test_a_refusal_keeps_what_was_typed() -> None:
    world = make_world("dordrecht_1997")
    client = Client()
    client.force_login(asker(world).account)  # type: ignore[arg-type]
    form = {
        "sentence": "Wat vindt u?",
        "way": "door",
        "held_on": clock.today().isoformat(),
        "reached": "3",
        "begun_by": "municipality",
    }
    answer = client.post(reverse("participation:activate", args=[world.area.code]), form)
    assert answer.status_code == 422
    assert "Noem het plan" in answer.content.decode()
    assert "Wat vindt u?" in answer.content.decode()


def test_the_page_costs_the_same_for_one_and_for_twelve() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    world = make_world("utrecht_1997")
    page, costs = reverse("participation:activations", args=[world.area.code]), []
    plan = bear("plan", area=world.area, sentence="Plan", public=True)
    asked(world, executor=service(), about=plan)
    Client().get(page)
    for more in (0, 11):
        for _each in range(more):
            asked(world, executor=service(), about=plan)
        with CaptureQueriesContext(connection) as queries:
            Client().get(page)
        costs.append(len(queries))
    assert costs[0] == costs[1]
