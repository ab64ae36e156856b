"""What holds for every file: approaches stay data, views stay guarded, time is asked in one place, files stay small."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import get_resolver

from tests.source import PACKAGE, ROOT, capabilities, code_files, literals, place, python_files, tree
from wijkwerk.approaches import catalogue, house, load
from wijkwerk.people.guards import views_without_guard

# Names under which a key of the approach travels through the code.
KEY_NAMES = {"role", "role_key", "level", "level_key", "approach", "approach_key"}
# What is kept by such a key.
KEYED = {"roles", "levels"}
# A field of a form is called by its `name`; some are called as a level is.
NO_KEYS = {"name"}
# Published files have level names of their own; these modules read them.
IMPORT_FORMATS = PACKAGE / "areas" / "rules"
LONGEST_FILE = 400


@cache
def keys_of_the_catalogue() -> frozenset[str]:
    approaches = [house(), *(load(key) for key in catalogue())]
    keys = {key for approach in approaches for key in approach.roles}
    keys |= {level.key for approach in approaches for level in approach.levels}
    return frozenset(keys | set(catalogue()))


def named(node: ast.AST) -> str:
    """The name by which an expression is called: `held.role` and `role` are both `role`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def branches_on_keys(module: ast.AST, keys: frozenset[str]) -> Iterator[tuple[ast.AST, str]]:
    """Where code asks which role, level or approach it has in hand, with the text it compares with."""
    for node in ast.walk(module):
        found: set[str] = set()
        if isinstance(node, ast.Compare):
            found = compared_keys(node, keys)
        elif isinstance(node, ast.MatchValue):
            found = keys.intersection(literals(node.value))
        elif isinstance(node, ast.Call):
            # Looked up in the database, or in the approach.
            for keyword in node.keywords:
                if KEY_NAMES.intersection((keyword.arg or "").split("__")):
                    found |= keys.intersection(literals(keyword.value))
            owner = named(node.func.value) if isinstance(node.func, ast.Attribute) else ""
            if node.args and (named(node.func) == "load" or owner in KEYED):
                found |= keys.intersection(literals(node.args[0]))
        elif isinstance(node, ast.Subscript) and named(node.value) in KEYED:
            found = keys.intersection(literals(node.slice))
        yield from ((node, text) for text in sorted(found))


def compared_keys(node: ast.Compare, keys: frozenset[str]) -> set[str]:
    """The texts with which this compares a role, a level or an approach."""
    member = isinstance(node.ops[0], ast.In | ast.NotIn)
    sides = [node.left] if member else [node.left, *node.comparators]
    names = {named(side) for side in sides}
    texts = {text for side in (node.left, *node.comparators) for text in literals(side) if text}
    if names & KEY_NAMES:
        return texts
    return set() if names & NO_KEYS else texts & keys


@pytest.mark.parametrize(
    "code",
    [
        "if held.role == 'area_officer': pass",
        "if key in {'area_officer', 'mayor'}: pass",
        "if area.level != 'whatever': pass",
        "match key:\n    case 'deventer_1997': pass",
        "RoleHeld.objects.filter(role='area_officer')",
        "RoleHeld.objects.filter(role__in=['area_officer'])",
        "approach.roles['area_officer']",
        "approach.roles.get('area_officer')",
        "load('deventer_1997')",
    ],
)
def test_a_branch_on_a_key_is_seen(code: str) -> None:
    assert list(branches_on_keys(ast.parse(code), keys_of_the_catalogue()))


@pytest.mark.parametrize(
    "code", ["if step.kind == StepKind.PANEL: pass", "if role.is_resident: pass", "given['neighbourhood']"]
)
def test_a_mechanism_may_be_compared(code: str) -> None:
    assert not list(branches_on_keys(ast.parse(code), keys_of_the_catalogue()))


def test_no_code_asks_which_role_level_or_approach_it_has() -> None:
    keys = keys_of_the_catalogue()
    assert {"area_officer", "district", "deventer_1997"} <= keys
    found = [
        f"{place(path, node)} compares with {text!r}"
        for path in code_files()
        if not path.is_relative_to(IMPORT_FORMATS)
        for node, text in branches_on_keys(tree(path), keys)
    ]
    assert not found, "\n".join(found)


def test_no_template_asks_it_either() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {test}"
        for path in sorted(PACKAGE.glob("*/templates/**/*.*"))
        for test in re.findall(r"{%\s*(?:if|elif)\s(.*?)%}", path.read_text(encoding="utf-8"))
        if keys_of_the_catalogue() & set(re.findall(r"""["']([^"']*)["']""", test))
    ]
    assert not found, "\n".join(found)


def test_no_code_names_a_municipality() -> None:
    names = {key.split("_")[0] for key in catalogue()} - {"den"} | {"den haag", "den_haag"}
    # `utrecht-` begins the classes of the design system, which took that city's name.
    word = re.compile(rf"\b(?:{'|'.join(sorted(names))})(?!-)", re.IGNORECASE)
    found = []
    for path in code_files():
        module = tree(path)
        prose = {id(node) for node in docstrings(module)}
        for node in ast.walk(module):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            text = text or (getattr(node, "name", "") or getattr(node, "id", "") or getattr(node, "attr", ""))
            if id(node) not in prose and isinstance(text, str) and word.search(text):
                found.append(f"{place(path, node)}: {text[:60]}")
    assert not found, "\n".join(found)


def docstrings(module: ast.Module) -> Iterator[ast.AST]:
    """The documentation in a module: it may say where a rule comes from."""
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def test_every_view_says_who_may_use_it() -> None:
    assert views_without_guard(get_resolver().url_patterns) == []


CLOCKS = {
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("timezone", "localtime"),
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
}


def test_time_is_asked_of_the_clock_only() -> None:
    found = [
        place(path, node)
        for path in python_files()
        if path != PACKAGE / "foundation" / "clock.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (named(node.func.value), node.func.attr) in CLOCKS
        # Turning a moment one has into local time is no question what time it is.
        and not (node.func.attr in {"localdate", "localtime"} and node.args)
    ]
    assert not found, "\n".join(found)


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(with_tests=True)
    }
    too_long = {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > LONGEST_FILE}
    assert too_long == {}, "make it a package of the same name"


@pytest.mark.parametrize("capability", capabilities(), ids=lambda path: path.name)
def test_every_capability_says_what_it_is(capability: Path) -> None:
    said = ast.get_docstring(tree(capability / "__init__.py"))
    assert said
    assert said.splitlines()[0].endswith((".", ":"))


RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def test_relations_name_the_class() -> None:
    """A name in a text is only looked up late: it hides an arrow that points the wrong way."""
    found = [
        f"{place(path, node)} names {text!r}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and named(node.func) in RELATIONS and node.args
        for text in literals(node.args[0])
        if text != "self"
    ]
    assert not found, "\n".join(found)


def test_every_rule_module_is_guarded_against_django() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    pure = next(one for one in contracts["contracts"] if one["type"] == "forbidden")
    assert {"wijkwerk.**.rules", "wijkwerk.approaches", "wijkwerk.choice"} <= set(pure["source_modules"])
    layers = " ".join(contracts["contracts"][0]["layers"])
    assert [path.name for path in capabilities() if f"wijkwerk.{path.name}" not in layers] == []
