"""Where plans of several services meet: the same thing twice, or one place broken up twice (DOR-17)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

ALIKE_ENOUGH = 0.5
NEAR_DAYS = 60


class Friction(StrEnum):
    """What two measures do to each other."""

    OVERLAP = "overlap"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Planned:
    """One measure as far as it can meet another."""

    measure: int
    plan: int
    sentence: str
    place: int | None
    ready_on: date | None


@dataclass(frozen=True)
class Meeting:
    """Two measures of different plans that meet."""

    kind: Friction
    one: int
    other: int


def meetings(planned: Sequence[Planned], alike: Callable[[str, str], float]) -> list[Meeting]:
    """Measures of different plans that meet: an overlap where two want the same in one place, a conflict where two
    work in one neighbourhood within two months of each other. Of two that do both the overlap is said."""
    found = []
    for one, other in combinations(planned, 2):
        if one.plan == other.plan or one.measure == other.measure:
            continue
        same_place = one.place == other.place or one.place is None or other.place is None
        if same_place and alike(one.sentence, other.sentence) >= ALIKE_ENOUGH:
            found.append(Meeting(Friction.OVERLAP, one.measure, other.measure))
        elif one.place is not None and one.place == other.place and _near(one.ready_on, other.ready_on):
            found.append(Meeting(Friction.CONFLICT, one.measure, other.measure))
    return found


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= NEAR_DAYS
