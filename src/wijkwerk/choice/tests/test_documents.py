"""The README and the tutorial say what really happens: every example in them is run."""

import doctest
import re
import shlex
import sys
from pathlib import Path

import pytest

from wijkwerk.choice.cli import main

ROOT = Path(__file__).resolve().parents[4]
README = Path(__file__).resolve().parents[1] / "README.md"
TUTORIAL = ROOT / "docs" / "tutorials" / "recount-a-neighbourhood-budget.md"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture(autouse=True)
def in_the_root(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("page", [README, TUTORIAL], ids=lambda page: page.name)
def test_the_python_examples_do_what_they_say(page) -> None:
    failed, tried = doctest.testfile(str(page), module_relative=False, optionflags=FLAGS, encoding="utf-8")
    assert tried > 5
    assert failed == 0


def commands() -> list[tuple[str, str]]:
    """Each command of the tutorial with the output it promises."""
    blocks = re.findall(
        r"```console\n\$ (.*?)\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    return [(command, output) for command, output in blocks]


@pytest.mark.parametrize(("command", "promised"), commands(), ids=lambda value: value[:60])
def test_the_commands_of_the_tutorial_print_what_it_shows(capsys, command, promised) -> None:
    program, verb, *arguments = shlex.split(command)
    assert (program, verb) == ("wijkwerk", "choose")
    assert main(arguments) == 0
    assert doctest.OutputChecker().check_output(promised, capsys.readouterr().out, FLAGS)


def test_nothing_is_imported_from_the_rest_of_the_project() -> None:
    """What makes the package usable on its own: the standard library and numpy; typst for the report alone."""
    own = Path(__file__).resolve().parents[1]
    for path in own.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for name in re.findall(
            r"^\s*(?:from|import) ([\w.]+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        ):
            top = name.split(".")[0]
            typesets = top == "typst" and path == own / "document" / "pdf.py"
            known = top in sys.stdlib_module_names or top == "numpy" or typesets
            assert known or name.startswith("wijkwerk.choice"), f"{path.relative_to(own)} imports {name}"
