"""Files made to keep a machine busy, to fill a page, or to read otherwise than they look: refused, never a crash."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import check
from wijkwerk.approaches.drafting import draft_of, examine_text
from wijkwerk.approaches.limits import (
    DEEPEST,
    HIGHEST,
    MOST_BYTES,
    MOST_VALUES,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY,
)
from wijkwerk.approaches.tests.conftest import SOUND, Check
from wijkwerk.approaches.values import ApproachErrors

Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("#" * MOST_BYTES, TOO_LARGE),
        ("\nx = " + "[" * 5000 + "]" * 5000, TOO_DEEP),
        ("\nx = " + "{a=" * 5000 + "1" + "}" * 5000, TOO_DEEP),
        ("\n[" + ".".join(["a"] * 3000) + "]\nb = 1", TOO_DEEP),
        ("\n[" + ".".join(["a"] * DEEPEST) + "]\nb = 1", TOO_DEEP),
        ("\n[x]\n" + "\n".join(f"a{number} = 1" for number in range(MOST_VALUES)), TOO_MANY),
    ],
    ids=["a large file", "lists in lists", "tables in tables", "a deep name", "one too deep", "many values"],
)
def test_a_file_that_holds_too_much_is_refused_with_that_one_reason(
    write: Write, more: str, why: object
) -> None:
    (problem,) = check(write("sample", SOUND + more))
    assert problem.message == why


def test_a_number_of_more_digits_than_can_be_read_is_a_problem(write: Write) -> None:
    (problem,) = check(write("sample", SOUND.replace("per_resident = 8", f"per_resident = {'9' * 5000}")))
    assert "TOML" in problem.message.nl


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (str(HIGHEST + 1), "too large"),
        ("9" * 4000, "too large"),
        ("1e999999999", "too large"),
        ("1e-999999999", "digits after"),
        ("0.0000001", "digits after"),
        ("-0.01", "below zero"),
        ("inf", "no number"),
        ("nan", "no number"),
    ],
)
def test_a_number_out_of_reach_is_refused_at_its_key(problems_of: Check, number: str, words: str) -> None:
    (problem,) = problems_of("per_resident = 8", f"per_resident = {number}")
    assert problem.key == "budget.per_resident"
    assert words in problem.message.en
    assert len(str(problem)) < 5000


@pytest.mark.parametrize("number", [str(HIGHEST), "0.000001", "0"])
def test_a_number_at_the_border_is_none_of_that(problems_of: Check, number: str) -> None:
    assert not [
        problem
        for problem in problems_of("per_resident = 8", f"per_resident = {number}")
        if problem.key == "budget.per_resident"
    ]


@pytest.mark.parametrize("code", ["0000", "0007", "001B", "007F", "0085", "202A", "202E", "2066", "2069"])
@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("Voorbeeld", "Voor\\u{}beeld", "title.nl"),
        ('"besluit §1"', '"besluit\\u{} §1"', "sources.objective"),
        ('key = "district"', 'key = "dis\\u{}trict"', "levels.1.key"),
        ("[options]", '[options]\n"a\\u{}" = 1', "options"),
    ],
)
def test_what_nobody_sees_is_refused(problems_of: Check, code: str, old: str, new: str, key: str) -> None:
    (problem,) = problems_of(old, new.format(code))
    assert (problem.key, f"U+{code}" in problem.message.nl) == (key, True)


def test_other_scripts_and_line_ends_are_words(write: Write) -> None:
    text = SOUND.replace("Iets bereiken", "سلام שלום\\n\\té 🌳")
    assert check(write("sample", text)) == []


def test_a_text_of_ten_thousand_characters_is_refused_and_not_repeated(problems_of: Check) -> None:
    (problem,) = problems_of("Iets bereiken", "x" * 10_000)
    assert (problem.key, len(str(problem)) < 200) == ("objective.answer.nl", True)


def test_a_long_wrong_value_is_named_in_short(problems_of: Check) -> None:
    (problem,) = problems_of('"residents"', f'"{"x" * 3000}"')
    assert len(problem.message.nl) < 300


@pytest.mark.parametrize("key", ["a b", "A", "a-b", "é", "a" * 41])
def test_a_key_that_fits_no_address_is_refused(problems_of: Check, key: str) -> None:
    found = problems_of('key = "district"', f'key = "{key}"')
    assert any("small letters" in problem.message.en for problem in found)


def test_a_label_that_fits_no_table_is_refused(problems_of: Check) -> None:
    (problem,) = problems_of('label = { nl = "wijk" }', f'label = {{ nl = "{"w" * 161}" }}')
    assert problem.key == "levels.district.label"


@pytest.mark.parametrize(
    "extends", ["a" * 5000, "../deventer_1997", "/etc/passwd", "deventer_1997.toml", ".", "NUL:"]
)
def test_what_is_extended_is_never_a_place_on_the_disk(write: Write, extends: str) -> None:
    found = check(write("sample", f'extends = "{extends}"\n{SOUND}'))
    assert {problem.key for problem in found} >= {"extends"} or found[0].message.nl.startswith("deze tekst")


@pytest.mark.parametrize(
    "wrong",
    ['sections = "§1"', "sections = 5", 'title = "x"', "title = {}", "method = 3", 'year = "x"', "maker = 1"],
)
def test_a_document_of_another_shape_is_refused_and_breaks_no_page(wrong: str) -> None:
    """Such a draft was kept once, and its page could never be opened again."""
    text = f"{SOUND.replace('sample', 'eigen')}\n[documents.other]\n{wrong}\n"
    (problem,) = examine_text("eigen", text)[1]
    assert problem.key == f"documents.other.{wrong.split()[0]}"
    with pytest.raises(ApproachErrors):
        draft_of("eigen", text)


def test_a_file_from_a_machine_that_marks_its_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sample.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    assert check(path) == []


def test_of_a_file_that_cannot_be_read_only_that_is_said(write: Write) -> None:
    assert [problem.key for problem in check(write("sample", "key = "))] == [""]
