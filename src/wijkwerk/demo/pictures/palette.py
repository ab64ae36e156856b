"""One calm palette for every picture of the demo."""

from __future__ import annotations

from typing import Final

SKY: Final = "#dbe8ec"
DUSK: Final = "#27394d"
NIGHT: Final = "#1c2b3c"
CLOUD: Final = "#f3f7f7"
PAPER: Final = "#f6f1e7"
GRASS: Final = "#a9c4a0"
MEADOW: Final = "#8db08c"
LEAF: Final = "#5f8f72"
FOREST: Final = "#3e6a58"
SAND: Final = "#ead9b8"
PATH: Final = "#d9c8a8"
STONE: Final = "#c9c8c2"
ASPHALT: Final = "#8b929a"
BRICK: Final = "#c47c60"
BRICK_DARK: Final = "#a3624b"
ROOF: Final = "#6f5a58"
WOOD: Final = "#b08458"
WOOD_DARK: Final = "#7c5b3d"
IRON: Final = "#3d4a57"
WATER: Final = "#8db7c7"
DEEP: Final = "#5e92a8"
SUN: Final = "#f1c75b"
GLOW: Final = "#fbe7a6"
CORAL: Final = "#d9785f"
PLUM: Final = "#7d5570"
BLUE: Final = "#3f6f94"
WHITE: Final = "#fdfcf8"

COATS: Final = (CORAL, BLUE, PLUM, SUN, LEAF, "#b5533c", "#4a5a78")
SKINS: Final = ("#f0cdb0", "#d9a57c", "#b97c55", "#8a5a3c", "#5f3d2a")
HAIRS: Final = ("#2d2622", "#5a3c28", "#8a5d35", "#c79a5b", "#d9d4cc", "#a5472f")
