"""The fourteen scenes, by the key that the data use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from wijkwerk.demo.pictures import green, streets, together
from wijkwerk.demo.pictures.canvas import Canvas

SCENES: Final[Mapping[str, Callable[[Canvas], None]]] = {
    "playground_gate": together.playground_gate,
    "night_lamp": streets.night_lamp,
    "tree": green.veteran_tree,
    "bench": green.bench_in_the_sun,
    "litter_bins": streets.litter_bins,
    "bike_path": streets.bike_path,
    "flooded_street": streets.flooded_street,
    "garden": green.garden,
    "soup_table": together.soup_table,
    "crossing": streets.crossing,
    "mural": together.mural,
    "hedge_planting": green.hedge_planting,
    "skate_spot": together.skate_spot,
    "bridge": green.bridge,
}
