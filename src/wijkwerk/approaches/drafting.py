"""A draft of one's own: a file that extends an approach and states only what is different."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from wijkwerk.approaches.building import build
from wijkwerk.approaches.loading import CATALOGUE, examine
from wijkwerk.approaches.merging import overlay
from wijkwerk.approaches.reading import POWER_OWNERS, ApproachFile, read_text
from wijkwerk.approaches.rules import contradictions
from wijkwerk.approaches.schema import Approach, Document
from wijkwerk.approaches.values import ApproachErrors, Problem, Text

Plain = str | int | Decimal | bool | Text | tuple[str, ...]
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Values that differ from the approach it extends, each with the document and place that decided it."""

    key: str
    title: Text
    extends: str
    municipality: str | None = None
    remove: tuple[str, ...] = ()
    values: Mapping[str, Plain] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, Text] = field(default_factory=dict)
    since: Mapping[str, int] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)

    def toml(self) -> str:
        """The file, as it is downloaded, adopted and read back."""
        lines = [
            f"key = {_plain(self.key)}",
            f"title = {_plain(self.title)}",
            f"extends = {_plain(self.extends)}",
        ]
        if self.municipality:
            lines.append(f"municipality = {_plain(self.municipality)}")
        if self.remove:
            lines.append(f"remove = {_plain(self.remove)}")
        lines += [f"{_path(path)} = {_plain(value)}" for path, value in self.values.items()]
        for name, one in self.documents.items():
            lines += ["", f"[documents.{_quoted(name)}]", f"title = {_plain(one.title)}"]
            for word in ("year", "maker", "method"):
                if (told := getattr(one, word)) is not None:
                    lines.append(f"{word} = {_plain(told)}")
            lines.append(f"sections = {_plain(one.sections)}")
        for table, entries in (("sources", self.sources), ("reasons", self.reasons), ("since", self.since)):
            if entries or table == "sources":
                lines += ["", f"[{table}]", *(f"{_quoted(at)} = {_plain(to)}" for at, to in entries.items())]
        return "\n".join([*lines, ""])

    def stating(self, path: str, value: Plain, source: str) -> "Draft":
        """With one value more, or another; its source is a document of the draft and a place in it."""
        sources = {**self.sources, path: source}
        return replace(self._placing(source), values={**self.values, path: value}, sources=sources)

    def silent_on(self, path: str) -> "Draft":
        """Without saying anything at this path or under it: what it extends holds there again."""
        kept = {at: value for at, value in self.values.items() if not _within(at, path)}
        return replace(
            self,
            values=kept,
            remove=tuple(at for at in self.remove if not _within(at, path)),
            sources={at: one for at, one in self.sources.items() if not _within(at, path)},
            reasons={at: one for at, one in self.reasons.items() if not _within(at, path)},
        )

    def without(self, path: str) -> "Draft":
        """Take away what stands at this path in the approach that it extends."""
        silent = self.silent_on(path)
        return replace(silent, remove=(*silent.remove, path))

    def _placing(self, source: str) -> "Draft":
        """The documents, with the place that a source names among their sections."""
        documents = dict(self.documents)
        for place in source.split("; "):
            name, _, sections = place.partition(" ")
            known = documents.get(name)
            if known is not None:
                new = tuple(one for one in sections.split(", ") if one not in known.sections)
                documents[name] = replace(known, sections=(*known.sections, *new))
        return replace(self, documents=documents)


def _within(path: str, part: str) -> bool:
    return path == part or path.startswith(f"{part}.")


def draft_of(key: str, text: str) -> Draft:
    """A file taken apart again, to change it. Raises ApproachErrors for what is not readable as a file."""
    file = read_text(key, text)
    title = Text(nl=str(file.leaves.get(("title", "nl"), "")), en=str(file.leaves.get(("title", "en"), "")))
    if file.problems or file.extends is None:
        raise ApproachErrors(tuple(file.problems) or (_nothing_extended(file),))
    municipality = file.leaves.get(("municipality",))
    return Draft(
        key=key,
        title=title,
        extends=file.extends,
        municipality=str(municipality) if municipality else None,
        remove=file.remove,
        values=_values(file),
        sources=file.sources,
        reasons=file.reasons,
        since=file.since,
        documents={name: _document(name, raw) for name, raw in file.documents.items()},
    )


def _nothing_extended(file: ApproachFile) -> Problem:
    words = Text(nl="zeg welke aanpak dit aanpast", en="say which approach this changes")
    return Problem(file=file.name, key="extends", message=words)


def _document(name: str, raw: Mapping[str, Any]) -> Document:
    title, method = raw.get("title", {}), raw.get("method")
    return Document(
        key=name,
        title=Text(nl=str(title.get("nl", name)), en=str(title.get("en", ""))),
        year=raw.get("year"),
        maker=raw.get("maker"),
        method=Text(nl=str(method.get("nl", "")), en=str(method.get("en", ""))) if method else None,
        sections=tuple(map(str, raw.get("sections", ()))),
    )


def _values(file: ApproachFile) -> dict[str, Plain]:
    """The leaves as one writes them: texts whole, powers as a list with their limits beside it."""
    found: dict[str, Plain] = {}
    for at, value in file.leaves.items():
        if at[0] in ("key", "title", "municipality"):
            continue
        if at[0] in POWER_OWNERS and len(at) > 4 and at[2] == "powers":
            owner = ".".join(at[:2])
            if at[4] == "power":
                held = found.get(f"{owner}.powers", ())
                found[f"{owner}.powers"] = (*(held if isinstance(held, tuple) else ()), str(value))
            else:
                found[".".join((owner, "limits", at[3], *at[5:]))] = value
        elif at[-1] in LANGUAGES:
            path = ".".join(at[:-1])
            told = found.get(path)
            words = {language: getattr(told, language) for language in LANGUAGES} if told else {"nl": ""}
            found[path] = Text(**{**words, at[-1]: str(value)})
        else:
            found[".".join(at)] = value
    return found


def examine_text(key: str, text: str, directory: Path = CATALOGUE) -> tuple[Approach, list[Problem]]:
    """A draft as typed, with everything that is wrong with it; the approach is what could be made of it."""
    return examine(read_text(key, text), directory)


def override(
    approach: Approach, values: Mapping[str, Plain], *, name: str, reason: Text, source: str = ""
) -> Approach:
    """An approach with some values changed for one area, each answering "why?" with the public reason.

    Raises ApproachErrors when the changed approach would contradict itself.
    """
    file = ApproachFile(key=name, name=name)
    for path, value in values.items():
        at = tuple(path.split("."))
        if isinstance(value, Text):
            file.leaves[(*at, "nl")] = value.nl
            file.leaves |= {(*at, "en"): value.en} if value.en else {}
        else:
            file.leaves[at] = value
        file.reasons[path] = reason
        file.sources |= {path: source} if source else {}
    changed, problems = build(overlay(approach.trail, file), name)
    problems += contradictions(changed, name, {problem.key for problem in problems})
    if any(not problem.is_warning for problem in problems):
        raise ApproachErrors(tuple(problems))
    return changed


def _path(path: str) -> str:
    return ".".join(part if part.replace("_", "").replace("-", "").isalnum() and part.isascii() else _quoted(part)
                    for part in path.split("."))  # fmt: skip


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in escaped) + '"'


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, Text):
        english = f", en = {_quoted(value.en)}" if value.en else ""
        return f"{{ nl = {_quoted(value.nl)}{english} }}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_plain(one) for one in value) + "]"
    return _quoted(str(value))
