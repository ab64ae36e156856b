"""Whether officials sit in the areas: who may have an office, who lacks one, and where people find the municipality."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.variants import variant
from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.areas.actions import Order, set_intensity
from wijkwerk.areas.models import Area, Intensity
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.actions import open_office
from wijkwerk.people.models import Office, Person
from wijkwerk.people.queries import coverage, formations, where_to_find

pytestmark = pytest.mark.django_db

AT_THE_CITY_OFFICE = "Wij zitten niet in Voorstad zelf. U vindt ons op het stadskantoor."
TO_COME = "Bij Voorstad hoort een bureau in de wijk. Dat is er nog niet."


def opened(world: World, area: Area, name: str = "Wijkbureau Voorstad") -> Office:
    return open_office(
        name=name,
        team=next(iter(world.approach.teams)),
        areas=[area],
        by=world.administrator,
        address="Kade 1",
    )


def read(world: World) -> str:
    page = Client().get(reverse("portal:area", args=[world.area.code])).content.decode()
    return page.partition("Mensen voor Voorstad")[2].partition("</section>")[0]


@pytest.mark.requirement("DOR-20")
@pytest.mark.switch("organisation.based_in_area", "intensive_areas")
def test_only_intensive_areas_have_people_stationed() -> None:
    world = make_world("dordrecht_1997")
    coordinator = world.area_coordinator
    Person.objects.filter(pk=coordinator.pk).update(phone="", hours_text="dinsdag van 9 tot 12")
    with pytest.raises(Invalid, match="niemand vanuit de wijk") as refused:
        opened(world, world.area)
    assert refused.value.reason.field == "areas"
    assert refused.value.reason.rule == "dordrecht_1997: organisation.based_in_area"
    assert refused.value.reason.source == "003_bd3cdaf8b9febc00.txt §3.2"
    assert "intensief beheer" in str(refused.value.reason.way_out)
    assert AT_THE_CITY_OFFICE in read(world)
    assert "dinsdag van 9 tot 12" in read(world)
    opened(world, world.city, "Stadskantoor")
    assert "Kom langs bij Stadskantoor: Kade 1" in read(world)
    set_intensity(
        area=world.area,
        intensity=Intensity.INTENSIVE,
        reason="Veel te doen.",
        order=Order("Bestuursopdracht", LONG_AGO),
        valid_from=LONG_AGO,
    )
    opened(world, world.area)
    assert AT_THE_CITY_OFFICE not in read(world)
    assert "Kom langs bij Wijkbureau Voorstad: Kade 1" in read(world)


@pytest.mark.switch("organisation.based_in_area", "all_areas")
def test_every_area_has_an_office_or_lacks_it() -> None:
    world = make_world("utrecht_1997")
    assert TO_COME in read(world)
    assert coverage().without == [world.neighbourhood]
    opened(world, world.area)
    assert TO_COME not in read(world)
    assert coverage().complete


@pytest.mark.switch("organisation.based_in_area", "small_offices")
def test_a_small_office_in_every_area_stays_small() -> None:
    world = make_world("utrecht_2018")
    assert TO_COME in read(world)
    opened(world, world.area)
    for _number in range(20):
        appointed("area_officer", world.area)
    (office,) = [each for each in formations(world.area) if each.asked]
    assert office.warning is not None
    assert office.people == 21


@pytest.mark.switch("organisation.based_in_area", "none")
def test_where_nobody_is_stationed_no_office_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"organisation.based_in_area": "none"}
    world = make_world(variant(tmp_path, monkeypatch, "utrecht_1997", {**values}))
    for area in (world.area, world.neighbourhood):
        with pytest.raises(Invalid, match="niemand vanuit de wijk") as refused:
            opened(world, area)
        assert "intensief" not in str(refused.value.reason.way_out)
    assert AT_THE_CITY_OFFICE in read(world)
    assert coverage().complete


def test_where_nothing_is_said_an_office_may_open_and_nothing_is_promised() -> None:
    world = make_world("rotterdam_2020s")
    assert where_to_find(world.area) is None
    opened(world, world.area)
    found = where_to_find(world.area)
    assert found is not None
    assert ([office.name for office in found.offices], found.sentence) == (["Wijkbureau Voorstad"], "")
