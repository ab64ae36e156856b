"""The pages people open most, at 1,000 and at 100,000 signals, side by side in one run.

For each size a site of its own is made in a temporary folder and served by a process of its own. Page by page the two
are measured in turns, so that whatever else the machine does weighs on both. A row tells the server's own time in
milliseconds (processor time, median), what the clock on the wall said, how many queries it took, how many of those
count rows, and how the larger compares with the smaller.
"""

from __future__ import annotations

import json as json_text
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

SIZES = (1_000, 100_000)
ROUNDS, TIMES = 5, 8
PAGES = ("home", "area", "thread", "need", "asker", "create")
ROOT = Path(__file__).resolve().parents[2]


def run(json: bool = False, *, sizes: tuple[int, int] = SIZES) -> list[dict[str, Any]]:
    """Measure every page. The rows are the same for `json`; printing them is up to the caller."""
    with tempfile.TemporaryDirectory(prefix="wijkwerk-bench-") as folder:
        served = {size: _Served(size, Path(folder) / str(size)) for size in sizes}
        try:
            return [_row(page, served) for page in PAGES]
        finally:
            for each in served.values():
                each.stop()


def _row(page: str, served: dict[int, _Served]) -> dict[str, Any]:
    rounds = [{size: each.measure(page) for size, each in served.items()} for _ in range(ROUNDS)]
    small, large = served
    row: dict[str, Any] = {"name": f"pages: {page}", "repeats": ROUNDS * TIMES}
    for size in served:
        found = [each[size] for each in rounds]
        row[f"ms_{size}"] = round(median(ms for each in found for ms in each["server_ms"]), 2)
        row[f"wall_ms_{size}"] = round(median(ms for each in found for ms in each["wall_ms"]), 2)
        row[f"queries_{size}"] = found[-1]["queries"]
    row["counting_queries"] = rounds[-1][large]["counting"]
    row["same_queries"] = row[f"queries_{small}"] == row[f"queries_{large}"]
    row["ratio"] = round(row[f"ms_{large}"] / row[f"ms_{small}"], 2)
    return row


class _Served:
    """A process that made a site of one size and measures its pages when asked."""

    def __init__(self, size: int, folder: Path) -> None:
        folder.mkdir()
        path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        others = {name: value for name, value in os.environ.items() if not name.startswith("WIJKWERK_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.pages.serving", str(size)],
            cwd=ROOT,
            env={
                **others,
                "PYTHONPATH": path,
                "DJANGO_SETTINGS_MODULE": "wijkwerk.config.settings",
                "WIJKWERK_MODE": "development",
                "WIJKWERK_DATA_DIR": str(folder),
                "WIJKWERK_LOG_LEVEL": "ERROR",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def measure(self, page: str) -> dict[str, Any]:
        """One round of one page."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{page} {TIMES}\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json_text.loads(self._process.stdout.readline())
        return found

    def stop(self) -> None:
        """Done."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=30)
