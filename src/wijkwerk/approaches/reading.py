"""From a TOML file to flat leaves: one dotted path, one value. Flat leaves are easy to merge and to trace."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from wijkwerk.approaches.limits import LONGEST_KEY, MOST_BYTES, TOO_DEEP, TOO_LARGE, trespasses
from wijkwerk.approaches.trail import Path
from wijkwerk.approaches.unreadable import unreadable
from wijkwerk.approaches.values import Problem, Text

ABOUT_THE_FILE = ("extends", "sources", "reasons", "since", "documents", "remove")
HEADER = ("key", "title", "valid", "municipality", "succeeds", "example", "advice")
POWER_OWNERS = ("roles", "role_kinds")


@dataclass(kw_only=True)
class ApproachFile:
    """One file as written, before it is merged over anything."""

    key: str
    name: str
    extends: str | None = None
    leaves: dict[Path, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, Text] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    documents: dict[str, Any] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    readable: bool = False

    def wrong(self, key: str, nl: str, en: str, *values: tuple[str, str]) -> None:
        """Write down that something in this file is wrong."""
        self.problems.append(Problem(file=self.name, key=key, message=Text(nl=nl, en=en), values=values))

    def has_below(self, path: str) -> bool:
        """Whether the file says anything at this path or under it."""
        at = tuple(path.split("."))
        return any(leaf[: len(at)] == at for leaf in self.leaves)


def read(path: FilePath) -> ApproachFile:
    """Read a file. What cannot be read is in `problems`; nothing is raised for a bad file."""
    found = ApproachFile(key=path.stem, name=path.name)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        text = content.decode("utf-8-sig") if len(content) <= MOST_BYTES else None
    except FileNotFoundError:
        found.wrong("", "dit bestand bestaat niet", "this file does not exist")
    except (UnicodeDecodeError, OSError) as error:
        found.wrong("", *unreadable(error))
    else:
        raw = parse(found, text)
        if raw is not None:
            fill(found, raw)
    return found


def read_text(key: str, text: str) -> ApproachFile:
    """The same for a file that is no file yet: a draft as typed, or one that is kept elsewhere."""
    found = ApproachFile(key=key, name=f"{key}.toml")
    raw = parse(found, text)
    if raw is not None:
        fill(found, raw)
    return found


def parse(found: ApproachFile, text: str | None) -> dict[str, Any] | None:
    """The parsed document, or None with the problem written down. No text: there was too much of it."""
    if text is None or len(text) > MOST_BYTES:
        found.wrong("", TOO_LARGE.nl, TOO_LARGE.en)
        return None
    try:
        raw = tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        found.wrong("", TOO_DEEP.nl, TOO_DEEP.en)
        return None
    except ValueError as error:  # what is no TOML, and a number of more digits than can be read
        found.wrong("", *unreadable(error))
        return None
    for key, why in trespasses(raw):
        found.wrong(key, why.nl, why.en)
    return None if found.problems else raw


def fill(found: ApproachFile, raw: Mapping[str, Any]) -> None:
    """Take a parsed document apart into the file's leaves and what it says about itself."""
    found.readable = True
    key = raw.get("key")
    if isinstance(key, str) and len(key) > LONGEST_KEY:
        why = (f"hoogstens {LONGEST_KEY} tekens", f"at most {LONGEST_KEY} characters")
        found.wrong("key", *why)
    elif isinstance(key, str) and key:
        if key != found.key:
            found.wrong(
                "key",
                "de sleutel is niet gelijk aan de naam van het bestand",
                "the key differs from the name of the file",
                ("key", key),
                ("bestand/file", found.key),
            )
    else:
        found.wrong("key", "een aanpak heeft een sleutel (tekst) nodig", "an approach needs a key (text)")
    found.extends = _text_or_none(found, raw, "extends")
    found.sources = dict(_table(found, raw, "sources", str, "een tekst", "a text"))
    found.since = dict(_table(found, raw, "since", int, "een jaartal", "a year"))
    found.documents = {
        name: document
        for name, document in _table(found, raw, "documents", dict, "een tabel", "a table")
        if _is_document(found, name, document)
    }
    for path, reason in _table(
        found, raw, "reasons", dict, "een tekst met nl en en", "a text with nl and en"
    ):
        if isinstance(reason.get("nl"), str):
            found.reasons[path] = Text(nl=reason["nl"], en=str(reason.get("en", "")))
        else:
            found.wrong(f"reasons.{path}", "de reden mist nl", "the reason lacks nl")
    remove = raw.get("remove", [])
    if isinstance(remove, list) and all(isinstance(item, str) for item in remove):
        found.remove = tuple(remove)
    else:
        found.wrong("remove", "dit moet een lijst van paden zijn", "this must be a list of paths")
    for name, value in raw.items():
        if name not in ABOUT_THE_FILE:
            _flatten(found, (name,), value)


def _is_document(found: ApproachFile, name: str, document: Mapping[str, Any]) -> bool:
    shapes: dict[str, tuple[Callable[[Any], bool], str, str]] = {
        "title": (_is_words, "een tekst met nl en en", "a text with nl and en"),
        "method": (_is_words, "een tekst met nl en en", "a text with nl and en"),
        "maker": (lambda value: isinstance(value, str), "een tekst", "a text"),
        "year": (lambda value: type(value) is int, "een jaartal", "a year"),
        "sections": (_is_lines, "een lijst van plaatsen", "a list of places"),
    }
    wrong = [one for one, (fits, *_words) in shapes.items() if one in document and not fits(document[one])]
    for one in wrong:
        _fits, nl, en = shapes[one]
        found.wrong(f"documents.{name}.{one}", f"hier hoort {nl}", f"{en} belongs here")
    return not wrong


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and "nl" in value and all(isinstance(one, str) for one in value.values())


def _is_lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _text_or_none(found: ApproachFile, raw: Mapping[str, Any], name: str) -> str | None:
    value = raw.get(name)
    if value is None or isinstance(value, str):
        return value
    found.wrong(name, "dit moet een tekst zijn", "this must be a text")
    return None


def _table(
    found: ApproachFile, raw: Mapping[str, Any], name: str, kind: type, nl: str, en: str
) -> Iterator[tuple[str, Any]]:
    table = raw.get(name, {})
    if not isinstance(table, dict):
        found.wrong(name, "dit moet een tabel zijn", "this must be a table")
        return
    for path, value in table.items():
        if isinstance(value, kind) and not isinstance(value, bool):
            yield path, value
        else:
            found.wrong(
                f"{name}.{path}",
                f'hier hoort {nl}; zet het pad tussen aanhalingstekens: "a.b"',
                f'{en} belongs here; put the path between quotes: "a.b"',
            )


def _flatten(found: ApproachFile, path: Path, value: Any) -> None:
    if _is_powers(path):
        _flatten_powers(found, path, value)
    elif isinstance(value, dict):
        for name, below in value.items():
            if name != "limits" or path[0] not in POWER_OWNERS:
                _flatten(found, (*path, name), below)
        _flatten_limits(found, path, value)
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        _flatten_keyed(found, path, value)
    elif path in found.leaves:
        found.wrong(".".join(path), "dit staat er twee keer", "this is stated twice")
    else:
        found.leaves[path] = tuple(value) if isinstance(value, list) else value


def _flatten_keyed(found: ApproachFile, path: Path, items: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for ordinal, item in enumerate(items, start=1):
        key = item.get("key")
        if not isinstance(key, str) or not key or "." in key:
            found.wrong(
                ".".join(path),
                f"nummer {ordinal} mist een sleutel (key) zonder punt",
                f"number {ordinal} lacks a key without a dot",
            )
        elif key in seen:
            found.wrong(
                f"{'.'.join(path)}.{key}", "deze sleutel komt twee keer voor", "this key occurs twice"
            )
        else:
            seen.add(key)
            _flatten(found, (*path, key), item)


def _is_powers(path: Path) -> bool:
    return len(path) == 3 and path[0] in POWER_OWNERS and path[2] == "powers"


def _flatten_powers(found: ApproachFile, path: Path, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        found.wrong(
            ".".join(path),
            "bevoegdheden zijn een lijst van namen; een grens in geld staat in limits",
            "powers are a list of names; a limit of money stands in limits",
        )
        return
    for power in value:
        found.leaves[(*path, power, "power")] = power


def _flatten_limits(found: ApproachFile, path: Path, role: Mapping[str, Any]) -> None:
    if len(path) != 2 or path[0] not in POWER_OWNERS or "limits" not in role:
        return
    limits = role["limits"]
    if not isinstance(limits, dict):
        found.wrong(".".join((*path, "limits")), "dit moet een tabel zijn", "this must be a table")
        return
    for power, limit in limits.items():
        _flatten(found, (*path, "powers", power, "limit"), limit)
