"""Areas change: a level up, divided, planned; intensive or extensive. What was made before stays where it was made."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.test_golden_thread import on
from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.actions import Order, explain_border, redivide, set_intensity
from wijkwerk.areas.models import Area, Grouping, Intensity, ManagementIntensity
from wijkwerk.areas.queries import (
    areas_now,
    descendant_ids,
    intensities,
    lineage,
    planned_areas,
    timeline,
    working_areas,
)
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

CHANGE = date(2026, 7, 1)
ORDER = Order("Bestuursopdracht wijkbeheer", date(2026, 1, 15), "https://example.org/opdracht.pdf")


def district(world: World, name: str, since: date = LONG_AGO, level: str = "") -> Area:
    return Area.objects.create(
        code=name.lower(),
        name=name,
        level=level or world.approach.plan_level.key,
        parent=world.city,
        valid_from=since,
    )


@pytest.mark.requirement("DOR-12")
@pytest.mark.parametrize("key", ["dordrecht_1997", "tilburg_1997"])
def test_one_level_up_with_items_and_history(key: str) -> None:
    world = make_world(key)
    trial = district(world, "Proefbuurt", level=world.approach.levels[0].key)
    item = bear("signal", area=trial, sentence="Losse tegel", born_on=date(2026, 3, 1))
    redivide(
        moves={trial: [world.area]},
        starts_on=CHANGE,
        decided_by="raad, 1 juni 2026",
        public_text="Het werkt.",
    )
    assert areas_now(trial, CHANGE) == [world.area]
    assert areas_now(trial, CHANGE - timedelta(days=1)) == [trial]
    # The item stays where it was noticed, and counts for the district from that day.
    assert Thing.objects.get(pk=item.pk).area == trial
    assert trial.pk in descendant_ids(world.area, CHANGE)
    assert trial.pk not in descendant_ids(world.area, CHANGE - timedelta(days=1))
    assert world.area in lineage(trial, CHANGE)


def test_a_district_that_is_divided_ends_and_stays_readable() -> None:
    world = make_world("utrecht_1997")
    west, east = district(world, "West", CHANGE), district(world, "Oost", CHANGE)
    redivide(
        moves={world.area: [west, east]},
        starts_on=CHANGE,
        decided_by="raad",
        public_text="Te groot.",
        within=False,
    )
    assert areas_now(world.area, CHANGE) == [west, east]
    assert world.area.pk in {area.pk for area in working_areas(CHANGE - timedelta(days=1))}
    assert {area.pk for area in working_areas(CHANGE)} == {west.pk, east.pk}


def test_a_redivision_that_cannot_be_is_refused_whole() -> None:
    world = make_world("utrecht_1997")
    west, later = district(world, "West"), district(world, "Later", date(2030, 1, 1))
    said = {"starts_on": CHANGE, "decided_by": "raad", "public_text": "Zo beter."}
    with pytest.raises(Invalid, match="bestaat niet"):
        redivide(moves={west: [world.area], world.area: [later]}, within=False, **said)  # type: ignore[arg-type]
    with pytest.raises(Invalid, match="kan het werk"):
        redivide(moves={world.area: [world.neighbourhood]}, **said)  # type: ignore[arg-type]
    with pytest.raises(Invalid, match="wie besloot"):
        redivide(moves={west: [world.area]}, **{**said, "decided_by": " "})  # type: ignore[arg-type]
    assert areas_now(west, CHANGE) == [west]
    redivide(moves={west: [world.area]}, **said)  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="latere dag"):
        redivide(moves={west: [district(world, "Ander")]}, **said)  # type: ignore[arg-type]


@pytest.mark.requirement("AMF-01")
def test_eight_areas_work_and_three_are_planned() -> None:
    world = make_world("amersfoort_advice_1997")
    world.neighbourhood.delete()  # this approach has one level below the city
    for number in range(2, 9):
        district(world, f"Wijk {number}")
    for name in world.approach.plan_level.planned:
        district(world, name, date(2027, 1, 1))
    with on(date(2026, 11, 1)):
        assert len(working_areas()) == 8
        names = {area.name for area in planned_areas(world.approach.plan_level.key)}
        assert names == {"Kattenbroek", "Nieuwland", "Hooglanderveen"}
    with on(date(2027, 1, 1)):
        assert (len(working_areas()), planned_areas(world.approach.plan_level.key)) == (11, [])


@pytest.mark.requirement("DOR-01")
@pytest.mark.requirement("DOR-02")
@pytest.mark.switch("options.area_standard", "by_intensity")
def test_four_intensive_and_seven_extensive() -> None:
    world = make_world("dordrecht_1997")
    areas = [world.area, *(district(world, f"Wijk {number}") for number in range(2, 12))]
    for place, area in enumerate(areas):
        kind = Intensity.INTENSIVE if place < 4 else Intensity.EXTENSIVE
        set_intensity(area=area, intensity=kind, reason="Er moet veel.", order=ORDER, valid_from=CHANGE)
    found = intensities(areas, world.approach, CHANGE)
    assert (found.intensive, found.extensive, found.warnings) == (4, 7, ())
    row = found.areas[world.area.pk]
    assert (row.reason, row.order_title, row.order_on) == ("Er moet veel.", ORDER.title, ORDER.on)
    later = CHANGE + timedelta(days=100)
    set_intensity(
        area=world.area, intensity=Intensity.EXTENSIVE, reason="Rustig.", order=ORDER, valid_from=later
    )
    assert [str(each.value) for each in intensities(areas, world.approach, later).warnings] == ["4", "7"]
    assert intensities(areas, world.approach, later - timedelta(days=1)).intensive == 4
    with pytest.raises(Invalid, match="opdracht"):
        set_intensity(area=areas[1], intensity=Intensity.EXTENSIVE, reason="r", order=Order(" ", CHANGE))


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("deventer_1997", marks=pytest.mark.switch("options.area_standard", "same")),
        pytest.param("rotterdam_2020s", marks=pytest.mark.switch("options.area_standard", "each_its_own")),
    ],
)
def test_elsewhere_there_is_no_intensity(key: str) -> None:
    world = make_world(key)
    with pytest.raises(Refused, match="intensief") as refused:
        set_intensity(area=world.area, intensity=Intensity.INTENSIVE, reason="r", order=ORDER)
    assert refused.value.reason.rule == f"{key}: options.area_standard"
    assert not ManagementIntensity.objects.exists()


@pytest.mark.requirement("DOR-03")
def test_a_border_says_why_and_may_differ_from_statistics() -> None:
    world = make_world("dordrecht_1997")
    text = "Het spoor en het park maken dit één geheel."
    assert explain_border(area=world.area, text=text).border_reason == text
    # A statistical buurt that lies elsewhere by its code, and in this district by its life.
    elsewhere = district(world, "Statistische wijk", level="wijk")
    buurt = Area.objects.create(
        code="BU05050101", name="Rand", level="buurt", parent=elsewhere, valid_from=LONG_AGO
    )
    Grouping.objects.create(area=world.area, member=buurt, valid_from=LONG_AGO)
    around = lineage(buurt)
    assert world.area in around
    assert elsewhere in around
    assert around.index(world.area) < around.index(elsewhere)


@pytest.mark.requirement("UTR97-09")
def test_the_timeline_of_a_growing_approach() -> None:
    events = timeline(load("utrecht_1997"), own=False)
    assert [event.year for event in events] == sorted(event.year for event in events)
    told = {(event.year, event.areas) for event in events}
    assert {(1984, None), (1987, None), (1990, 3), (1991, None), (1994, 8), (1995, None)} <= told
    (fourth,) = [event.text for event in events if event.year == 1995 and "erbij: " in event.text]
    assert "openbare orde" in fourth
    assert [event.year for event in timeline(load("dordrecht_1997"), own=False)] == [1990, 1993, 1996]
