"""Takes the pictures."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.machine import free_port
from tests.screenshots import states
from tests.source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 1280)
LANGUAGES = ("nl", "en")
HEIGHT = 800
PATIENCE = 120
# Pictures further down load when one gets there; what sticks to the window would lie across a long picture.
EVERYTHING = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  for (const element of document.querySelectorAll("main *")) {
    if (getComputedStyle(element).position === "sticky") element.style.setProperty("position", "static");
  }
}"""


@dataclass(frozen=True)
class Picture:
    """One picture: of which page, where it is kept."""

    page: str
    path: str
    reader: str
    state: str
    language: str
    width: int
    file: str


@dataclass(frozen=True)
class Site:
    """A site that answers, and its pages."""

    state: str
    url: str
    pages: list[dict[str, Any]]
    never_met: list[str]


@contextmanager
def served(state: str, folder: Path) -> Iterator[Site]:
    """The site of a state, for as long as it is needed."""
    port = free_port()
    told = folder / "pages.json"
    told.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.screenshots.site", state, str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=states.environment(state, folder, port))
    try:
        began = time.monotonic()
        while not told.exists():
            if process.poll() is not None or time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"the site “{state}” did not start")
            time.sleep(0.1)
        known = json.loads(told.read_text(encoding="utf-8"))
        yield Site(state, f"http://localhost:{port}", known["pages"], known["never_met"])
    finally:
        process.terminate()
        process.wait()


def take(browser: Browser, site: Site, into: Path) -> Iterator[Picture]:
    """Every page of a site, in each language and width."""
    into.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="nl-NL")
            page = context.new_page()
            for one in site.pages:
                context.clear_cookies()
                cookies: Any = [
                    {"name": name, "value": value, "url": site.url}
                    for name, value in {**one["cookies"], "taal": language}.items()
                ]
                context.add_cookies(cookies)
                page.goto(site.url + one["path"])
                page.evaluate(EVERYTHING)
                name = one["name"].replace(":", "-").replace(" ", "-")
                file = into / f"{name}.{site.state}.{language}.{width}.jpg"
                page.screenshot(path=file, full_page=True, type="jpeg", quality=70, scale="css")
                yield Picture(one["name"], one["path"], one["reader"], site.state, language, width, file.name)
            context.close()
