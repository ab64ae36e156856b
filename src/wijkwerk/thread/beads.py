"""The eight beads, and how facts of many things become one string of beads. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    A bead is done when one of its things is; the first that is neither done nor skipped is the present one, unless
    something stopped the thread there or earlier and nothing went on: then that bead is stopped and the rest stay
    future. `current` marks the bead of the page's own thing.
    """
    by_bead: dict[Bead, list[Fact]] = {bead: [] for bead in Bead}
    for fact in facts:
        by_bead[fact.bead].append(fact)
    settled = {bead: _settled(by_bead[bead]) for bead in Bead}
    last_done = max((bead for bead in Bead if settled[bead] is not None), default=None)
    stop = next((fact for bead in Bead for fact in by_bead[bead] if fact.state is BeadState.STOPPED), None)
    if stop is not None and any(_going_on(by_bead[bead]) for bead in Bead if bead >= stop.bead):
        stop = None
    views: list[BeadView] = []
    open_seen = False
    for bead in Bead:
        found = settled[bead]
        mark = bead is current
        if stop is not None and bead is stop.bead:
            views.append(BeadView(bead, BeadState.STOPPED, stop.on, stop.line, why=stop.why, current=mark))
            open_seen = True
        elif found is not None:
            views.append(BeadView(bead, found.state, found.on, found.line, why=found.why, current=mark))
        else:
            best = _open(by_bead[bead])
            # What was passed over because later beads are done is not what is going on now.
            passed_over = last_done is not None and bead < last_done
            present = not open_seen and not passed_over
            open_seen = open_seen or present
            state = BeadState.PRESENT if present else BeadState.SKIPPED if passed_over else BeadState.FUTURE
            views.append(BeadView(bead, state, None, best.line, best.expected, best.why, current=mark))
    return views


def _settled(facts: Sequence[Fact]) -> Fact | None:
    done = [fact for fact in facts if fact.state is BeadState.DONE]
    if done:
        if any(fact.state is BeadState.PRESENT for fact in facts):
            return None
        return min(done, key=lambda fact: (fact.on or date.max, fact.thing_id))
    return next((fact for fact in facts if fact.state is BeadState.SKIPPED), None)


def _open(facts: Sequence[Fact]) -> Fact:
    ranked = sorted(facts, key=lambda fact: (fact.state is not BeadState.PRESENT, fact.thing_id))
    return next((fact for fact in ranked if fact.state in {BeadState.PRESENT, BeadState.FUTURE}), _NOTHING)


def _going_on(facts: Sequence[Fact]) -> bool:
    return any(fact.state in {BeadState.DONE, BeadState.PRESENT} for fact in facts)


_NOTHING = Fact(Bead.SEEN, BeadState.FUTURE)
