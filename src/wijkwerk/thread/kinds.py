"""The kinds of things, each registered at start by the capability that owns it, and what they say of a thread.

The thread knows no capability; a capability tells it: its kind (`register`), what its rows say about the beads
(`facts`) and what happened (`moments`). Each source is called once per page with all ids of its kinds at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from wijkwerk.foundation.reasons import Reason, Text
from wijkwerk.thread.beads import Bead, Fact


@dataclass(frozen=True)
class Kind:
    """One kind of thing: its key, its bead, the letter of its public numbers and its words."""

    key: str
    bead: Bead
    prefix: str
    label: Text
    plural: Text
    alone: bool = False  # a decision in itself: no thread runs through it, and its page is its own
    ends_here: bool = False  # causes nothing: a plan is where its measures stand, not what they lead to


@dataclass(frozen=True)
class Moment:
    """One event of the story: when, who, what was said or decided, in plain words."""

    on: date
    thing_id: int
    title: Text
    who: Text = ""
    text: Text = ""
    quote: str = ""
    quote_by: Text = ""
    photo: Any = None  # a thread.Attachment
    reason: Reason | None = None
    url: str = ""
    link_text: Text = ""
    order: int = 0  # within a day: ten times its bead, and what comes between
    at: datetime | None = None  # where the moment itself is known


Ids = Sequence[int]
FactSource = Callable[[Ids], Sequence[Fact]]
MomentSource = Callable[[Ids], Sequence[Moment]]

_kinds: dict[str, Kind] = {}
_facts: dict[str, FactSource] = {}
_moments: dict[str, MomentSource] = {}
_general_moments: list[MomentSource] = []


def register(kind: Kind, *, facts: FactSource | None = None, moments: MomentSource | None = None) -> None:
    """Make a kind known. Prefix and key belong to one kind only."""
    for other in _kinds.values():
        if other.key != kind.key and other.prefix == kind.prefix:
            raise ValueError(f"prefix {kind.prefix} belongs to {other.key}")
    _kinds[kind.key] = kind
    if facts:
        _facts[kind.key] = facts
    if moments:
        _moments[kind.key] = moments


def register_moments(source: MomentSource) -> None:
    """Add what happened around things of every kind (decisions, promises); called with all ids of the thread."""
    if source not in _general_moments:
        _general_moments.append(source)


def kind_of(key: str) -> Kind:
    """The kind with this key; KeyError when no capability registered it."""
    return _kinds[key]


def kinds() -> list[Kind]:
    """All kinds in the order of their beads."""
    return sorted(_kinds.values(), key=lambda kind: (kind.bead, kind.key))


def counted(numbers: Mapping[str, int]) -> list[str]:
    """How many there are of each kind, in words and in the order of their beads: `1 wens`, `12 maatregelen`."""
    return [
        f"{numbers[kind.key]} {kind.label if numbers[kind.key] == 1 else kind.plural}"
        for kind in kinds()
        if numbers.get(kind.key)
    ]


def fact_sources() -> dict[str, FactSource]:
    """Who tells about beads, per kind."""
    return dict(_facts)


def moment_sources() -> tuple[dict[str, MomentSource], list[MomentSource]]:
    """Who tells what happened: per kind, and about every kind."""
    return dict(_moments), list(_general_moments)
