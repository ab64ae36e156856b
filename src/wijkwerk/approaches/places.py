"""Where in an approach something is stated, as dotted paths."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.trail import hints, reach
from wijkwerk.approaches.values import Amount, Band, Text


def rough_places(approach: Approach, part: str) -> Iterator[str]:
    """Every place below a part where something is stated; a list of named things is one place."""
    for path in _walk(part, reach(approach, part), whole_lists=True):
        if approach.trail.leaf(tuple(path.split("."))):
            yield path


def all_places(approach: Approach, part: str) -> Iterator[str]:
    """Every single value below a part, with the things in lists one by one."""
    for path in _walk(part, reach(approach, part), whole_lists=False):
        if approach.trail.leaf(tuple(path.split("."))):
            yield path


def _walk(path: str, value: Any, *, whole_lists: bool) -> Iterator[str]:
    if value is None or value == ():
        return
    things = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict) or (isinstance(value, tuple) and all(hasattr(one, "key") for one in value)):
        if whole_lists:
            yield path
        else:
            for one in things:
                yield from _walk(f"{path}.{one.key}", one, whole_lists=whole_lists)
    elif is_dataclass(value) and not isinstance(value, Text | Band | Amount):
        kind: Any = type(value)
        for name in hints(kind):
            if name != "key":
                yield from _walk(f"{path}.{name}", reach(value, name), whole_lists=whole_lists)
    else:
        yield path
