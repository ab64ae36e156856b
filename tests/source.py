"""The source of Wijkwerk as the tests of the house read it: files and their syntax, parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "wijkwerk"
# The demo is one municipality played out, and tests point at examples: both may name what code may not.
NAMES_EXAMPLES = {"demo", "tests", "demo_environment.py"}


def python_files(*, with_tests: bool = False, with_migrations: bool = False) -> list[Path]:
    """Every module of the package."""
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if (with_tests or "tests" not in path.relative_to(PACKAGE).parts)
        and (with_migrations or "migrations" not in path.parts)
        and "node_modules" not in path.parts
    ]


def code_files() -> list[Path]:
    """Every module in which no municipality, approach, role or level may be named."""
    return [path for path in python_files() if not NAMES_EXAMPLES & set(path.relative_to(PACKAGE).parts)]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def capabilities() -> list[Path]:
    """The folders of the package that are capabilities, or pure parts of their own."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def place(path: Path, node: ast.AST) -> str:
    """Where this stands, as a person looks it up."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def literals(node: ast.AST) -> Iterator[str]:
    """The texts written out in an expression, also those in a set, list or tuple."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Set | ast.List | ast.Tuple):
        for element in node.elts:
            yield from literals(element)
