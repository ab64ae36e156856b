"""A switch that is set without what it needs is refused, with the values that clash."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import check, load_file
from wijkwerk.approaches.loading import CATALOGUE

Write = Callable[[str, str], Path]

CASES = tomllib.loads((Path(__file__).parent / "contradictions.toml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}:{case['fault']}" for case in CASES])
def test_a_contradiction_is_refused_by_key(write: Write, case: dict[str, str]) -> None:
    text = (CATALOGUE / f"{case['file']}.toml").read_text(encoding="utf-8")
    assert case["old"] in text, "the file no longer says this"
    path = write(case["file"], text.replace(case["old"], case["new"], 1))
    assert case["fault"] in {problem.key for problem in check(path)}


def test_no_covenant_without_parties(write: Write) -> None:
    text = (CATALOGUE / "utrecht_2018.toml").read_text(encoding="utf-8")
    path = write("utrecht_2018", text.replace('form = "co_makers"', 'form = "covenant"'))
    assert [problem.key for problem in check(path)] == ["partners.parties"]


def test_what_only_reality_makes_odd_is_a_warning_and_the_file_is_sound(write: Write) -> None:
    text = (CATALOGUE / "deventer_1997.toml").read_text(encoding="utf-8")
    path = write("deventer_1997", text.replace("mean = 110000", "mean = 200000"))
    (warning,) = check(path)
    assert warning.is_warning
    assert warning.key == "budget.mean"
    assert "25000" in warning.message.nl
    assert load_file(path).budget.mean == 200_000
