"""Pictures of the demo: drawn, never photographed, so that nobody and no place is recognisable by accident.

The same key and seed give the same bytes. A seed moves clouds, trees and people about within a scene.
"""

from __future__ import annotations

from functools import lru_cache

from wijkwerk.demo.pictures.canvas import HEIGHT, WIDTH, Canvas
from wijkwerk.demo.pictures.faces import draw_face
from wijkwerk.demo.pictures.scenes import SCENES

KEYS: frozenset[str] = frozenset(SCENES)

__all__ = ["HEIGHT", "KEYS", "WIDTH", "draw", "portrait"]


@lru_cache(maxsize=128)
def draw(key: str, seed: int) -> bytes:
    """The scene called `key` as a JPEG of 1200 × 900 pixels."""
    canvas = Canvas(WIDTH, HEIGHT, f"{key}:{seed}")
    SCENES[key](canvas)
    return canvas.jpeg()


@lru_cache(maxsize=128)
def portrait(initials: str, seed: int) -> bytes:
    """A simple friendly face as a JPEG of 600 × 600 pixels, for somebody who does not exist."""
    canvas = Canvas(600, 600, f"{initials}:{seed}")
    draw_face(canvas, initials)
    return canvas.jpeg()
