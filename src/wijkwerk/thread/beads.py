"""The eight beads, and how facts of many things become one string of beads. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from wijkwerk.foundation.reasons import Text


class Bead(IntEnum):
    """The places on the thread, in order."""

    SEEN = 1
    UNDERSTOOD = 2
    PROPOSED = 3
    CHOSEN = 4
    PAID = 5
    DONE = 6
    TOLD = 7
    LEARNED = 8


class BeadState(StrEnum):
    """How a bead looks: filled, large and open, hollow, a square, a dash."""

    DONE = "done"
    PRESENT = "present"
    FUTURE = "future"
    STOPPED = "stopped"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Fact:
    """What one thing says about one bead: done on a day, going on with a line, stopped or not needed with why."""

    bead: Bead
    state: BeadState
    thing_id: int = 0
    on: date | None = None
    line: Text = ""
    expected: Text = ""
    why: Text = ""


@dataclass(frozen=True)
class BeadView:
    """One bead as a page shows it."""

    bead: Bead
    state: BeadState
    date: date | None = None
    line: Text = ""
    expected: Text = ""
    why: Text = ""
    current: bool = field(default=False)
    number: str = ""


def string_of_beads(facts: Iterable[Fact], current: Bead | None = None) -> list[BeadView]:
    """Eight beads from all facts of a thread.

    A bead is done when one of its things is and none is still going on. The first that is not is the present one; of
    several where something goes on, one. A bead that was passed over is skipped. Where something stopped the thread
    and nothing goes on, that bead is stopped, and what lies open around it does not come. `current` marks the bead
    of the page's own thing.
    """
    by_bead: dict[Bead, list[Fact]] = {bead: [] for bead in Bead}
    for fact in facts:
        by_bead[fact.bead].append(fact)
    stop = _stop(by_bead)
    last_done = max((bead for bead in Bead if _settled(by_bead[bead])), default=None)
    views: list[BeadView] = []
    open_seen = stop is not None
    reached = date.min
    for bead in Bead:
        mine, mark = by_bead[bead], bead is current
        going_on = any(fact.state is BeadState.PRESENT for fact in mine)
        found = None if going_on and not open_seen else _settled(mine, reached)
        best = _open(mine)
        if stop is not None and bead is stop.bead:
            views.append(BeadView(bead, BeadState.STOPPED, stop.on, stop.line, why=stop.why, current=mark))
        elif found is not None:
            reached = max(reached, found.on or reached)
            views.append(BeadView(bead, found.state, found.on, found.line, why=found.why, current=mark))
        elif stop is not None:
            views.append(BeadView(bead, BeadState.SKIPPED, current=mark))
        elif not going_on and last_done is not None and bead < last_done:
            # What was passed over because later beads are done is not what is going on now.
            views.append(BeadView(bead, BeadState.SKIPPED, None, best.line, why=best.why, current=mark))
        else:
            state = BeadState.FUTURE if open_seen else BeadState.PRESENT
            open_seen = True
            views.append(BeadView(bead, state, None, best.line, best.expected, best.why, current=mark))
    return views


def _stop(by_bead: Mapping[Bead, Sequence[Fact]]) -> Fact | None:
    """The first stop past which nothing goes on. Being told of it is no going on."""
    every = [fact for facts in by_bead.values() for fact in facts]
    if any(fact.state is BeadState.PRESENT for fact in every):
        return None
    goes_on = max(
        (
            fact.bead
            for fact in every
            if (fact.state is BeadState.DONE and fact.bead is not Bead.TOLD) or fact.state is BeadState.FUTURE
        ),
        default=None,
    )
    stops = [fact for fact in every if fact.state is BeadState.STOPPED]
    return next((fact for fact in stops if goes_on is None or fact.bead > goes_on), None)


def _settled(facts: Sequence[Fact], reached: date = date.min) -> Fact | None:
    """What settles a bead: the first that was done once the beads before were `reached`, else the first at all.

    A report answered at once may also lead to something larger: then that answer is not what was done in the end.
    """
    done = [fact for fact in facts if fact.state is BeadState.DONE]
    if done:
        return min(
            done, key=lambda fact: ((fact.on or date.max) < reached, fact.on or date.max, fact.thing_id)
        )
    return next((fact for fact in facts if fact.state is BeadState.SKIPPED), None)


def _open(facts: Sequence[Fact]) -> Fact:
    ranked = sorted(facts, key=lambda fact: (fact.state is not BeadState.PRESENT, fact.thing_id))
    return next((fact for fact in ranked if fact.state in {BeadState.PRESENT, BeadState.FUTURE}), _NOTHING)


_NOTHING = Fact(Bead.SEEN, BeadState.FUTURE)
