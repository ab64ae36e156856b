"""A drawing surface in plain units, drawn at double size so that every edge comes out smooth."""

from __future__ import annotations

import random
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from wijkwerk.demo.pictures import palette

WIDTH: Final = 1200
HEIGHT: Final = 900
_SCALE: Final = 2

Point = tuple[float, float]


class Canvas:
    """Flat shapes on a ground. `random` is the canvas's own, so that a seed gives one picture."""

    def __init__(self, width: int, height: int, seed: str, ground: str = palette.SKY) -> None:
        self.width = width
        self.height = height
        self.random = random.Random(seed)
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def fill(self, colour: str) -> None:
        """Cover everything."""
        self.rectangle(0, 0, self.width, self.height, colour)

    def rectangle(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0
    ) -> None:
        """A box, with round corners if asked."""
        box = (x * _SCALE, y * _SCALE, (x + width) * _SCALE, (y + height) * _SCALE)
        if radius:
            self._pen.rounded_rectangle(box, radius=radius * _SCALE, fill=colour)
        else:
            self._pen.rectangle(box, fill=colour)

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        """Any closed shape."""
        self._pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def ellipse(self, x: float, y: float, across: float, down: float, colour: str) -> None:
        """An ellipse around its middle, by its two radii."""
        box = ((x - across) * _SCALE, (y - down) * _SCALE, (x + across) * _SCALE, (y + down) * _SCALE)
        self._pen.ellipse(box, fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        """A circle that is not filled."""
        box = tuple(value * _SCALE for value in (x - radius, y - radius, x + radius, y + radius))
        self._pen.ellipse((box[0], box[1], box[2], box[3]), outline=colour, width=round(width * _SCALE))

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line with round ends and joints."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._pen.line(scaled, fill=colour, width=round(width * _SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.ellipse(x, y, width / 2, width / 2, colour)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        start: float,
        end: float,
        colour: str,
        width: float,
        flat: float = 1,
    ) -> None:
        """A piece of a circle, in degrees clockwise from three o'clock; `flat` squeezes it."""
        down = radius * flat
        box = ((x - radius) * _SCALE, (y - down) * _SCALE, (x + radius) * _SCALE, (y + down) * _SCALE)
        self._pen.arc(box, start, end, fill=colour, width=round(width * _SCALE))

    def text(self, x: float, y: float, words: str, colour: str, size: float) -> None:
        """A few letters around their middle."""
        font = ImageFont.load_default(size * _SCALE)
        self._pen.text((x * _SCALE, y * _SCALE), words, fill=colour, font=font, anchor="mm")

    def jpeg(self) -> bytes:
        """The picture at its own size."""
        target = BytesIO()
        self._image.reduce(_SCALE).save(target, "JPEG", quality=86)
        return target.getvalue()
