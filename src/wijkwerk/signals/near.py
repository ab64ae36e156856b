"""What higher capabilities know that a signal may belong to, for whoever sorts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wijkwerk.signals.models import Signal
from wijkwerk.thread.models import Thing

NearSource = Callable[[Signal, Sequence[int]], Sequence[Thing]]
"""Gives the things near a signal, the nearest first; the ids are those of signals like it."""

_sources: dict[str, NearSource] = {}


@dataclass(frozen=True)
class Near:
    """Something that is there already, and the destination by which a signal joins it."""

    thing: Thing
    destination: str


def register_near(destination: str, source: NearSource) -> None:
    """Have `source` find what a signal could join by this destination."""
    _sources[destination] = source


def near_to(signal: Signal, like: Sequence[int]) -> list[Near]:
    """Everything that this signal could join."""
    return [Near(thing, key) for key, source in _sources.items() for thing in source(signal, like)]
