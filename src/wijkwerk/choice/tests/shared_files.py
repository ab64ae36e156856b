"""Real files for the tests, where they are at hand: `../shared/data/pabulib` beside the repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wijkwerk.choice import PabulibFile, read_pabulib

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT.parent / "shared" / "data" / "pabulib"
KNOWN = FOLDER / "known_outcomes.json"

needs_files = pytest.mark.skipif(not KNOWN.exists(), reason=f"no ballot files in {FOLDER}")


@cache
def known() -> dict[str, Any]:
    """What is known about each file."""
    return json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}


@cache
def load(name: str) -> PabulibFile:
    """A file, read once for all tests."""
    return read_pabulib(FOLDER / name)
