"""Which area holds a point: our grid beside the plain tree of boxes, on the same points in one run.

On the national buurten where that file is present (`AREAS_TEST_DATA` names its folder), else on made ones.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import shapely

from wijkwerk.areas.index import AreaIndex, plain_find
from wijkwerk.areas.tests.real_files import FOLDER

POINTS = 1_000_000


def national_buurten(file: Path) -> tuple[list[str], Any]:
    """Codes and outlines of the national file."""
    features = json.loads(gzip.decompress(file.read_bytes()))["features"]
    codes = [feature["properties"]["buurtcode"] for feature in features]
    return codes, shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])


def made_buurten(rows: int = 120) -> tuple[list[str], Any]:
    """Cells around random points, each blown up a little: neighbours overlap as published outlines do."""
    random = np.random.default_rng(1)
    centres = shapely.multipoints(random.uniform((3.4, 50.8), (7.2, 53.5), (rows * rows, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(centres))
    return [f"BU{number:08}" for number in range(len(cells))], shapely.buffer(cells, 0.0001)


def run() -> list[dict[str, Any]]:
    """The measurements, with the number of points on which the two ways differ (must be 0)."""
    file = FOLDER / "nl-buurten-2024.geojson.gz"
    codes, outlines = national_buurten(file) if file.is_file() else made_buurten()
    random = np.random.default_rng(2)
    bounds = shapely.bounds(outlines)[random.integers(0, len(codes), POINTS)]
    lon, lat = random.uniform(bounds[:, :2], bounds[:, 2:]).T

    start = perf_counter()
    index = AreaIndex.build(codes, outlines)
    built = perf_counter()
    found = index.find(lon, lat)
    ours = perf_counter() - built
    start_plain = perf_counter()
    expected = plain_find(codes, outlines, lon, lat)
    plain = perf_counter() - start_plain
    return [
        {
            "name": "areas: which area holds this point",
            "data": "national buurten 2024" if file.is_file() else "made buurten",
            "outlines": len(codes),
            "points": POINTS,
            "build_seconds": round(built - start, 3),
            "points_per_second": round(POINTS / ours),
            "plain_points_per_second": round(POINTS / plain),
            "times_as_fast": round(plain / ours, 1),
            "differences": int((found != expected).sum()),
            "in_none": int((expected < 0).sum()),
        }
    ]


if __name__ == "__main__":
    for measurement in run():
        print(json.dumps(measurement, indent=2))
