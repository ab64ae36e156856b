"""Everything an approach says, ordered by the six questions: for whoever wants to read it all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wijkwerk.approaches import load
from wijkwerk.approaches.citing import cited
from wijkwerk.approaches.comparing import compare


@dataclass(frozen=True)
class Line:
    """One value: what it is about, what holds here, and where that comes from."""

    label: str
    value: str
    source: str


@dataclass(frozen=True)
class Part:
    """The values under one of the six questions."""

    label: str
    lines: list[Line]


@lru_cache(maxsize=32)
def every_choice(key: str, language: str) -> tuple[Part, ...]:
    """All values of an approach in one language. An approach never changes once loaded, so this is worked out once."""
    found = []
    for question in compare(load(key)).questions:
        lines = [
            Line(
                row.label.within(language),
                row.cells[0].shown(language),
                cited(row.cells[0].why.source or "", language),
            )
            for row in question.rows
        ]
        found.append(Part(question.label.within(language).capitalize(), lines))
    return tuple(found)
