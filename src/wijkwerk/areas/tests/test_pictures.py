"""Maps drawn on the server: true to place, there and back, the same until the map changes."""

from __future__ import annotations

import io
import re

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from wijkwerk.areas import pictures
from wijkwerk.areas.actions import draw_landmarks, keep_areas
from wijkwerk.areas.models import Area, LandmarkKind
from wijkwerk.areas.rules.features import AreaFeature
from wijkwerk.areas.rules.frame import Frame, path_of
from wijkwerk.areas.tests.factories import LONG_AGO, an_area, square, working

places = st.tuples(st.floats(3.3, 7.2), st.floats(50.8, 53.5))


@given(places, st.floats(0.001, 0.3), st.integers(100, 1000), st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))
def test_a_click_leads_back_to_the_place(corner, size, width, across, up):
    frame = Frame.around([shapely.box(*corner, corner[0] + size, corner[1] + size)], width=width)
    lon, lat = corner[0] + across * size, corner[1] + up * size
    back = frame.to_place(*frame.to_picture(lon, lat))
    assert back == pytest.approx((lon, lat), abs=1e-9)


@given(st.lists(st.tuples(places, st.floats(0.001, 0.3), st.floats(0.001, 0.3)), min_size=1, max_size=4))
def test_everything_fits_in_the_frame_with_north_up(given_boxes):
    boxes = [shapely.box(lon, lat, lon + wide, lat + high) for (lon, lat), wide, high in given_boxes]
    frame = Frame.around(boxes, width=640)
    for west, south, east, north in shapely.bounds(boxes):
        left, bottom = frame.to_picture(west, south)
        right, top = frame.to_picture(east, north)
        assert 0 <= left < right <= frame.width
        assert 0 <= top < bottom <= frame.height


def test_a_path_keeps_holes_and_parts():
    shape = shapely.multipolygons(
        [shapely.box(0, 0, 10, 10) - shapely.box(4, 4, 6, 6), shapely.box(20, 0, 30, 10)]
    )
    assert re.sub(r"[\d. L]", "", path_of(shape)) == "MZMZMZ"
    assert path_of(shapely.linestrings([(0, 0), (1, 2)])) == "M0.0 0.0L1.0 2.0"


@pytest.fixture
def city(db):
    north = working(an_area("noord", geometry=square(0, 1), drawn=True))
    south = working(an_area("zuid", short_name="Z", geometry=square(0, 0)))
    nameless = working(an_area("later"))
    draw_landmarks(
        {
            (LandmarkKind.RIVER, "IJssel"): {
                "type": "LineString",
                "coordinates": [[5.9, 52.01], [6.1, 52.01]],
            },
            (LandmarkKind.ROAD, "N344"): {
                "type": "LineString",
                "coordinates": [[6.005, 51.9], [6.005, 52.1]],
            },
            (LandmarkKind.ROAD, "Ver weg"): {"type": "LineString", "coordinates": [[4.0, 51.0], [4.1, 51.0]]},
            (LandmarkKind.PLACE, "Station"): {"type": "Point", "coordinates": [6.005, 52.015]},
        }
    )
    return north, south, nameless


def test_a_map_holds_every_area_and_the_landmarks_in_view(city):
    _north, south, _nameless = city
    drawn = pictures.area_map(
        city, current=south, url=lambda area: f"/{area.code}", note=str, marks=[(6.005, 52.005, "hier")]
    )
    assert [(shape.code, shape.url, shape.note, shape.current) for shape in drawn.outlines] == [
        ("noord", "/noord", "Noord", False), ("zuid", "/zuid", "Zuid", True), ("later", "/later", "Later", False),
    ]  # fmt: skip
    assert [shape.label for shape in drawn.outlines] == ["", "Z", ""]
    assert [bool(shape.path) for shape in drawn.outlines] == [True, True, False]
    assert (len(drawn.water), len(drawn.roads), "met de hand getekend" in drawn.note) == (1, 1, True)
    assert (
        float(drawn.outlines[0].y)
        < float(drawn.outlines[1].y)
        == pytest.approx(float(drawn.marks[0].y), abs=1)
    )
    numbers = re.findall(r"-?[\d.]+", " ".join(shape.path for shape in drawn.outlines))
    _zero, _none, width, height = map(float, drawn.view_box.split())
    assert all(0 <= float(number) <= max(width, height) for number in numbers)


def test_a_map_is_kept_until_something_changes(city, django_assert_num_queries):
    before = pictures.area_map(city[:2])
    with django_assert_num_queries(1):
        assert pictures.area_map(city[:2]) == before
    keep_areas(
        features=[AreaFeature(code="noord", name="Noord", geometry=square(3, 3))], level="district",
        valid_from=LONG_AGO, source="",
    )  # fmt: skip
    again = pictures.area_map(list(Area.objects.filter(code__in=["noord", "zuid"])))
    assert again.outlines[0].path != before.outlines[0].path


@pytest.mark.parametrize("width", [288, 640])
def test_the_picture_can_be_pointed_on(city, width):
    north = city[0]
    image = Image.open(io.BytesIO(pictures.picture(north, width)))
    assert (image.format, image.width) == ("PNG", width)
    middle = pictures.place_from_click(north, image.width / 2, image.height / 2, width)
    assert middle == pytest.approx((6.005, 52.015), abs=1e-4)
    assert shapely.intersects_xy(shapely.box(6.0, 52.01, 6.01, 52.02), *middle)


def test_an_area_of_which_only_the_name_is_known_has_a_picture_too(city):
    assert pictures.picture(city[2]).startswith(b"\x89PNG")
