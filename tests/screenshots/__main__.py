"""`python -m tests.screenshots`: make the sites, take the pictures, lay them on a sheet."""

from __future__ import annotations

import argparse
import sys
from contextlib import AbstractContextManager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from tests.machine import BROWSER_FLAGS, chromium
from tests.screenshots import camera, sheet, states
from tests.screenshots.readme import take_for_readme
from tests.source import ROOT

# A browser words its own parts (choose a file, a day) in its own language.
DUTCH_CONTROLS = "--lang=nl-NL"
VAR, OUT = ROOT / "var" / "screenshots", ROOT / "screenshots"


def main(arguments: list[str]) -> int:
    """Run; 0 when there is a sheet."""
    parser = argparse.ArgumentParser(prog="make screenshots")
    parser.add_argument("--data", type=Path, help="folder of a demo that exists: a copy of it is pictured")
    parser.add_argument(
        "--only", choices=states.STATES, action="append", help="one of the sites (may be repeated)"
    )
    parser.add_argument(
        "--docs", action="store_true", help="only the pictures of the README, into docs/pictures"
    )
    options = parser.parse_args(arguments)
    console = Console(soft_wrap=True)
    executable = chromium()
    if executable is None:
        console.print("There is no Chromium on this machine; Debian has it as `chromium`.")
        return 1
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=[*BROWSER_FLAGS, DUTCH_CONTROLS]
        )
        if options.docs:
            with _site(states.DEMO, options.data) as site:
                for made in take_for_readme(browser, site):
                    console.print(
                        f"{made.relative_to(ROOT)}: {made.stat().st_size // 1000} kB", highlight=False
                    )
            return 0
        pictures: list[camera.Picture] = []
        unreachable: set[str] | None = None
        for state in options.only or states.STATES:
            with _site(state, options.data) as site, _progress(console) as bar:
                total = len(site.pages) * len(camera.WIDTHS) * len(camera.LANGUAGES)
                task = bar.add_task(f"{state}: {len(site.pages)} pages", total=total)
                for picture in camera.take(browser, site, OUT):
                    pictures.append(picture)
                    bar.advance(task)
                met_nowhere = set(site.never_met)
                unreachable = met_nowhere if unreachable is None else unreachable & met_nowhere
        browser.close()
    index = sheet.write_index(pictures, sorted(unreachable or ()), OUT)
    sheet.write_sheet(pictures, OUT)
    console.print(f"{len(pictures)} pictures: open {index}", highlight=False)
    return 0


def _site(state: str, data: Path | None) -> AbstractContextManager[camera.Site]:
    folder = VAR / state
    states.prepare_folder(state, folder, data)
    return camera.served(state, folder)


def _progress(console: Console) -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
