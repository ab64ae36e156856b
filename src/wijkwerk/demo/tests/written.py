"""The written data, read once for the tests."""

from __future__ import annotations

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
CATALOGUE = Path(__file__).parents[2] / "approaches" / "catalogue"


@cache
def toml(name: str) -> dict[str, Any]:
    """A TOML file of the demo by its name."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def signals() -> list[dict[str, Any]]:
    """Every signal, in order."""
    return [json.loads(line) for line in (DATA / "signals.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def streets() -> list[dict[str, str]]:
    """Every street."""
    with (DATA / "streets.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def keys(name: str, table: str = "", field: str = "key") -> set[str]:
    """The keys that a file defines."""
    return {row[field] for row in toml(name)[table or name]}


def approach(name: str) -> dict[str, Any]:
    """A catalogue file as it is written."""
    return tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))
