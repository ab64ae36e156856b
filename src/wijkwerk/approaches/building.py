"""From merged leaves to typed values. The classes of the schema say what is allowed; nothing is guessed."""

import re
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wijkwerk.approaches.limits import out_of_reach
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.trail import Path, Trail, hints, required
from wijkwerk.approaches.values import Band, Problem, Text

Tree = dict[str, Any]

KINDS: dict[type, tuple[str, str]] = {
    str: ("een tekst", "a text"),
    int: ("een heel getal", "a whole number"),
    bool: ("true of false", "true or false"),
    Decimal: ("een getal", "a number"),
}


KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,39}")
NO_KEY = Text(
    nl="een sleutel heeft kleine letters, cijfers en lage streepjes, hoogstens veertig",
    en="a key has small letters, digits and underscores, forty at most",
)
LONGEST_LABEL, LONGEST_STEP = 160, 80


def build(trail: Trail, file: str) -> tuple[Approach, list[Problem]]:
    """Build the approach. A wrong value is left out and named, so that all errors come out at once."""
    builder = _Builder(trail, file)
    approach = builder.make(Approach, _unflatten(trail), ())
    object.__setattr__(approach, "trail", trail)  # the one field that is not in the file
    return approach, builder.problems


def _unflatten(trail: Trail) -> Tree:
    tree: Tree = {}
    for path, leaf in trail.leaves.items():
        branch = tree
        for part in path[:-1]:
            branch = branch.setdefault(part, {})
        branch[path[-1]] = leaf.value
    return tree


class _Builder:
    def __init__(self, trail: Trail, file: str) -> None:
        self.trail = trail
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, path: Path, nl: str, en: str, *values: tuple[str, str]) -> None:
        leaf = self.trail.leaf(path)
        where = self.file if leaf is None or self.file.startswith(leaf.file) else f"{leaf.file}.toml"
        self.problems.append(
            Problem(file=where, key=".".join(path), message=Text(nl=nl, en=en), values=values)
        )

    def make(self, kind: Any, tree: Tree, path: Path) -> Any:
        """One dataclass out of a table; unknown keys and missing ones are named."""
        known = hints(kind)
        for name in tree:
            if name not in known:
                self._unknown(path, name, known)
        filled: Tree = {}
        for part in fields(kind):
            name = part.name.rstrip("_")
            value = None
            if name in tree and name in known:
                value = self.convert(known[name], tree[name], (*path, name))
            if value is not None:
                filled[part.name] = value
            elif part.default is MISSING and part.default_factory is MISSING:
                if name not in tree:
                    self.wrong((*path, name), "dit ontbreekt", "this is missing")
                filled[part.name] = _placeholder(known[name], path)
        made = kind(**filled)
        if isinstance(made, Band) and made.is_upside_down():
            self.wrong(
                path,
                "de band staat op zijn kop: het minimum is hoger dan het maximum",
                "the band is upside down: the minimum is above the maximum",
                ("min", str(made.min)),
                ("max", str(made.max)),
            )
        return made

    def convert(self, hint: Any, value: Any, path: Path) -> Any:
        """A value of the declared type, or None with the problem written down."""
        hint = required(hint)
        origin = typing.get_origin(hint)
        if origin is tuple:
            return self._tuple(typing.get_args(hint)[0], value, path)
        if origin is Mapping:
            return {thing.key: thing for thing in self._keyed(typing.get_args(hint)[1], value, path)}
        if is_dataclass(hint):
            if isinstance(value, dict):
                return self.make(hint, value, path)
            return self._wrong_type(path, value, "een tabel", "a table")
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self._choice(hint, value, path)
        return self._scalar(hint, value, path)

    def _tuple(self, item: Any, value: Any, path: Path) -> Any:
        if is_dataclass(item):
            return tuple(self._keyed(item, value, path))
        if not isinstance(value, tuple):
            return self._wrong_type(path, value, "een lijst", "a list")
        made = [self.convert(item, one, path) for one in value]
        return tuple(one for one in made if one is not None)

    def _keyed(self, item: Any, value: Any, path: Path) -> list[Any]:
        if value == ():
            return []
        if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
            self._wrong_type(path, value, "een lijst van tabellen met een key", "a list of tables with a key")
            return []
        named = "key" in hints(item)
        if named:
            self._fitting(value, path)
        return [
            self.make(item, {"key": key, **one} if named else one, (*path, key)) for key, one in value.items()
        ]

    def _fitting(self, things: Tree, path: Path) -> None:
        """What things are called by stands in addresses and on narrow screens."""
        for key, one in things.items():
            if not KEY.fullmatch(key):
                self.wrong((*path, _shown(key)), NO_KEY.nl, NO_KEY.en)
            label = one.get("label")
            most = LONGEST_STEP if path == ("cycle", "steps") else LONGEST_LABEL
            words = label.values() if isinstance(label, dict) else ()
            if any(len(word) > most for word in words if isinstance(word, str)):
                self.wrong((*path, key, "label"), f"hoogstens {most} tekens", f"at most {most} characters")

    def _choice(self, kind: type[StrEnum], value: Any, path: Path) -> StrEnum | None:
        try:
            return kind(value)
        except ValueError:
            choices = ", ".join(kind)
            self.wrong(
                path,
                f'"{_shown(value)}" kan hier niet; kies uit: {choices}',
                f'"{_shown(value)}" is not possible here; choose from: {choices}',
            )
            return None

    def _scalar(self, kind: type, value: Any, path: Path) -> Any:
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if kind is Decimal and is_number:
            return self._positive(Decimal(value), path)
        if kind is int and isinstance(value, int) and not isinstance(value, bool):
            return self._positive(value, path)
        if kind in (bool, str) and isinstance(value, kind):
            return value
        return self._wrong_type(path, value, *KINDS[kind])

    def _positive(self, number: Any, path: Path) -> Any:
        why = out_of_reach(number)
        if why is None:
            return number
        self.wrong(path, why.nl, why.en)
        return None

    def _wrong_type(self, path: Path, value: Any, nl: str, en: str) -> None:
        shown = "een tabel / a table" if isinstance(value, dict) else _shown(value)
        self.wrong(path, f"hier hoort {nl}, niet {shown}", f"{en} belongs here, not {shown}")

    def _unknown(self, path: Path, name: str, known: Mapping[str, Any]) -> None:
        possible = ", ".join(sorted(known))
        self.wrong(
            (*path, name),
            f"deze sleutel bestaat niet; hier kunnen: {possible}",
            f"this key does not exist; possible here: {possible}",
        )


def _shown(value: Any) -> str:
    """A value to name in a sentence."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) < 80 else f"{text[:80]}…"


def _placeholder(hint: Any, path: Path) -> Any:
    """Something of the right type in the place of a missing value, so that the other checks can go on."""
    kind = required(hint)
    if kind is Text:
        return Text(nl=path[-1] if path else "?")
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return path[-1] if kind is str and path else kind()
