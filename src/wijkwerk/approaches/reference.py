"""The reference of the approach file, written from the schema itself: `python -m wijkwerk.approaches.reference`."""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema import Approach, PowerGrant, RoleKind
from wijkwerk.approaches.told import is_only_told
from wijkwerk.approaches.trail import hints, required
from wijkwerk.approaches.values import Amount, Band, Text
from wijkwerk.approaches.wording import choice, place

INTRODUCTION = """\
# The approach file

Written by `python -m wijkwerk.approaches.reference` from the schema; do not edit by hand.
How to make one: [Write your own approach](../how-to/write-an-approach.md).

A file is TOML. Text for people is `{ nl = "…", en = "…" }`; English may be left out. A band is
`{ min = …, max = … }`; either side may be left out. An amount is `{ amount = …, currency = "EUR" }`.
A *list by key* is written as `[[part]]` with a `key`, or as `[part.key]`. What is left out is *not described*.

## About the file itself

| Key | What it is |
|---|---|
| `extends` | the approach that this file stands on; the house defaults lie under everything |
| `remove` | list of paths to take away from what is extended, before this file's own values |
| `documents` | the documents of the file's own, each with `title` and `sections` (a list of places) |
| `sources` | path = "document place, place; document place"; a path covers everything under it |
| `reasons` | path = text: how a source was read; in the house file, why the default is so |
| `since` | path = year, where a value holds from another year than the file |

What a file names under a key is added to what it extends, or changes it; what is new comes last. Of the house's levels,
steps, plans and themes a file keeps only those that it names, as soon as it names one.

*Only told*: people read it, it is compared and adopted like the rest, and no rule of the program follows from it.
"""


def markdown() -> str:
    """The whole reference."""
    lines = [INTRODUCTION]
    for title, kind in tables():
        lines += [f"## `{title}`", "", _purpose(kind), "", "| Key | Value | Dutch | |", "|---|---|---|---|"]
        lines += [_row(title, part.name.rstrip("_"), kind, part.default) for part in _fields(kind)]
        lines.append("")
    lines += ["## Choices", ""]
    for enumeration in sorted(_choices(), key=lambda each: each.__name__):
        lines += [f"### {enumeration.__name__}", "", _purpose(enumeration), ""]
        lines += [f"- `{one.value}`: {choice(one).nl} / {choice(one).en}" for one in enumeration]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _fields(kind: Any) -> Iterator[Any]:
    return (part for part in fields(kind) if part.name not in ("trail", "key"))


def tables() -> list[tuple[str, Any]]:
    """Every table of the file with its path, the whole first."""
    found: list[tuple[str, Any]] = [("(top of the file)", Approach)]

    def walk(prefix: str, kind: Any) -> None:
        for name, hint in hints(kind).items():
            inner = _inner(hint)
            if is_dataclass(inner) and inner not in (Text, Band, Amount, PowerGrant):
                path = f"{prefix}{name}" + (".*" if _is_list(hint) else "")
                found.append((path, inner))
                walk(f"{path}.", inner)

    walk("", Approach)
    return found


def _inner(hint: Any) -> Any:
    hint = required(hint)
    arguments = [one for one in typing.get_args(hint) if one is not Ellipsis]
    return arguments[-1] if arguments else hint


def _is_list(hint: Any) -> bool:
    return typing.get_origin(required(hint)) in (tuple, Mapping)


def _purpose(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


def _row(table: str, name: str, kind: Any, default: Any) -> str:
    hint = hints(kind)[name]
    is_part = is_dataclass(hint) and hint is not Text
    needed = " (needed)" if default is MISSING and not _is_list(hint) and not is_part else ""
    path = name if kind is Approach else f"{table.replace('.*', '')}.{name}"
    told = "only told" if is_only_told(name) and not is_part else ""
    return f"| `{name}` | {_value(hint, kind)}{needed} | {place(path).nl} | {told} |"


def _value(hint: Any, owner: Any) -> str:
    inner = _inner(hint)
    listed = "list of " if _is_list(hint) else ""
    if inner is PowerGrant:
        money = "" if owner is RoleKind else "; amounts in `limits`"
        return f"list of [{Power.__name__}](#{Power.__name__.lower()}){money}"
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return f"{listed}[{inner.__name__}](#{inner.__name__.lower()})"
    if is_dataclass(inner):
        named: dict[Any, str] = {Text: "text", Band: "band", Amount: "amount"}
        return named.get(inner, "list by key" if listed else "table")
    return listed + {str: "word", int: "whole number", bool: "true or false", Decimal: "number"}[inner]


def _choices() -> set[type[StrEnum]]:
    found: set[type[StrEnum]] = {Power}
    for _, kind in tables():
        for hint in hints(kind).values():
            inner = _inner(hint)
            if isinstance(inner, type) and issubclass(inner, StrEnum):
                found.add(inner)
    return found


if __name__ == "__main__":
    print(markdown(), end="")
