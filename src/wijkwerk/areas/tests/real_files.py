"""Real outlines of CBS and Kadaster, for tests only; no part of the project. Absent means skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Beside the checkout, or wherever a developer keeps them.
FOLDER = Path(os.environ.get("AREAS_TEST_DATA", Path(__file__).parents[5] / "shared" / "data" / "areas"))


def real_file(name: str) -> Path:
    """The path of a real file; skips the test, with the reason, where it is not there."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(
            f"the real outlines are not on this machine: {path} (set AREAS_TEST_DATA to their folder)"
        )
    return path
