"""Every position of every switch that the catalogue uses has a scenario that shows what it does.

A switch is a rule that contradicts itself between municipalities. A scenario carries
`@pytest.mark.switch("options.plan_owner", "area")`; this file reads the marks off the tests themselves.

What a position of a switch tells people stands in `test_statement`, for those five about which sources tell more than
they rule. What follows from them is in `test_first_step`, `test_stationed`, `test_official_position`, `test_partners`
and `test_place_of_the_unit`.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from tests.source import PACKAGE, ROOT
from wijkwerk.approaches import catalogue, load
from wijkwerk.approaches.tests.switches import switches
from wijkwerk.approaches.trail import reach

Position = tuple[str, str]


def positions() -> set[Position]:
    """Every value of every switch that occurs in a file of the catalogue."""
    found = {(path, reach(load(key), path)) for key in catalogue() for path in switches()}
    return {(path, str(value)) for path, value in found if value is not None}


@cache
def shown() -> dict[Position, tuple[str, ...]]:
    """The positions for which a scenario stands, with the tests that show them."""
    found: dict[Position, list[str]] = {}
    for module in modules():
        for name, test in vars(module).items():
            if name.startswith(("test_", "Test")):
                for option, value in marks(module, test):
                    found.setdefault((option, value), []).append(f"{module.__name__}::{name}")
    return {position: tuple(tests) for position, tests in found.items()}


def modules() -> Iterator[ModuleType]:
    """The modules of tests in which a switch is named."""
    for path in sorted([*(ROOT / "tests").rglob("test_*.py"), *PACKAGE.rglob("tests/test_*.py")]):
        if "mark.switch(" in path.read_text(encoding="utf-8") and path.name != "test_switches.py":
            root = PACKAGE.parent if path.is_relative_to(PACKAGE.parent) else ROOT
            yield importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))


def marks(module: ModuleType, test: Any) -> Iterator[Position]:
    """The switches that a test carries: on itself, on its module, or on one of its cases."""
    own = getattr(module, "pytestmark", [])
    for mark in (*getattr(test, "pytestmark", ()), *(own if isinstance(own, list) else [own])):
        yield from told(mark)
        if mark.name == "parametrize":
            for case in mark.args[1]:
                for each in getattr(case, "marks", ()):
                    yield from told(each)


def told(mark: Any) -> Iterator[Position]:
    """The option and the value that a mark names."""
    if mark.name == "switch":
        option, value = mark.args
        yield option, str(value)


@pytest.mark.parametrize(("option", "value"), sorted(positions()))
def test_a_scenario_shows_what_this_position_does(option: str, value: str) -> None:
    assert (option, value) in shown(), f'no test carries @pytest.mark.switch("{option}", "{value}")'


def test_every_switch_named_has_such_a_position() -> None:
    """A mark with a typing error shows nothing."""
    wrong = {
        position
        for position in shown()
        if position[0] in switches() and position not in positions() and not is_possible(*position)
    }
    assert wrong == set()


def is_possible(path: str, value: str) -> bool:
    """Whether the schema knows this value, though no file of the catalogue uses it."""
    kinds = {type(found) for key in catalogue() if (found := reach(load(key), path)) is not None}
    return any(value in {str(one) for one in kind} for kind in kinds)
