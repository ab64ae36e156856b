"""A draft of one's own: a file that extends an approach and states only what is different."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from wijkwerk.approaches.building import build
from wijkwerk.approaches.loading import CATALOGUE, examine
from wijkwerk.approaches.merging import overlay
from wijkwerk.approaches.reading import ApproachFile, fill, parse
from wijkwerk.approaches.rules import contradictions
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.values import ApproachErrors, Problem, Text

Plain = str | int | Decimal | bool | Text | tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Values that differ from the approach it extends, each with the document and place that decided it."""

    key: str
    title: Text
    extends: str
    municipality: str | None = None
    values: Mapping[str, Plain] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def toml(self) -> str:
        """The file, as it is downloaded, adopted and read back."""
        lines = [
            f"key = {_plain(self.key)}",
            f"title = {_plain(self.title)}",
            f"extends = {_plain(self.extends)}",
        ]
        if self.municipality:
            lines.append(f"municipality = {_plain(self.municipality)}")
        lines += [f"{_path(path)} = {_plain(value)}" for path, value in self.values.items()]
        for name, sections in self.documents.items():
            lines += ["", f"[documents.{_quoted(name)}]", f"sections = {_plain(sections)}"]
        lines += [
            "",
            "[sources]",
            *(f"{_quoted(path)} = {_quoted(at)}" for path, at in self.sources.items()),
            "",
        ]
        return "\n".join(lines)


def examine_text(key: str, text: str, directory: Path = CATALOGUE) -> tuple[Approach, list[Problem]]:
    """A draft as typed, with everything that is wrong with it; the approach is what could be made of it."""
    file = ApproachFile(key=key, name=f"{key}.toml")
    raw = parse(file, text)
    if raw is not None:
        fill(file, raw)
    return examine(file, directory)


def override(approach: Approach, values: Mapping[str, Plain], *, name: str, reason: Text) -> Approach:
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
