"""Approaches side by side: by the six questions, differences in front, what is equal folded."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from wijkwerk.approaches.dimensions import PARTS, SIX_QUESTIONS, Dimension, dimension_of
from wijkwerk.approaches.schema import Approach, Provenance
from wijkwerk.approaches.trail import HOUSE_DEFAULT, NOT_DESCRIBED, hints, reach
from wijkwerk.approaches.values import Band, Text


@dataclass(frozen=True)
class Cell:
    """What one approach says at one place, and why."""

    why: Provenance

    def shown(self, language: str = "nl") -> str:
        """The value in words; "niet beschreven" is visible and neutral."""
        if self.why.value is None or self.why.value == ():
            return NOT_DESCRIBED.within(language)
        remark = f" ({HOUSE_DEFAULT.within(language)})" if self.why.is_house_default else ""
        return in_words(self.why.value, language) + remark

    @property
    def compared(self) -> object:
        """What counts as equal: the value, whoever stated it."""
        return self.why.value


@dataclass(frozen=True)
class Row:
    """One place in the schema, with a cell per approach."""

    path: str
    dimension: Dimension | None
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the approaches say different things here."""
        return any(cell.compared != self.cells[0].compared for cell in self.cells)


@dataclass(frozen=True)
class QuestionRows:
    """All rows under one of the six questions."""

    key: str
    label: Text
    rows: tuple[Row, ...]

    @property
    def different(self) -> tuple[Row, ...]:
        """What differs: shown first."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def equal(self) -> tuple[Row, ...]:
        """What is the same: folded."""
        return tuple(row for row in self.rows if not row.differs)


@dataclass(frozen=True)
class Comparison:
    """Approaches side by side."""

    approaches: tuple[Approach, ...]
    questions: tuple[QuestionRows, ...]


def compare(*approaches: Approach) -> Comparison:
    """Set approaches side by side on everything that at least one of them says."""
    questions = []
    for key, parts in PARTS.items():
        paths = dict.fromkeys(
            path for part in parts for approach in approaches for path in _places(part, reach(approach, part))
        )
        rows = tuple(
            Row(path, dimension_of(path), tuple(_cell(one, path) for one in approaches)) for path in paths
        )
        questions.append(QuestionRows(key, SIX_QUESTIONS[key], rows))
    return Comparison(approaches, tuple(questions))


def in_words(value: Any, language: str) -> str:
    """A value as people read it."""
    if isinstance(value, Text):
        return value.within(language)
    if isinstance(value, bool):
        return {"nl": ("nee", "ja")}.get(language, ("no", "yes"))[value]
    if isinstance(value, tuple):
        return ", ".join(in_words(one, language) for one in value)
    power = getattr(value, "power", None)
    return str(power if power is not None else value)


def _places(path: str, value: Any) -> Iterator[str]:
    """Every place below a part where something is said; a thing named by key is one step down."""
    if value is None or value == ():
        return
    if isinstance(value, Text | Band) or not (is_dataclass(value) or isinstance(value, tuple | dict)):
        yield path
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _places(f"{path}.{key}", one)
    elif isinstance(value, tuple):
        if all(hasattr(one, "key") for one in value):
            for one in value:
                yield from _places(f"{path}.{one.key}", one)
        else:
            yield path
    else:
        kind: Any = type(value)
        for name in hints(kind):
            if name != "key":
                yield from _places(f"{path}.{name}", reach(value, name))


def _cell(approach: Approach, path: str) -> Cell:
    try:
        return Cell(approach.why(path))
    except KeyError:  # this approach has no such role, step or level
        return Cell(Provenance(value=None))
