"""Pictures are drawn the same every time, at the right size, and no two scenes are one."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from wijkwerk.demo import pictures


@pytest.fixture(autouse=True)
def _forget() -> None:
    pictures.draw.cache_clear()
    pictures.portrait.cache_clear()


@pytest.mark.parametrize("key", sorted(pictures.KEYS))
def test_a_scene_is_a_jpeg_of_the_promised_size(key: str) -> None:
    image = Image.open(BytesIO(pictures.draw(key, 1)))
    assert image.format == "JPEG"
    assert image.size == (1200, 900)
    assert len(image.quantize(32).getcolors()) > 5, "an empty sheet is no picture"


def test_the_same_seed_draws_the_same_bytes() -> None:
    first = pictures.draw("garden", 7)
    pictures.draw.cache_clear()
    assert pictures.draw("garden", 7) == first
    assert pictures.draw("garden", 8) != first


def test_scenes_differ() -> None:
    assert len({pictures.draw(key, 1) for key in pictures.KEYS}) == len(pictures.KEYS) == 14


def test_a_portrait_is_deterministic_and_square() -> None:
    first = pictures.portrait("AK", 3)
    pictures.portrait.cache_clear()
    assert pictures.portrait("AK", 3) == first
    assert pictures.portrait("BT", 3) != first
    assert Image.open(BytesIO(first)).size == (600, 600)


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(KeyError):
        pictures.draw("holiday", 1)
