"""The drawn outlines fit together, and every street and buurt lies where it should."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from wijkwerk.demo.tests.written import streets, toml


def outlines() -> dict[str, Polygon]:
    vertices = toml("areas")["vertices"]
    return {
        area["key"]: Polygon([vertices[name] for name in area["outline"]]) for area in toml("areas")["areas"]
    }


def test_every_buurt_stands_in_exactly_one_area() -> None:
    codes = [buurt["code"] for area in toml("areas")["areas"] for buurt in area["buurten"]]
    assert len(codes) == len(set(codes)) == 69


@pytest.mark.parametrize("area", toml("areas")["areas"], ids=lambda area: area["key"])
def test_inhabitants_add_up_and_the_outline_says_that_it_is_drawn(area: dict) -> None:
    assert area["inhabitants"] == sum(buurt.get("inhabitants", 0) for buurt in area["buurten"])
    assert area["drawn"] is True
    assert 15 <= len(area["outline"]) <= 40


def test_outlines_are_sound_and_leave_no_gap_and_no_overlap() -> None:
    drawn = outlines()
    assert all(polygon.is_valid for polygon in drawn.values())
    assert all(one.intersection(other).area < 1e-12 for one, other in combinations(drawn.values(), 2))
    whole = unary_union(list(drawn.values()))
    assert whole.geom_type == "Polygon"
    assert not whole.interiors


def test_every_inner_edge_is_shared_exactly_by_two_neighbours() -> None:
    edges: Counter[frozenset[str]] = Counter()
    for area in toml("areas")["areas"]:
        ring = area["outline"]
        edges.update(frozenset(pair) for pair in zip(ring, [*ring[1:], ring[0]], strict=True))
    assert set(edges.values()) == {1, 2}
    vertices = toml("areas")["vertices"]
    assert len({tuple(point) for point in vertices.values()}) == len(vertices)
    assert set(vertices) == {name for edge in edges for name in edge}


def test_every_street_lies_inside_its_area_and_has_a_postcode_of_its_own() -> None:
    drawn = outlines()
    buurten = {b["code"]: area["key"] for area in toml("areas")["areas"] for b in area["buurten"]}
    for street in streets():
        assert drawn[street["area"]].contains(Point(float(street["lon"]), float(street["lat"]))), street[
            "street"
        ]
        assert buurten[street["buurt"]] == street["area"]
    for field in (("postcode",), ("area", "street")):
        seen = Counter(tuple(street[name] for name in field) for street in streets())
        assert max(seen.values()) == 1
    assert len(streets()) >= 150
