"""Which outline holds a point: the grid must answer as the plain way does, on every point."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkwerk.areas.index import AreaIndex, plain_find
from wijkwerk.areas.tests.real_files import real_file

# Few distinct coordinates, so that corners, borders and points often coincide.
coarse = st.integers(0, 8).map(float)
fine = st.floats(-1, 9, allow_nan=False, width=32)
code = st.text("AB01", min_size=1, max_size=3)


@st.composite
def outlines(draw: st.DrawFn) -> shapely.Geometry:
    """Triangles, blocks, blocks with a hole, two parts: anything valid, mostly overlapping others."""
    corners = draw(st.lists(st.tuples(coarse, coarse), min_size=3, max_size=7, unique=True))
    shape = shapely.convex_hull(shapely.multipoints(corners))
    if shape.geom_type != "Polygon":
        shape = shapely.box(corners[0][0], corners[0][1], corners[0][0] + 1, corners[0][1] + 1)
    other = shapely.box(*draw(st.tuples(coarse, coarse)), 9, 9)
    changed = draw(st.sampled_from([shape, shape.difference(other), shape.symmetric_difference(other)]))
    polygons = [part for part in shapely.get_parts(changed) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.multipolygons(polygons) if len(polygons) > 1 else (polygons[0] if polygons else shape)


@given(
    st.lists(st.tuples(code, outlines()), min_size=1, max_size=8),
    st.lists(st.tuples(coarse | fine, coarse | fine), min_size=1, max_size=40),
    st.sampled_from([1, 2, 3, 7, 8, 16, 64]),
)
@settings(deadline=None, max_examples=300)
def test_the_grid_answers_as_the_plain_way_does(areas, points, side):
    codes, geometries = zip(*areas, strict=True)
    lon, lat = np.array(points).T
    expected = plain_find(codes, geometries, lon, lat)
    assert AreaIndex.build(codes, geometries, side=side).find(lon, lat).tolist() == expected.tolist()


def test_a_point_in_two_outlines_or_on_a_border_belongs_to_the_lowest_code():
    left, right, over = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(0.5, 0, 1.5, 1)
    for find in (AreaIndex.build(["B", "C", "A"], [left, right, over]).find,
                 lambda lon, lat: plain_find(["B", "C", "A"], [left, right, over], lon, lat)):  # fmt: skip
        assert find([0.2, 0.7, 1.0, 1.4, 1.8], [0.5] * 5).tolist() == [0, 2, 2, 2, 1]
    assert AreaIndex.build(["C", "B"], [right, left]).find([1.0], [0.5]).tolist() == [1]


def test_a_point_in_no_outline_belongs_to_none():
    index = AreaIndex.build(["A"], [shapely.box(0, 0, 2, 2) - shapely.box(0.5, 0.5, 1.5, 1.5)])
    assert index.find([1, -1, 3, float("nan"), float("inf"), 0.2], [1, 1, 1, 1, 1, 1]).tolist() == [
        -1, -1, -1, -1, -1, 0,
    ]  # fmt: skip


@pytest.mark.parametrize("geometries", [[], [None], [None, None]])
def test_without_any_outline_every_point_belongs_to_none(geometries):
    codes = [f"A{place}" for place in range(len(geometries))]
    assert AreaIndex.build(codes, geometries).find([5.0], [52.0]).tolist() == [-1]


def test_an_area_without_an_outline_holds_nothing_and_harms_nothing():
    index = AreaIndex.build(["A", "B"], [None, shapely.box(5, 52, 6, 53)])
    assert index.find([5.5], [52.5]).tolist() == [1]


def test_on_the_national_buurten_it_answers_as_the_plain_way_does():
    features = json.loads(gzip.decompress(real_file("nl-buurten-2024.geojson.gz").read_bytes()))["features"]
    codes = [feature["properties"]["buurtcode"] for feature in features]
    geometries = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    random = np.random.default_rng(2024)
    bounds = shapely.bounds(geometries)[random.integers(0, len(codes), 100_000)]
    inside = random.uniform(bounds[:, :2], bounds[:, 2:])
    # Corners of outlines lie exactly on borders, most of them on two or three.
    corners = random.choice(shapely.get_coordinates(geometries), 20_000)
    lon, lat = np.concatenate([inside, corners]).T
    found = AreaIndex.build(codes, geometries).find(lon, lat)
    assert np.array_equal(found, plain_find(codes, geometries, lon, lat))
    assert (found[-20_000:] >= 0).all()
