"""Which area of the database holds a point, as of a day, and always as the map is now."""

from __future__ import annotations

from datetime import date

import pytest

from wijkwerk.areas import lookup
from wijkwerk.areas.actions import keep_areas
from wijkwerk.areas.models import Grouping
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.areas.rules.features import AreaFeature
from wijkwerk.areas.spots import spot_at, spots_at
from wijkwerk.areas.tests.factories import LONG_AGO, an_area, square, working

pytestmark = pytest.mark.django_db

INSIDE = (6.005, 52.005)


def keep(*features, level="district", day=LONG_AGO):
    return keep_areas(
        features=[AreaFeature(code=code, name=code, geometry=geometry) for code, geometry in features],
        level=level,
        valid_from=day,
        source="getekend",
    )


def code_at(*place, level="district", on=None):
    area = lookup.area_at(*place, level=level, on=on)
    return area.code if area else None


def test_a_change_on_the_map_is_seen_at_once():
    keep(("noord", square(0, 0)))
    assert code_at(*INSIDE) == "noord"
    keep(("noord", square(5, 5)), ("zuid", square(0, 0)))
    assert (code_at(*INSIDE), code_at(6.055, 52.055)) == ("zuid", "noord")


def test_the_map_is_asked_as_of_a_day():
    keep(("noord", square(0, 0)))
    keep(("noord", square(5, 5)), day=date(2024, 1, 1))
    assert code_at(*INSIDE, on=date(2023, 12, 31)) == "noord"
    assert code_at(*INSIDE, on=date(2024, 1, 1)) is None
    assert code_at(*INSIDE, on=date(2019, 12, 31)) is None


def test_only_the_level_asked_for_counts():
    keep(("noord", square(0, 0)))
    keep(("BU01500101", square(0, 0)), level=BUURT)
    assert (code_at(*INSIDE), code_at(*INSIDE, level=BUURT), code_at(*INSIDE, level="wijk")) == (
        "noord", "BU01500101", None,
    )  # fmt: skip


def test_a_thousand_points_cost_what_one_costs(django_assert_num_queries):
    keep(("noord", square(0, 0)), ("zuid", square(1, 0)))
    lookup.area_at(*INSIDE, level="district")
    for count in (1, 1000):
        with django_assert_num_queries(2):  # the state of the map, the areas found
            found = lookup.areas_at([6.005, 6.015] * count, [52.005] * 2 * count, level="district")
    assert [area.code for area in found[-2:]] == ["noord", "zuid"]


def test_the_buurt_decides_in_which_working_area_a_point_lies():
    # The outline of "a" overlaps the buurt, but the buurt is grouped into "b".
    area, other = working(an_area("b", geometry=square(0, 0))), working(an_area("a", geometry=square(0, 0)))
    buurt = an_area("BU01500101", level=BUURT, geometry=square(0, 0, 0.5))
    Grouping.objects.create(area=area, member=buurt, valid_from=LONG_AGO)
    assert (spot_at(6.001, 52.001).area, spot_at(6.001, 52.001).buurt) == (area, buurt)
    assert (spot_at(6.008, 52.008).area, spot_at(6.008, 52.008).buurt) == (other, None)
    assert spot_at(7.0, 53.0).area is None


def test_a_buurt_without_grouping_lies_in_the_working_area_above_it():
    wijk = working(an_area("binnenstad"))
    buurt = an_area("BU01500101", level=BUURT, geometry=square(0, 0), parent=wijk)
    assert (spot_at(*INSIDE).area, spot_at(*INSIDE).buurt) == (wijk, buurt)


def test_many_spots_cost_what_one_costs(django_assert_num_queries):
    area = working(an_area("noord", geometry=square(0, 0)))
    for number in range(4):
        buurt = an_area(f"BU0150010{number}", level=BUURT, geometry=square(number / 4, 0, 0.25))
        Grouping.objects.create(area=area, member=buurt, valid_from=LONG_AGO)
    counts = []
    for points in (1, 40):
        with django_assert_num_queries(10) as asked:
            spots = spots_at([6.001 + n / 5000 for n in range(points)], [52.001] * points)
        counts.append(len(asked))
        assert {spot.area for spot in spots} == {area}
    assert len({spot.buurt for spot in spots}) == 4
