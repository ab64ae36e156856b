"""`python -m bench.choice [--write]`: print the table, or write it to docs/reference."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Any

from bench.choice import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "choice-benchmark.md"
COLUMNS = {
    "data": "votes", "name": "step", "read_seconds": "read (s)", "rule_seconds": "rule (s)", "peak_mb": "memory (MB)",
    "pabutools_rule_seconds": "pabutools rule (s)", "ratio_rule": "ratio rule",
    "ratio_with_reading": "ratio with reading", "same_order": "same order",
}  # fmt: skip
INTRO = """# How fast is the count?

Made by `make bench-choice`, each measurement in a process of its own, on {machine}, Python {python}.
Seconds are of processor time. Reading includes every check of the file. `add1` is Equal Shares with cost utility,
raised by 1 until the first exhaustive outcome. Beside it the exact library pabutools on the same file in the same
run, exact and called as its manual shows (merging its equal ballots first helps it where many are equal; set
`WIJKWERK_BENCH_MERGED=1`). A dash: not run. Single timings vary; read the ratios. Below some 300
voters plain Equal Shares takes either of them a few thousandths of a second: there the ratio says little.

What the project aims at: the same order; on the rule 100 times faster from 10,000 voters and 20 times below; 20 times
with reading from 10,000 voters.

"""


def table(rows: list[dict[str, Any]]) -> str:
    """The rows in Markdown."""
    lines = ["| " + " | ".join(COLUMNS.values()) + " |", "|" + "---|" * len(COLUMNS)]
    for row in rows:
        cells = [
            str(row.get(key, row.get("pabutools", "–") if key == "pabutools_rule_seconds" else "–"))
            for key in COLUMNS
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and print or write."""
    shown = table(run())
    if "--write" in sys.argv[1:]:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        intro = INTRO.format(machine=platform.machine(), python=platform.python_version())
        PAGE.write_text(intro + shown, encoding="utf-8")
    print(shown)


if __name__ == "__main__":
    main()
