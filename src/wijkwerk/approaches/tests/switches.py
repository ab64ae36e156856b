"""The switches of the schema: every choice that an approach makes once, on which municipalities can differ."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any

from wijkwerk.approaches import Approach
from wijkwerk.approaches.trail import hints, required

# Choices that are no position of a way of working, with why.
NO_SWITCH = {
    "example": "how to take the file",
    "budget.currency": "what the source counts in",
    "budget.state": "whether there is a budget yet",
    "budget.proposal": "nobody acts on what was only proposed",
    "politics.scope": "goes with politics.area_aldermen",
    "longlist.rule": "there is one rule to count by",
}


def switches() -> tuple[str, ...]:
    """The paths of all switches."""
    return tuple(_choices("", Approach))


def _choices(prefix: str, kind: Any) -> Iterator[str]:
    """The choices below a part; lists of things are left out."""
    for name, hint in hints(kind).items():
        found, path = required(hint), f"{prefix}{name}"
        if path in NO_SWITCH:
            continue
        if isinstance(found, type) and issubclass(found, StrEnum):
            yield path
        elif is_dataclass(found):
            yield from _choices(f"{path}.", found)
