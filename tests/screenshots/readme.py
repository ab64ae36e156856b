"""The pictures of the README: the first screenful of a thread and of an area, on a large screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.screenshots.camera import Site

PICTURES = ROOT / "docs" / "pictures"
SHOWN = {"thread": "thread signal", "area": "portal:area"}
WIDTH, HEIGHT = 1280, 900
MOST_BYTES = 300_000


def take_for_readme(browser: Browser, site: Site) -> Iterator[Path]:
    """Write each picture; gives where."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="nl-NL")
    paths = {one["name"]: one["path"] for one in site.pages}
    for name, shown in SHOWN.items():
        page.goto(site.url + paths[shown])
        file = PICTURES / f"{name}.png"
        page.screenshot(path=file)
        # Few colours: the pages have few, and a README loads quickly.
        with Image.open(file) as picture:
            picture.convert("RGB").quantize(128).save(file, optimize=True)
        if file.stat().st_size > MOST_BYTES:
            raise RuntimeError(f"{file.name} is larger than {MOST_BYTES} bytes")
        yield file
