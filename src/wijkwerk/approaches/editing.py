"""An approach as a form: at every place what can be filled in, and back from what was filled in to a draft.

A draft states only what is different. So what is filled in as in the approach that it extends is not stated; what is
made empty there is taken away; what a role may no longer do is named as excluded.
"""

import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wijkwerk.approaches.dimensions import PARTS
from wijkwerk.approaches.drafting import Draft, Plain
from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.references import targets, things
from wijkwerk.approaches.schema import Approach, PowerGrant
from wijkwerk.approaches.trail import hints, reach, required
from wijkwerk.approaches.values import Amount, Band, Text
from wijkwerk.approaches.wording import choice, place

MANAGED = ("key", "excluded_from")  # told by where it stands, and by the powers that are left out


class Shape(StrEnum):
    """How a value is filled in."""

    TEXT = "text"
    LINE = "line"
    LINES = "lines"
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SEVERAL = "several"


@dataclass(frozen=True)
class Entry:
    """One value that can be filled in."""

    path: str
    shape: Shape
    label: Text
    value: Any
    choices: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class Named:
    """A list of things with keys of their own: each is a place, and one can be added or taken away.

    Whoever adds one says what it is called and, where the schema asks it, which of `kinds` it is (stated at `kind`).
    It does not grow where the program looks its things up by their keys.
    """

    path: str
    label: Text
    items: tuple[tuple[str, Text], ...]
    kinds: tuple[tuple[str, Text], ...]
    kind: str = ""
    grows: bool = True

    @property
    def paths(self) -> dict[str, Text]:
        """What each thing is called, by its place."""
        return {f"{self.path}.{key}": label for key, label in self.items}


@dataclass(frozen=True)
class Place:
    """What can be filled in at one place, and what lies below it."""

    path: str
    entries: tuple[Entry, ...]
    lists: tuple[Named, ...]


def parts(question: str) -> tuple[str, ...]:
    """The places under one of the six questions."""
    return tuple(part for part in PARTS[question] if part in hints(Approach) and _is_place(part))


def place_at(approach: Approach, path: str) -> Place:
    """Everything at a place. KeyError for what is no place of this approach."""
    hint: Any = _hint(approach, path)
    if _item(hint) is not None:
        return Place(path, (), (_named(approach, path, hint),))
    if not is_dataclass(hint) or hint in (Text, Band, Amount):
        raise KeyError(path)
    found = list(_below(approach, path, hint))
    return Place(
        path,
        tuple(one for one in found if isinstance(one, Entry)),
        tuple(one for one in found if isinstance(one, Named)),
    )


def restate(draft: Draft, *, extended: Approach, at: Place, given: Mapping[str, Any], source: str) -> Draft:
    """The draft once this was filled in at a place; what is the same as before is left alone."""
    for entry in at.entries:
        new = given.get(entry.path)
        if _same(new, entry.value):
            continue
        if entry.path.endswith(".powers"):
            draft = _powers(draft, extended, entry.path, tuple(new or ()), source)
            continue
        draft = draft.silent_on(entry.path)
        before = _stated(extended, entry.path)
        if _same(new, before):
            continue
        draft = (
            draft.without(entry.path)
            if new is None or _is_empty(new)
            else draft.stating(entry.path, new, source)
        )
    return draft


def added(draft: Draft, at: Named, label: str, kind: str, source: str) -> tuple[Draft, str]:
    """The draft with one thing more in a list, and the path of that thing; its key is made from what it is called."""
    taken = {key for key, _label in at.items}
    base = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:40] or "nieuw"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    path = f"{at.path}.{key}"
    draft = draft.stating(f"{path}.label", Text(nl=label), source)
    return (draft.stating(f"{path}.{at.kind}", kind, source) if kind else draft), path


def taken_away(draft: Draft, extended: Approach, path: str) -> Draft:
    """The draft without the thing at a path, whether it is its own or of the approach that it extends."""
    return draft.silent_on(path) if _stated(extended, path) is None else draft.without(path)


def _is_place(part: str) -> bool:
    hint = required(hints(Approach)[part])
    return _item(hint) is not None or (is_dataclass(hint) and hint not in (Text, Band, Amount))


def _hint(approach: Approach, path: str) -> Any:
    hint: Any = Approach
    for part in path.split("."):
        item = _item(hint)
        if item is not None:
            hint = item
        elif _has_fields(hint):
            hint = required(hints(hint)[part])
        else:
            raise KeyError(path)
    reach(approach, path)  # KeyError for a key that is not there
    return hint


def _item(hint: Any) -> Any:
    """The class of the things in a list of things with keys; None for anything else."""
    origin = typing.get_origin(hint)
    if origin not in (tuple, Mapping):
        return None
    item = typing.get_args(hint)[0 if origin is tuple else 1]
    return item if _has_fields(item) and "key" in hints(item) else None


def _has_fields(hint: Any) -> bool:
    return is_dataclass(hint)


def _below(approach: Approach, path: str, kind: Any) -> Iterator[Entry | Named]:
    for name, hint in hints(kind).items():
        at, hint = f"{path}.{name}", required(hint)
        if name in MANAGED or hint is Amount:
            continue
        if _item(hint) is not None:
            yield _named(approach, at, hint)
        elif hint is Band:
            for side in ("min", "max"):
                words, end = place(at), place(f"{at}.{side}")
                label = Text(nl=f"{words.nl}: {end.nl}", en=f"{words.en}: {end.en}")
                yield Entry(f"{at}.{side}", Shape.NUMBER, label, _stated(approach, f"{at}.{side}"))
        elif is_dataclass(hint) and hint is not Text:
            for below in _below(approach, at, hint):
                words = place(at)
                label = Text(nl=f"{words.nl}: {below.label.nl}", en=f"{words.en}: {below.label.en}")
                yield replace(below, label=label)
        else:
            yield _entry(approach, at, hint)


def _named(approach: Approach, path: str, hint: Any) -> Named:
    item = _item(hint)
    value = reach(approach, path) or ()
    found = value.values() if isinstance(value, Mapping) else value
    needed = {one.name: required(hints(item)[one.name]) for one in fields(item) if one.default is MISSING}
    kind = next(
        (name for name, hint in needed.items() if isinstance(hint, type) and issubclass(hint, StrEnum)),
        "",
    )
    return Named(
        path,
        place(path),
        tuple((one.key, _called(one)) for one in found),
        tuple((one.value, choice(one)) for one in needed[kind]) if kind else (),
        kind,
        grows="label" in needed,
    )


def _called(one: Any) -> Text:
    label = getattr(one, "label", None) or getattr(one, "text", None)
    return label if isinstance(label, Text) else Text(nl=one.key)


def _entry(approach: Approach, path: str, hint: Any) -> Entry:
    value, label = _stated(approach, path), place(path)
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        if item is PowerGrant:
            held = tuple(grant.power for grant in value or ())
            return Entry(path, Shape.SEVERAL, label, held, tuple((one, choice(one)) for one in Power))
        several = _choices(approach, path, item)
        return Entry(path, Shape.SEVERAL if several else Shape.LINES, label, value or (), several)
    if hint is Text:
        return Entry(path, Shape.TEXT, label, value.nl if value else None)
    if hint is bool:
        return Entry(path, Shape.YES_NO, label, value)
    if hint in (int, Decimal):
        return Entry(path, Shape.WHOLE if hint is int else Shape.NUMBER, label, value)
    known = _choices(approach, path, hint)
    return Entry(path, Shape.CHOICE if known else Shape.LINE, label, value, known)


def _choices(approach: Approach, path: str, hint: Any) -> tuple[tuple[str, Text], ...]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple((one.value, choice(one)) for one in hint)
    found = {key: thing for part in targets(path) for key, thing in things(approach, part).items()}
    return tuple((key, getattr(thing, "label", Text(nl=key))) for key, thing in found.items())


def _stated(approach: Approach, path: str) -> Any:
    try:
        return reach(approach, path)
    except KeyError:
        return None


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", ())


def _same(one: Any, other: Any) -> bool:
    """Whether these are the same on a page: a text by its Dutch words, a list whatever its order."""
    values = [each.nl if isinstance(each, Text) else each for each in (one, other)]
    if all(_is_empty(value) for value in values):
        return True
    if all(isinstance(value, tuple) for value in values):
        return sorted(map(str, values[0])) == sorted(map(str, values[1]))
    return bool(values[0] == values[1])


def _powers(draft: Draft, extended: Approach, path: str, wanted: tuple[Plain, ...], source: str) -> Draft:
    """What a role may: what is more is added, what is less is excluded."""
    owner = path.rpartition(".")[0]
    before = {str(grant.power) for grant in _stated(extended, path) or ()}
    barred = {str(power) for power in _stated(extended, f"{owner}.excluded_from") or ()}
    chosen = {str(power) for power in wanted}
    draft = draft.silent_on(path).silent_on(f"{owner}.excluded_from")
    if more := [str(power) for power in Power if power in chosen - before]:
        draft = draft.stating(path, tuple(more), source)
    excluded = (barred | (before - chosen)) - chosen
    if excluded != barred:
        names = tuple(str(power) for power in Power if power in excluded)
        draft = draft.stating(f"{owner}.excluded_from", names, source)
    return draft
