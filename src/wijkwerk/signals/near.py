"""What is there already: what a signal may belong to, and what anyone can still say "dat bedoel ik ook" to.

Needs and measures are of higher capabilities, which register here how they are found and when they are open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from wijkwerk.thread.models import Thing
from wijkwerk.thread.queries import effects_of

NearSource = Callable[[int, str, Collection[int]], Sequence[Thing]]
"""From the id of an area, what someone says and the ids of all that came of signals like it: the nearest first."""

_sources: dict[str, tuple[NearSource, str]] = {}
_open: dict[str, Callable[[Thing], bool]] = {}


@dataclass(frozen=True)
class Near:
    """Something that is there already, and the destination by which a signal joins it in triage (empty: none)."""

    thing: Thing
    destination: str


def register_near(kind: str, source: NearSource, *, destination: str = "") -> None:
    """Have `source` find the things of a kind that a signal may be about."""
    _sources[kind] = (source, destination)


def register_open(kind: str, is_open: Callable[[Thing], bool]) -> None:
    """Say when anyone can still say "dat bedoel ik ook" to a thing of this kind."""
    _open[kind] = is_open


def near_to(area_id: int, text: str, like: Sequence[int]) -> list[Near]:
    """What this may be about or belong to; `like` are ids of signals like it."""
    came_of_it = {pk for reached in effects_of(like).values() for pk in reached}
    return [
        Near(thing, destination)
        for source, destination in _sources.values()
        for thing in source(area_id, text, came_of_it)
    ]


def kinds_to_mean_too() -> set[str]:
    """The kinds of thing to which anyone can say "dat bedoel ik ook"."""
    return set(_open)


def is_over(thing: Thing) -> bool:
    """Whether it is too late to say "dat bedoel ik ook" to this."""
    return thing.kind not in _open or not _open[thing.kind](thing)


def can_be_meant_too(thing: Thing) -> bool:
    """Whether anyone who reads about this can say "dat bedoel ik ook"."""
    return thing.public and not is_over(thing)
