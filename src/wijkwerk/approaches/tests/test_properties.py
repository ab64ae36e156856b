"""Whatever stands in a file: it is read or refused, never half taken, and never a crash."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wijkwerk.approaches import Amount, Band, check, load
from wijkwerk.approaches.loading import examine
from wijkwerk.approaches.reading import ApproachFile, fill, read
from wijkwerk.approaches.schema import Budget, Decider
from wijkwerk.approaches.tests.conftest import SOUND
from wijkwerk.approaches.values import Currency

NAMES = st.sampled_from(
    [
        "key", "title", "valid", "extends", "levels", "roles", "budget", "cycle", "steps", "label", "nl", "powers",
        "limits", "sources", "reasons", "remove", "documents", "kind", "options", "min", "max", "objective", "x", "a.b",
    ]
)  # fmt: skip
SCALARS = st.one_of(
    st.text(max_size=6),
    st.integers(),
    st.booleans(),
    st.decimals(),
    st.sampled_from(["guide", "panel", "residents"]),
)
DOCUMENTS = st.dictionaries(
    NAMES,
    st.recursive(
        SCALARS,
        lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(NAMES, below, max_size=4)),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(document=DOCUMENTS)
def test_any_document_is_examined_without_a_crash(document: dict[str, Any]) -> None:
    file = ApproachFile(key="sample", name="sample.toml")
    fill(file, document)
    _, problems = examine(file, Path("/nowhere"))
    assert problems, "a document of chance cannot answer the six questions"
    assert all(problem.message.nl and problem.message.en for problem in problems)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(min_value=1, max_value=SOUND.count("\n") - 1))
def test_a_sound_file_with_a_line_torn_out_is_sound_or_refused(tmp_path: Path, line: int) -> None:
    lines = SOUND.splitlines(keepends=True)
    path = tmp_path / "sample.toml"
    path.write_text("".join(lines[:line] + lines[line + 1 :]), encoding="utf-8")
    assert isinstance(check(path), list)


@given(
    inhabitants=st.integers(min_value=0, max_value=10**6),
    rate=st.decimals(min_value=0, max_value=100, places=2),
)
def test_the_formula_is_exact_and_keeps_its_currency(inhabitants: int, rate: Decimal) -> None:
    budget = Budget(per_resident=rate, currency=Currency.NLG, decided_by=Decider.RESIDENTS)
    assert budget.for_area(inhabitants) == Amount(amount=rate * inhabitants, currency=Currency.NLG)
    other = budget.for_area(inhabitants, Currency.EUR)
    assert other is not None
    assert other.currency == "EUR"


@given(
    low=st.one_of(st.none(), st.integers(0, 100)),
    high=st.one_of(st.none(), st.integers(0, 100)),
    number=st.integers(-10, 110),
)
def test_nothing_lies_in_a_band_upside_down(low: int | None, high: int | None, number: int) -> None:
    band = Band(min=None if low is None else Decimal(low), max=None if high is None else Decimal(high))
    if band.is_upside_down():
        assert number not in band
    if number in band:
        assert low is None or low <= number
        assert high is None or number <= high


@pytest.mark.parametrize("path", sorted(Path(read.__code__.co_filename).parent.glob("catalogue/[a-z]*.toml")))
def test_every_leaf_of_every_file_answers_why(path: Path) -> None:
    approach = load(path.stem)
    for at, leaf in approach.trail.leaves.items():
        why = approach.why(".".join(at))
        assert why.file == leaf.file
        assert why.described is not why.is_house_default
