"""A bad file is refused with file, key, the values that clash and why; all its errors at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import ApproachErrors, Problem, check, load_file
from wijkwerk.approaches.tests.conftest import SOUND, Check

Write = Callable[[str, str], Path]


def test_the_sample_is_sound(problems_of: Check) -> None:
    assert problems_of() == []


BAD: list[tuple[str, str, str, str, str]] = [
    # what, old, new, key of the problem, a word of the message in English
    ("unknown key", "per_resident = 8", "per_residnt = 8", "budget.per_residnt", "does not exist"),
    ("unknown part", "[options]", '[optoins]\nx = "y"\n[options]', "optoins", "does not exist"),
    ("wrong type", "per_resident = 8", 'per_resident = "acht"', "budget.per_resident", "a number belongs"),
    ("text for a table", '{ nl = "Voorbeeld" }', '"Voorbeeld"', "title", "a table belongs"),
    (
        "true for a number",
        "per_resident = 8",
        "per_resident = true",
        "budget.per_resident",
        "a number belongs",
    ),
    ("below zero", "per_resident = 8", "per_resident = -8", "budget.per_resident", "below zero"),
    ("no number", "per_resident = 8", "per_resident = nan", "budget.per_resident", "no number"),
    ("no such choice", '"residents"', '"citizens"', "budget.decided_by", "choose from"),
    ("band upside down", "min = 10000", "min = 16000", "levels.district.inhabitants", "upside down"),
    ("missing source", '"budget" = "besluit §1"\n', "", "budget.per_resident", "no source"),
    ("unknown document", '"budget" = "besluit', '"budget" = "gerucht', "sources.budget", "not known"),
    (
        "unknown section",
        '"budget" = "besluit §1"',
        '"budget" = "besluit §9"',
        "sources.budget",
        'no place "§9"',
    ),
    (
        "source of nothing",
        '"budget" = ',
        '"budget.mean" = "besluit §1"\n"budget" = ',
        "sources.budget.mean",
        "not in",
    ),
    ("extends nothing", 'key = "sample"', 'key = "sample"\nextends = "nowhere"', "extends", "no approach"),
    ("extends itself", 'key = "sample"', 'key = "sample"\nextends = "sample"', "extends", "circle"),
    ("another key", 'key = "sample"', 'key = "example"', "key", "differs"),
    ("no key", 'key = "sample"', "", "key", "needs a key"),
    ("no title", 'title = { nl = "Voorbeeld" }', "", "title", "missing"),
    (
        "no Dutch",
        '{ nl = "Iets bereiken" }',
        '{ en = "To reach something" }',
        "objective.answer.nl",
        "missing",
    ),
    ("no level plans", "plans = true", "plans = false", "levels", "exactly one level"),
    ("no currency", 'currency = "EUR"', "", "budget.per_resident", "currency"),
    ("foreign money", 'currency = "EUR"', 'currency = "GBP"', "budget.currency", "EUR, NLG"),
    ("two formulas", "per_resident = 8", "per_resident = 8\nper_area = 9", "budget.per_area", "not both"),
    ("a sum without a decider", '"residents"', '"none"', "budget.per_resident", "no area budget"),
    (
        "a share above one",
        "per_resident = 8",
        "per_resident = 8\nfree_part = 1.5",
        "budget.free_part",
        "at most 1",
    ),
    (
        "no such role",
        "per_resident = 8",
        'per_resident = 8\nformal_decider = "king"',
        "budget.formal_decider",
        "no role",
    ),
    ("no shift", '"area_budget"', '"none"', "budget.decided_by", "no responsibility shifts"),
]


@pytest.mark.parametrize(
    ("old", "new", "key", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_is_refused_by_key(problems_of: Check, old: str, new: str, key: str, words: str) -> None:
    found = [problem for problem in problems_of(old, new) if problem.key == key]
    assert found, "the key at fault is not named"
    assert any(words in problem.message.en for problem in found)
    for problem in found:
        assert problem.file == "sample.toml"
        assert problem.message.nl != problem.message.en


def test_a_clash_names_the_values_and_why(problems_of: Check) -> None:
    (clash,) = problems_of('"area_budget"', '"none"')
    assert clash.values == (("budget.decided_by", "residents"), ("options.responsibility_shift", "none"))
    assert "bewoners beslissen" in clash.within("nl")
    assert "options.responsibility_shift = none" in clash.within("en")


def test_the_house_default_is_enough_for_a_clash(problems_of: Check) -> None:
    """Whoever gives residents the budget says so about responsibility too; silence is no shift."""
    found = problems_of('[options]\nresponsibility_shift = "area_budget"\n', "")
    assert "budget.decided_by" in {problem.key for problem in found}


@pytest.mark.parametrize(
    "heading", ["objective", "development", "organisation", "politics", "partners", "effect"]
)
@pytest.mark.requirement("GEN-01")
def test_a_file_that_misses_one_of_the_six_questions_is_refused(write: Write, heading: str) -> None:
    lines = SOUND.splitlines()
    start = lines.index(f"[{heading}]")
    without = [line for number, line in enumerate(lines) if number not in (start, start + 1)]
    text = "\n".join(line for line in without if not line.startswith(f'"{heading}"'))
    path = write("sample", text)
    assert [problem.key for problem in check(path)] == [heading]
    with pytest.raises(ApproachErrors, match="not_described"):
        load_file(path)


def test_answered_and_not_described_at_once_is_a_clash(problems_of: Check) -> None:
    found = problems_of('{ nl = "Iets bereiken" }', '{ nl = "Iets bereiken" }\nnot_described = true')
    assert [problem.key for problem in found] == ["objective"]


def test_all_errors_of_a_file_at_once(write: Write) -> None:
    text = (
        SOUND.replace("min = 10000", "min = 16000")
        .replace("per_resident = 8", 'per_resident = "acht"\ncolour = "red"')
        .replace('"partners" = "besluit §1"\n', "")
        .replace('"area_budget"', '"none"')
    )
    keys = {problem.key for problem in check(write("sample", text))}
    assert {
        "levels.district.inhabitants",
        "budget.per_resident",
        "budget.colour",
        "partners.not_described",
        "budget.decided_by",
    } <= keys


def test_what_follows_from_an_error_is_not_said_twice(problems_of: Check) -> None:
    """A decider that cannot be read is one error, not also a clash with the switch."""
    assert [problem.key for problem in problems_of('"residents"', '"citizens"')] == ["budget.decided_by"]


def test_a_circle_of_three_is_named(write: Write) -> None:
    for key, below in (("one", "two"), ("two", "three"), ("three", "one")):
        path = write(key, f'extends = "{below}"\n' + SOUND.replace('"sample"', f'"{key}"'))
    found = [problem for problem in check(path) if problem.key == "extends"]
    assert found
    assert "three → one → two → three" in found[0].message.en


@pytest.mark.parametrize("text", ["key = ", "= 3", "\x00", "[a]\n[a]"])
def test_unreadable_toml_is_a_problem_not_a_crash(write: Write, text: str) -> None:
    (first, *_) = check(write("sample", text))
    assert "TOML" in first.message.nl


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert "bestaat niet" in check(tmp_path / "weg.toml")[0].message.nl


def test_binary_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "sample.toml"
    path.write_bytes(b"\xff\xfe\x00key")
    assert "TOML" in check(path)[0].message.nl


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        (
            '[[cycle.steps]]\nkey = "s"\nkind = "panel"\nlabel = { nl = "s" }\nled_by = ["nobody"]',
            "cycle.steps.s.led_by",
        ),
        ('[[cycle.steps]]\nkey = "s"\nkind = "dance"\nlabel = { nl = "s" }', "cycle.steps.s.kind"),
        ('[[cycle.steps]]\nkind = "panel"\nlabel = { nl = "s" }', "cycle.steps"),
        (
            '[[cycle.steps]]\nkey = "s"\nlabel = { nl = "s" }\nkind = "panel"\nrank = ["desk_worker"]',
            "cycle.steps.s.rank",
        ),
    ],
)
def test_a_step_led_by_nobody_is_refused(write: Write, steps: str, key: str) -> None:
    head, sources = SOUND.split("[documents")
    path = write("sample", f"{head}{steps}\n[documents{sources}" + '"cycle" = "besluit §1"\n')
    assert key in {problem.key for problem in check(path)}


def test_a_route_that_runs_in_a_circle_is_refused(write: Write) -> None:
    route = """
[[routes]]
key = "round"
label = { nl = "rond" }
[[routes.stops]]
key = "a"
kind = "discuss"
label = { nl = "a" }
after = "b"
[[routes.stops]]
key = "b"
kind = "adopt"
label = { nl = "b" }
after = "a"
"""
    head, sources = SOUND.split("[documents")
    found: list[Problem] = check(
        write("sample", f'{head}{route}\n[documents{sources}"routes" = "besluit §1"\n')
    )
    assert {problem.key for problem in found} == {"routes.round.stops.a.after", "routes.round.stops.b.after"}
    assert all("circle" in problem.message.en for problem in found)
