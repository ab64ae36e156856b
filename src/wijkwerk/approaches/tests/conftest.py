"""A small approach file to spoil: sound as it stands, one value changed per test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import Problem, check, loading

SOUND = """
key = "sample"
title = { nl = "Voorbeeld" }

[objective]
answer = { nl = "Iets bereiken" }
[development]
not_described = true
[organisation]
not_described = true
[politics]
not_described = true
[partners]
not_described = true
[effect]
not_described = true

[[levels]]
key = "district"
label = { nl = "wijk" }
inhabitants = { min = 10000, max = 15000 }
plans = true

[budget]
per_resident = 8
currency = "EUR"
decided_by = "residents"

[options]
responsibility_shift = "area_budget"

[documents."besluit"]
sections = ["§1"]

[sources]
"objective" = "besluit §1"
"development" = "besluit §1"
"organisation" = "besluit §1"
"politics" = "besluit §1"
"partners" = "besluit §1"
"effect" = "besluit §1"
"levels" = "besluit §1"
"budget" = "besluit §1"
"options" = "besluit §1"
"""

Check = Callable[..., list[Problem]]


@pytest.fixture(autouse=True)
def only_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a municipality keeps in its database is not asked: these tests know files alone."""
    monkeypatch.setattr(loading, "_shelves", [])


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write an approach file into a folder of its own."""

    def _write(key: str, text: str) -> Path:
        path = tmp_path / f"{key}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return _write


@pytest.fixture
def problems_of(write: Callable[[str, str], Path]) -> Check:
    """What is wrong with the sample once `old` reads `new` in it, and `more` stands under it."""

    def _problems_of(old: str = "", new: str = "", more: str = "", sourced: str = "") -> list[Problem]:
        assert old in SOUND, "the test changes something that is not in the sample"
        text = SOUND.replace(old, new, 1) if old else SOUND
        for part in filter(None, sourced.split()):
            text += f'"{part}" = "besluit §1"\n'
        return check(write("sample", text + more))

    return _problems_of
