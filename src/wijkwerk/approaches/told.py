"""Which values of the schema are only told: shown, compared and adopted, but read by no rule of the program.

Read off the source itself, by name: `budget.ceiling`, "budget.ceiling", `{{ budget.ceiling }}`. A value that shares its
name with something else counts as read.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
IN_A_PAGE = re.compile(r"\.([a-z_]+)")
WORDS = re.compile(r"(?:[a-z_]+\.)*([a-z_]+)")
TABLES = ("references.py", "dimensions.py", "wording.py")  # say what names are called or where they stand
NO_RULES = {"tests", "migrations", "demo"}


def is_only_told(name: str) -> bool:
    """Whether no module and no page asks for a value of this name."""
    return name not in _asked()


@cache
def _asked() -> frozenset[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if not NO_RULES & set(path.parts) and not (
            path.parent == PACKAGE / "approaches" and path.name in TABLES
        ):
            found.update(_names(ast.parse(path.read_text(encoding="utf-8"))))
    for path in PACKAGE.rglob("*.html"):
        found.update(IN_A_PAGE.findall(path.read_text(encoding="utf-8")))
    return frozenset(found)


def _names(module: ast.AST) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.attr.rstrip("_")
        elif isinstance(node, ast.Constant) and (named := WORDS.fullmatch(str(node.value))):
            yield named.group(1)
