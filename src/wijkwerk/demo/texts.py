"""The written data of the demo, read from its files."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"
Row = dict[str, Any]


@cache
def table(file: str, name: str = "") -> tuple[Row, ...]:
    """The rows of one list in a TOML file; the list is called like the file unless said otherwise."""
    with (DATA / f"{file}.toml").open("rb") as source:
        return tuple(tomllib.load(source)[name or file])


@cache
def vertices() -> dict[str, tuple[float, float]]:
    """The drawn points by name, longitude and latitude."""
    with (DATA / "areas.toml").open("rb") as source:
        return {name: (point[0], point[1]) for name, point in tomllib.load(source)["vertices"].items()}


@cache
def signals() -> tuple[Row, ...]:
    """What was noticed, oldest first."""
    with (DATA / "signals.jsonl").open(encoding="utf-8") as source:
        return tuple(json.loads(line) for line in source if line.strip())
