"""Everything the page tells about a file, counted within the time that one visitor may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Final

from wijkwerk.choice import (
    ApprovalBallot,
    Ballot,
    Outcome,
    PabulibFile,
    PointsBallot,
    RankedBallot,
    Settings,
    count,
    patience,
)
from wijkwerk.choice.document.writer import Source, Writer
from wijkwerk.choice.errors import ChoiceError, OutOfTime
from wijkwerk.choice.explain.change import Change, cost_that_turns, smallest_change, votes_that_turn
from wijkwerk.choice.explain.compare import Column, column, usual_rules
from wijkwerk.choice.explain.projects import ProjectExplanation, explain_projects
from wijkwerk.choice.explain.receipt import Receipt, Receipts
from wijkwerk.choice.pabulib.fields import split_list
from wijkwerk.choice.pabulib.remarks import remark

SECONDS: Final = 6.0
"""For reading and counting. Without an outcome in this time there is a sentence instead."""
SECONDS_PER_RULE: Final = 1.0
SECONDS_FOR_CHANGES: Final = 2.0
SECONDS_FOR_ONE: Final = 5.0
"""For each half of a question about one project: votes, and cost."""
WAIT: Final = 3.0
_ONE_AT_A_TIME = Lock()


class Busy(ChoiceError):
    """Somebody else's file is being counted."""


@dataclass(frozen=True)
class Counted:
    """A file with its outcome and what there was time for beside it."""

    file: PabulibFile
    outcome: Outcome
    writer: Writer
    explained: tuple[ProjectExplanation, ...]
    slow: tuple[Settings, ...]
    """Rules that took too long beside this one."""
    changes: tuple[Change, ...] = ()
    all_changes: bool = True
    one_change: Change | None = None
    receipt: Receipt | None = None


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A process counts one file at a time, so that counting cannot take the place of all other pages."""
    if not _ONE_AT_A_TIME.acquire(timeout=WAIT):
        raise Busy("Somebody else's file is being counted.")
    try:
        yield
    finally:
        _ONE_AT_A_TIME.release()


def tell(
    raw: bytes,
    file: PabulibFile,
    settings: Settings,
    *,
    name: str,
    language: str,
    voter: str = "",
    project: str = "",
    changes: bool = True,
) -> Counted:
    """Count, and then, as long as there is time: the other rules, one ballot, the smallest changes."""
    with patience.at_most(SECONDS):
        outcome = count(file.election, settings)
    columns, slow = _beside(outcome)
    remarks = tuple(remark(finding, language) for finding in file.findings)
    source = Source(name, sha256(raw).hexdigest(), file.meta.get("description", ""), remarks)
    explained = explain_projects(outcome)
    found, complete = _changes(outcome, explained) if changes and not project else ((), True)
    return Counted(
        file=file,
        outcome=outcome,
        writer=Writer(outcome, source, columns, language),
        explained=explained,
        slow=slow,
        changes=found,
        all_changes=complete,
        one_change=_one(outcome, project) if project else None,
        receipt=receipt_of(file, outcome, voter) if voter else None,
    )


def _beside(outcome: Outcome) -> tuple[tuple[Column, ...], tuple[Settings, ...]]:
    columns, slow = [column(outcome)], []
    for settings in usual_rules(outcome.settings)[1:]:
        try:
            with patience.at_most(SECONDS_PER_RULE):
                columns.append(column(count(outcome.election, settings, alternatives=False)))
        except ChoiceError:
            slow.append(settings)
    return tuple(columns), tuple(slow)


def _changes(outcome: Outcome, explained: tuple[ProjectExplanation, ...]) -> tuple[tuple[Change, ...], bool]:
    """For as many projects as there is time for: those that lacked least, then the last ones in."""
    lost = [value for value in explained if not value.funded and value.votes]
    lost.sort(key=lambda value: (-(value.covered or 0), -value.votes))
    won = [value for value in explained if value.funded][::-1]
    found: list[Change] = []
    try:
        with patience.at_most(SECONDS_FOR_CHANGES):
            for value in [each for pair in _in_turns(lost, won) for each in pair]:
                found.append(smallest_change(outcome, value.project))
    except OutOfTime:
        return tuple(found), False
    return tuple(found), True


def _in_turns(
    one: list[ProjectExplanation], other: list[ProjectExplanation]
) -> Iterator[list[ProjectExplanation]]:
    for at in range(max(len(one), len(other))):
        yield [*one[at : at + 1], *other[at : at + 1]]


def _one(outcome: Outcome, project: str) -> Change | None:
    if project not in outcome.election.place:
        return None
    votes, cost = (_in_time(find, outcome, project) for find in (votes_that_turn, cost_that_turns))
    return Change(project, project in outcome.winners, cost, votes)


def _in_time(find: Callable[[Outcome, str], int | None], outcome: Outcome, project: str) -> int | None:
    try:
        with patience.at_most(SECONDS_FOR_ONE):
            return find(outcome, project)
    except OutOfTime:
        return None


def receipt_of(file: PabulibFile, outcome: Outcome, voter: str) -> Receipt | None:
    """What the ballot of this voter did; None for a voter who is not in the file."""
    if file.voters is None or "voter_id" not in file.vote_columns:
        return None
    row = next((row for row in file.voters if row[file.vote_columns.index("voter_id")] == voter), None)
    return None if row is None else Receipts(outcome).of_ballot(_ballot(file, row))


def _ballot(file: PabulibFile, row: Sequence[str]) -> Ballot:
    cells = dict(zip(file.vote_columns, row, strict=False))
    names = split_list(cells.get("vote", ""))
    if file.election.kind.has_points:
        points = [int(part) for part in split_list(cells.get("points", ""))]
        return PointsBallot(dict(zip(names, points, strict=False)))
    if file.election.kind.has_order:
        return RankedBallot(tuple(names))
    return ApprovalBallot(frozenset(names))
