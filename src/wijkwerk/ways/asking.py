"""Which questions of residents an approach leaves open: told by whoever shows its answers to them."""

from __future__ import annotations

from collections.abc import Callable

from wijkwerk.approaches import Approach

Open = Callable[[Approach], list[str]]
_sources: list[Open] = []


def register_questions(source: Open) -> None:
    """Let a page that answers residents tell what it cannot answer under an approach."""
    if source not in _sources:
        _sources.append(source)


def left_open(approach: Approach) -> list[str]:
    """The questions that would read "not described", in the order in which residents meet them."""
    return [question for source in _sources for question in source(approach)]
