"""Approaches side by side for a reader: rows under the six questions, differences first, each value with its why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Provenance
from wijkwerk.approaches.citing import cited
from wijkwerk.approaches.comparing import Cell, Row, compare
from wijkwerk.approaches.dimensions import DIMENSION_WORDS
from wijkwerk.approaches.schema import Document
from wijkwerk.approaches.sourcing import document
from wijkwerk.approaches.trail import HOUSE_DEFAULT, NOT_DESCRIBED
from wijkwerk.approaches.weighing import Line, asks, gives, makes_hard
from wijkwerk.approaches.wording import in_words
from wijkwerk.people.wording import language
from wijkwerk.ways.pages.catalogue import Entry, entry


@dataclass(frozen=True)
class Origin:
    """Where a value comes from: the place, who made that document and how, and what was read into it."""

    source: str
    makers: tuple[str, ...]
    reason: str
    since: int | None


@dataclass(frozen=True)
class Shown:
    """One value on the page. `remark` says that it is not described, or that it is our default."""

    lines: tuple[str, ...]
    remark: str
    origin: Origin | None
    head: str


@dataclass(frozen=True)
class ShownRow:
    """One row: what it is about, and a value per approach."""

    label: str
    dimension: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True)
class Part:
    """The rows about one thing, under a question that has many."""

    label: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class Group:
    """The rows under one question: what differs by the sources, what only by our defaults, and what is equal."""

    key: str
    label: str
    different: tuple[Part, ...]
    defaults: tuple[ShownRow, ...]
    equal: tuple[ShownRow, ...]


@dataclass(frozen=True)
class Page:
    """Everything the page shows."""

    columns: tuple[Entry, ...]
    weighed: tuple[ShownRow, ...]
    groups: tuple[Group, ...]


def page(approaches: Sequence[Approach]) -> Page:
    """These approaches, in the order in which they were chosen."""
    columns = tuple(entry(approach) for approach in approaches)
    heads = [column.title for column in columns]
    groups = tuple(
        Group(
            question.key,
            question.label.within(language()).capitalize(),
            _parts(tuple(_row(row, heads) for row in question.different if row.is_of_a_source)),
            tuple(_row(row, heads) for row in question.different if not row.is_of_a_source),
            tuple(_row(row, heads) for row in question.equal),
        )
        for question in compare(*approaches).questions
    )
    return Page(columns, _weighed(approaches, heads), groups)


def _parts(rows: tuple[ShownRow, ...]) -> tuple[Part, ...]:
    """By dimension, in the order in which they come up."""
    labels = dict.fromkeys(row.dimension for row in rows)
    return tuple(Part(label, tuple(row for row in rows if row.dimension == label)) for label in labels)


def _row(row: Row, heads: Sequence[str]) -> ShownRow:
    about = DIMENSION_WORDS[row.dimension].within(language()) if row.dimension else ""
    cells = tuple(_cell(cell, head) for cell, head in zip(row.cells, heads, strict=True))
    return ShownRow(row.label.within(language()), about, cells)


def _cell(cell: Cell, head: str) -> Shown:
    if not cell.is_stated:
        return Shown((), cell.nothing.within(language()), None, head)
    value = cell.why.value
    parts = value.values() if isinstance(value, dict) else value
    several = isinstance(parts, tuple) or isinstance(value, dict)
    words = [in_words(one, language()) for one in parts] if several else [in_words(value, language())]
    remark = HOUSE_DEFAULT.within(language()) if cell.why.is_house_default else ""
    return Shown(tuple(word for word in words if word), remark, origin(cell.why), head)


def origin(why: Provenance) -> Origin | None:
    """What can be said about where a value comes from; None when nothing can."""
    reason = why.reason.within(language()) if why.reason else ""
    source = cited(why.source or "", language())
    if not source and not reason:
        return None
    return Origin(source, _makers(why.source or ""), reason, why.since)


def _makers(source: str) -> tuple[str, ...]:
    """Who found it out and how: a register, an interview and an outside judgement are not the same (GEN-05)."""
    return tuple(dict.fromkeys(filter(None, map(_maker, source.split("; ")))))


def _maker(place: str) -> str:
    try:
        found: Document = document(place.partition(" ")[0])
    except KeyError:
        return ""
    method = found.method.within(language()) if found.method else ""
    return ": ".join(part for part in (found.maker or "", method) if part)


def _weighed(approaches: Sequence[Approach], heads: Sequence[str]) -> tuple[ShownRow, ...]:
    """Beside the gains what it asks of government, and what makes it hard (CXO-17)."""
    questions: tuple[tuple[str, Callable[[Approach], tuple[Line, ...]]], ...] = (
        (_("Wat het oplevert"), gives),
        (_("Wat het van de gemeente vraagt"), asks),
        (_("Wat het moeilijk maakt"), makes_hard),
    )
    return tuple(
        ShownRow(
            label,
            "",
            tuple(
                _lines(approach, find(approach), head)
                for approach, head in zip(approaches, heads, strict=True)
            ),
        )
        for label, find in questions
    )


def _lines(approach: Approach, lines: tuple[Line, ...], head: str) -> Shown:
    if not lines:
        return Shown((), NOT_DESCRIBED.within(language()), None, head)
    whys = [approach.why(line.path) for line in lines]
    sources = "; ".join(dict.fromkeys(why.source for why in whys if why.source))
    told = origin(Provenance(value=None, source=sources)) if sources else None
    return Shown(tuple(line.text.within(language()) for line in lines), "", told, head)
