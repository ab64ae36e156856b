"""The eight beads, and how facts of many things become one string of beads. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    """What one thing says about one bead: done on a day, going on with a line, stopped or not needed with why.

    `summary` says the same in a whole sentence, for the top of a page. `aside`: this is the thing's own short way; it
    says nothing of what came of the thing once something else carries it on.
    """

    bead: Bead
    state: BeadState
    thing_id: int = 0
    on: date | None = None
    line: Text = ""
    expected: Text = ""
    why: Text = ""
    summary: Text = ""
    aside: bool = False


@dataclass(frozen=True)
class BeadView:
    """One bead as shown. `earlier`: done before the page's thing joined. `afterwards`: paid after the work."""

    bead: Bead
    state: BeadState
    date: date | None = None
    line: Text = ""
    expected: Text = ""
    why: Text = ""
    current: bool = field(default=False)
    summary: Text = ""
    earlier: bool = False
    afterwards: bool = False


def string_of_beads(
    facts: Iterable[Fact], current: Bead | None = None, since: date | None = None
) -> list[BeadView]:
    """Eight beads from all facts of one strand.

    A bead is done when one of its things is and none is still going on. The present one is the furthest at which
    something goes on, else the first that is still to come. What was passed over is skipped. Where something stopped
    the thread and nothing goes on, that bead is stopped, and what lies open around it does not come. `current` marks
    the bead of the page's own thing; what was done before `since`, the day on which that thing joined, was earlier.
    """
    by_bead: dict[Bead, list[Fact]] = {bead: [] for bead in Bead}
    for fact in facts:
        by_bead[fact.bead].append(fact)
    stop = _stop(by_bead)
    going_on = [bead for bead in Bead if any(fact.state is BeadState.PRESENT for fact in by_bead[bead])]
    settled = _all_settled({bead: facts for bead, facts in by_bead.items() if bead not in going_on})
    present = None if stop else _present(settled, going_on)
    passed = max([*settled, present or Bead.SEEN])
    views = []
    for bead in Bead:
        open_one, found = _open(by_bead[bead]), settled.get(bead)
        if stop is not None and bead is stop.bead:
            view = _view(bead, BeadState.STOPPED, stop)
        elif found is not None:
            view = _view(bead, found.state, found)
        elif bead is present:
            view = _view(bead, BeadState.PRESENT, open_one)
        elif stop is not None:
            view = BeadView(bead, BeadState.SKIPPED)
        elif bead in going_on or bead > passed:
            view = _view(bead, BeadState.FUTURE, open_one)
        else:
            # What was passed over because later beads are done is not what is going on now.
            view = BeadView(bead, BeadState.SKIPPED, None, open_one.line, why=open_one.why)
        views.append(replace(view, current=bead is current))
    return marked(views, since)


def marked(views: Sequence[BeadView], since: date | None) -> list[BeadView]:
    """The same beads, where two days may run backwards: done before the page's thing joined; paid after the work."""
    days = {view.bead: view.date for view in views if view.state is BeadState.DONE and view.date}
    worked = [day for bead, day in days.items() if bead > Bead.PAID]
    return [
        replace(
            view,
            earlier=since is not None and view.bead in days and days[view.bead] < since,
            afterwards=view.bead is Bead.PAID
            and view.bead in days
            and min(worked, default=date.max) < days[view.bead],
        )
        for view in views
    ]


def _view(bead: Bead, state: BeadState, fact: Fact) -> BeadView:
    shown = fact.on if state in {BeadState.DONE, BeadState.STOPPED} else None
    expected = fact.expected if state in {BeadState.PRESENT, BeadState.FUTURE} else ""
    return BeadView(bead, state, shown, fact.line, expected, fact.why, summary=fact.summary)


def _all_settled(by_bead: Mapping[Bead, Sequence[Fact]]) -> dict[Bead, Fact]:
    """What settles each bead, the dates running on where they can."""
    found: dict[Bead, Fact] = {}
    reached = date.min
    for bead, facts in by_bead.items():
        fact = _settled(facts, reached)
        if fact is not None:
            found[bead] = fact
            if fact.state is BeadState.DONE and bead is not Bead.PAID:  # the bill may come after the work
                reached = max(reached, fact.on or reached)
    return found


def _present(settled: Mapping[Bead, Fact], going_on: Sequence[Bead]) -> Bead | None:
    if going_on:
        return going_on[-1]
    done = max(settled, default=Bead.SEEN)
    return next((bead for bead in Bead if bead not in settled and bead >= done), None)


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
