"""`make traceability`: which of what the sources ask has a passing test, which not yet, and what was set aside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.requirements import groups, marked, proven, requirements, set_aside


def main(arguments: list[str]) -> int:
    """Run the tests that name a requirement and print how far we are; `--brief` leaves out what is not yet."""
    brief = "--brief" in arguments
    results, failed = run([one for one in arguments if one != "--brief"])
    green = {key for key, tests in results.items() if tests and all(passed for _name, passed in tests)}
    red = set(results) - green
    console = Console(width=None if sys.stdout.isatty() else 150)
    behaviour, aside = proven(), set_aside()
    for group, title in groups().items():
        rows = [one for one in requirements().values() if one.group == group]
        shown = [one for one in rows if one.key in {*green, *red, *aside} or not brief]
        counts = f"{sum(one.key in green for one in rows)} of {len(rows)} proven"
        table = Table(title=f"{title} — {counts}", title_justify="left", expand=False)
        for head in ("", "Requirement", "Asks", "Removing this turned the test red; or why it was set aside"):
            table.add_column(head)
        for one in shown:
            sign = "✓" if one.key in green else "✗" if one.key in red else "–" if one.key in aside else "·"
            table.add_row(sign, one.key, one.asks, behaviour.get(one.key) or aside.get(one.key, ""))
        if shown:
            console.print(table)
    total = len(requirements())
    console.print(
        f"✓ {len(green)} proven   – {len(aside)} set aside   · {total - len(green | red | set(aside))} not yet"
    )
    for key in sorted(red):
        console.print(f"✗ {key}: {', '.join(name for name, passed in results[key] if not passed)}")
    if unsaid := sorted(green - set(behaviour)):
        console.print(f"Proven, but docs/traceability.toml does not say by what: {', '.join(unsaid)}")
    return 1 if red or failed else 0


def run(arguments: list[str]) -> tuple[dict[str, list[tuple[str, bool]]], bool]:
    """Run what is marked; per requirement its tests and whether they passed, and whether the run itself failed."""
    files = sorted({test.split("::")[0] for tests in marked().values() for test in tests})
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "proven.json"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-m", "requirement", *arguments, *files],
            env={**os.environ, "WIJKWERK_TEST_PROVEN": str(told)},
            check=False,
        )
        results: dict[str, list[tuple[str, bool]]] = (
            json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
        )
    return results, done.returncode != 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
