"""Services, the unit and its offices are values of the file; what it promises of offices is checked."""

from __future__ import annotations

import pytest

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.actions import Order, set_intensity
from wijkwerk.areas.models import Address, Area, Intensity
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.people.actions import open_office, set_up_services
from wijkwerk.people.models import Office, OfficeArea
from wijkwerk.people.queries import coverage, office_at, unit_of
from wijkwerk.people.queries.units import UnitView

pytestmark = pytest.mark.django_db


def unit(key: str) -> UnitView:
    found = unit_of(load(key))
    assert found is not None
    return found


@pytest.mark.requirement("TIL-05")
@pytest.mark.requirement("TIL-16")
def test_a_service_of_its_own_with_people_tasks_and_mission() -> None:
    found = unit("tilburg_1997")
    assert (found.label, found.people, len(found.tasks)) == ("dienst Wijkzaken", 160, 5)
    assert "woon-, werk- en leefklimaat" in found.mission
    (top,) = found.tree
    assert (top.carries, len(top.parts)) == (True, 4)
    made = {service.key: service for service in set_up_services(approach=load("tilburg_1997"), by=None)}
    assert made["supervision"].parent == made["wijkzaken"]
    assert len(set_up_services(approach=load("tilburg_1997"), by=None)) == 5


@pytest.mark.requirement("DOR-25")
def test_the_place_in_the_tree_is_the_files() -> None:
    assert unit("dordrecht_1997").under == "Bestuursdienst"
    places = {unit(key).place for key in ("dordrecht_1997", "tilburg_1997", "rotterdam_2020s")}
    assert len(places) == 3


@pytest.mark.requirement("UTR97-11")
def test_offices_work_fairly_independently_with_a_budget_of_their_own() -> None:
    found = unit("utrecht_1997")
    assert (found.autonomous, found.budget_of_its_own) == (True, True)
    tilburg = unit("tilburg_1997")
    assert (tilburg.autonomous, tilburg.budget_of_its_own) == (None, False)


@pytest.mark.requirement("UTR18-08")
def test_the_small_measure_reorganises_nothing() -> None:
    assert unit("utrecht_2018").restructuring is False
    assert set_up_services(approach=load("utrecht_2018"), by=None) == []
    assert unit("tilburg_1997").restructuring is True


@pytest.mark.requirement("ROT-07")
def test_four_clusters_and_a_neutral_fifth() -> None:
    found = unit("rotterdam_2020s")
    assert len(found.tree) == 5
    (carrying,) = [branch.label for branch in found.tree if branch.carries]
    assert carrying == "cluster Dienstverlening"


def another(world: World, name: str, parent: Area) -> Area:
    return Area.objects.create(
        code=name, name=name, level=world.approach.levels[0].key, parent=parent, valid_from=LONG_AGO
    )


@pytest.mark.requirement("UTR97-04")
def test_every_place_has_exactly_one_office() -> None:
    world = make_world("utrecht_1997")
    second = another(world, "Tweede", world.area)
    assert coverage().without == [world.neighbourhood, second]
    office = open_office(name="Bureau Oost", team="area_office", areas=[world.area], by=world.administrator)
    assert coverage().complete
    home = Address.objects.create(
        postcode="7411AB", street="Kade", area=world.area, buurt=second, lon=6.1, lat=52.2
    )
    assert office_at(home) == [office]
    other = open_office(name="Bureau West", team="area_office", areas=[second], by=world.administrator)
    assert coverage().several == [(second, [other, office])]
    OfficeArea.objects.filter(office=office).update(valid_from=LONG_AGO, valid_to=clock.today())
    assert coverage().without == [world.neighbourhood]


def test_an_office_is_of_a_team_that_the_approach_knows() -> None:
    world = make_world("utrecht_1997")
    with pytest.raises(Invalid, match="wijkbureau"):
        open_office(name="Loket", team="desk", areas=[world.area], by=world.administrator)
    with pytest.raises(Refused):
        open_office(name="Loket", team="area_office", areas=[world.area], by=world.area_office_manager)
    assert not Office.objects.exists()


def test_where_only_intensive_areas_have_a_base_the_others_lack_none() -> None:
    world = make_world("dordrecht_1997")
    assert coverage().checked == 0
    set_intensity(
        area=world.area,
        intensity=Intensity.INTENSIVE,
        reason="Veel te doen.",
        order=Order("Bestuursopdracht", LONG_AGO),
        valid_from=LONG_AGO,
    )
    assert coverage().without == [world.neighbourhood]


def test_where_nothing_is_said_of_offices_nothing_is_checked() -> None:
    make_world("rotterdam_2020s")
    assert coverage().complete


def test_the_check_costs_as_much_for_many_areas(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    world = make_world("utrecht_1997")
    another(world, "Tweede", world.area)
    with django_assert_num_queries(11):
        coverage()
    for number in range(10):
        another(world, f"Buurt {number}", world.area)
    with django_assert_num_queries(11):
        assert coverage().checked == 12
