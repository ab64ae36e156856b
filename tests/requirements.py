"""What is asked (`docs/requirements.toml`), what is said of it (`docs/traceability.toml`), and which tests name it."""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass

from tests.source import PACKAGE, ROOT, tree

ASKED = ROOT / "docs" / "requirements.toml"
SAID = ROOT / "docs" / "traceability.toml"


@dataclass(frozen=True)
class Requirement:
    """One thing that a source document asks, in our own words."""

    key: str
    kind: str
    source: str
    asks: str

    @property
    def group(self) -> str:
        """The part of the sources it belongs to: DEV of DEV-17."""
        return self.key.rsplit("-", 1)[0]


def requirements() -> dict[str, Requirement]:
    """Everything asked, in the order of the file."""
    asked = tomllib.loads(ASKED.read_text(encoding="utf-8"))
    return {key: Requirement(key, **row) for key, row in asked.items() if key != "groups"}


def groups() -> dict[str, str]:
    """The groups, with their names."""
    found: dict[str, str] = tomllib.loads(ASKED.read_text(encoding="utf-8"))["groups"]
    return found


def proven() -> dict[str, str]:
    """Per proven requirement the behaviour whose removal turned its test red."""
    said = tomllib.loads(SAID.read_text(encoding="utf-8"))
    return {key: row["behaviour"] for key, row in said.get("proven", {}).items()}


def set_aside() -> dict[str, str]:
    """Per requirement that we do not build the reason."""
    said = tomllib.loads(SAID.read_text(encoding="utf-8"))
    return {key: row["reason"] for key, row in said.get("set_aside", {}).items()}


def marked() -> dict[str, list[str]]:
    """Per requirement the tests that name it."""
    found: dict[str, list[str]] = {}
    for path in sorted([*PACKAGE.rglob("test_*.py"), *(ROOT / "tests").rglob("test_*.py")]):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign):
                continue
            decorators = node.decorator_list if not isinstance(node, ast.Assign) else [node.value]
            for call in (each for one in decorators for each in ast.walk(one)):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.requirement":
                    name = getattr(node, "name", "the whole file")
                    key = ast.literal_eval(call.args[0])
                    found.setdefault(key, []).append(f"{path.relative_to(ROOT)}::{name}")
    return found
