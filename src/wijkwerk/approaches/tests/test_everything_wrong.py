"""One file with everything wrong that a writer can get wrong: refused whole, with file, key, the values and why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import ApproachErrors, Problem, check, load_file
from wijkwerk.approaches.tests.conftest import SOUND

Write = Callable[[str, str], Path]

MORE = """
[[plans]]
key = "perspective"
kind = "long_term_perspective"
label = { nl = "perspectief" }
months = 60
horizon_years = { min = 10, max = 15 }

[[cycle.steps]]
key = "panel"
kind = "panel"
label = { nl = "panellen" }
led_by = ["king"]

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
# The key at fault, the values that clash, and words of the reason.
EXPECTED = {
    "budget.decided_by": (
        (("budget.decided_by", "residents"), ("options.responsibility_shift", "none")),
        "geen verantwoordelijkheid verschuift",
    ),
    "cycle.steps.panel.led_by": ((("cycle.steps.panel.led_by", "[king]"),), 'er is geen rol "king"'),
    "routes.round.stops.a.after": ((("routes.round.stops.a.after", "b"),), "deze route loopt rond"),
    "plans.perspective.months": (
        (("plans.perspective.months", "60"), ("plans.perspective.horizon_years", "10–15")),
        "buiten de horizon",
    ),
    "levels.district.inhabitants": ((("min", "16000"), ("max", "15000")), "staat op zijn kop"),
    "longlist.limit": ((), "geen bron"),
    "sources.partners": ((), '"besluit" heeft geen plaats "§9"'),
    "sources.effect": ((), 'het document "gerucht" is niet bekend'),
}


@pytest.fixture
def problems(write: Write) -> dict[str, Problem]:
    return {problem.key: problem for problem in check(write("sample", everything_wrong()))}


def everything_wrong() -> str:
    text = (
        SOUND.replace("min = 10000", "min = 16000")
        .replace('"area_budget"', '"none"')
        .replace('"partners" = "besluit §1"', '"partners" = "besluit §9"')
        .replace('"effect" = "besluit §1"', '"effect" = "gerucht §1"')
    )
    head, sources = text.split("[documents")
    stated = '"plans" = "besluit §1"\n"cycle" = "besluit §1"\n"routes" = "besluit §1"\n'
    return f"{head}\n[longlist]\nlimit = 10\n{MORE}[documents{sources}{stated}"


def test_all_of_it_at_once(problems: dict[str, Problem]) -> None:
    assert set(EXPECTED) <= set(problems)


@pytest.mark.parametrize("key", EXPECTED)
def test_with_file_key_clashing_values_and_why(problems: dict[str, Problem], key: str) -> None:
    values, why = EXPECTED[key]
    found = problems[key]
    assert found.file == "sample.toml"
    assert not found.is_warning
    assert why in found.message.nl
    assert found.message.en
    assert [name for name, _value in found.values] == [name for name, _value in values]
    assert [value for _name, value in found.values] == [value for _name, value in values]
    assert str(found).startswith(f"sample.toml: {key}: ")


def test_and_nothing_is_loaded(write: Write) -> None:
    with pytest.raises(ApproachErrors) as refused:
        load_file(write("sample", everything_wrong()))
    assert len(list(refused.value)) >= len(EXPECTED)


def test_a_circle_of_files_is_refused_with_the_way_round(write: Write) -> None:
    write("one", 'extends = "two"\n' + SOUND.replace('"sample"', '"one"'))
    path = write("two", 'extends = "one"\n' + SOUND.replace('"sample"', '"two"'))
    found = next(problem for problem in check(path) if problem.key == "extends")
    assert "loopt rond" in found.message.nl
    assert "two → one → two" in found.message.nl
