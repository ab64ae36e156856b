"""Counting ballots: our engine, and the known exact library (pabutools) beside it where it is installed.

The other library is heavy and under another licence, so it lives in an environment of its own: `WIJKWERK_BENCH_OTHER`
names the Python of that environment (`make bench-choice` makes it), else it is looked for in this one.
Every measurement runs in a process of its own, so that memory is counted apart. Rows tell seconds, peak memory,
ratios measured in this run, and whether both select the same projects in the same order.
"""

from __future__ import annotations

import importlib.util
import json as json_text
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from bench.choice.cases import Case, cases

LIMIT = int(os.environ.get("WIJKWERK_BENCH_LIMIT", "120"))
"""Seconds after which a measurement of the other library is stopped."""
OTHER = os.environ.get("WIJKWERK_BENCH_OTHER", sys.executable)
STEPS = ("equal-shares", "add1")


def run(json: bool = False) -> list[dict[str, Any]]:
    """Measure every case. The rows are the same for `json`; printing them is up to the caller."""
    with tempfile.TemporaryDirectory() as folder:
        return [row for case in cases(Path(folder)) for row in _rows(case)]


def _rows(case: Case) -> list[dict[str, Any]]:
    beside = case.beside and _other_is_there()
    rows = []
    for step in STEPS:
        ours = _measure("ours", case, step)
        row = {
            "name": f"choice: {step}",
            "data": case.name,
            **{k: v for k, v in ours.items() if k != "order"},
        }
        if beside:
            theirs = _measure("pabutools", case, step)
            row |= _compared(ours, theirs)
        rows.append(row)
    return rows


@cache
def _other_is_there() -> bool:
    if sys.executable == OTHER:
        return importlib.util.find_spec("pabutools") is not None
    return subprocess.run([OTHER, "-c", "import pabutools"], capture_output=True, check=False).returncode == 0


def _compared(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    if "stopped" in theirs:
        return {"pabutools": theirs["stopped"]}
    whole = theirs["read_seconds"] + theirs["rule_seconds"]
    return {
        "pabutools_read_seconds": theirs["read_seconds"],
        "pabutools_rule_seconds": theirs["rule_seconds"],
        "pabutools_peak_mb": theirs["peak_mb"],
        "ratio_rule": round(theirs["rule_seconds"] / ours["rule_seconds"], 1),
        "ratio_with_reading": round(whole / (ours["read_seconds"] + ours["rule_seconds"]), 1),
        "same_order": ours["order"] == theirs["order"],
    }


def _measure(who: str, case: Case, step: str) -> dict[str, Any]:
    python = str(Path(OTHER).absolute()) if who == "pabutools" else sys.executable
    command = [python, "-m", "bench.choice.measure", who, str(case.file), step]
    root = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(root), str(root / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, check=True,
            timeout=LIMIT if who == "pabutools" else None,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"stopped": f"stopped after {LIMIT} s"}
    except subprocess.CalledProcessError as error:
        if who == "ours":
            raise
        return {"stopped": f"failed ({error.returncode})"}
    result: dict[str, Any] = json_text.loads(done.stdout.splitlines()[-1])
    return result
