"""VOTES against the format: who voted twice, and which ballots break the limits of META."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import BinaryIO

import numpy as np

from wijkwerk.choice.election import Election, Row
from wijkwerk.choice.pabulib.fields import VOTES, VOTES_MAY_BE_EMPTY
from wijkwerk.choice.pabulib.findings import Findings, Level
from wijkwerk.choice.pabulib.numbers import limit
from wijkwerk.choice.pabulib.sections import Rows, Sections, marker
from wijkwerk.choice.pabulib.vote_rows import VoteRows


def check_ids(raw: BinaryIO, sections: Sections, findings: Findings) -> None:
    """Refuse a voter who stands in the file twice. Ids are only compared where their marks are the same."""
    marks = np.sort(np.frombuffer(sections.id_marks, dtype=np.int64)) if sections.id_marks else np.zeros(0)
    double = set(marks[1:][marks[1:] == marks[:-1]].tolist())
    if not double:
        return
    raw.seek(0)
    at = sections.vote_columns.index("voter_id") if "voter_id" in sections.vote_columns else 0
    seen: dict[str, int] = {}
    rows = Rows(raw, Findings())
    inside = False
    for row in rows:
        if not inside or len(row) <= at:
            inside = inside or marker(row) == "VOTES"
        elif rows.line > sections.vote_line and hash(row[at]) in double:
            if row[at] in seen:
                message = f"voter {row[at]!r} voted on line {seen[row[at]]} already."
                findings.fatal(rows.line, "voter_id", "voted twice", message)
            seen.setdefault(row[at], rows.line)
    rows.release()


def check_limits(sections: Sections, election: Election, votes: VoteRows, findings: Findings) -> None:
    """Lengths, sums of cost and sums of points. A ballot that breaks them is reported and still counted."""
    limits = _limits(sections, election)
    for what in limits:
        for row, line in zip(votes.rows, votes.lines, strict=True):
            for value in what.values(row):
                if what.least is not None and value < what.least:
                    message = f"{value} is less than min_{what.name}, {what.least}."
                    findings.add(what.level, line, what.field, f"below min_{what.name}", message)
                if what.most is not None and value > what.most:
                    message = f"{value} is more than max_{what.name}, {what.most}."
                    findings.add(what.level, line, what.field, f"above max_{what.name}", message)
    longest = max((len(items) for items, _ in votes.rows), default=0)
    most = limit(sections.meta.get("max_length"))
    if most is not None and votes.rows and longest < most:
        findings.warn(sections.meta_lines["max_length"], "max_length", "limit unused", "nobody used it.")


@dataclass(frozen=True)
class _Limit:
    name: str
    field: str
    level: Level
    values: Callable[[Row], Sequence[int | Fraction]]
    least: Fraction | None
    most: Fraction | None


def _limits(sections: Sections, election: Election) -> list[_Limit]:
    """Only the limits that META sets, and that mean something for this kind of ballot."""
    meta = sections.meta
    costs = [Fraction(project.cost, election.scale) for project in election.projects]
    possible: list[tuple[str, str, Level, Callable[[Row], Sequence[int | Fraction]]]] = [
        ("length", "vote", Level.ERROR, lambda row: (len(row[0]),)),
        (
            "sum_cost",
            "vote",
            Level.WARNING,
            lambda row: (sum((costs[item] for item in row[0]), Fraction(0)),),
        ),
        ("points", "points", Level.ERROR, lambda row: row[1] or ()),
        ("sum_points", "points", Level.WARNING, lambda row: (sum(row[1]),) if row[1] else ()),
    ]
    found = []
    for name, field, level, values in possible:
        least, most = limit(meta.get(f"min_{name}")), limit(meta.get(f"max_{name}"))
        if name == "length" and meta["vote_type"] == "choose-1":
            least = most = Fraction(1)
        if name == "sum_cost" and meta["vote_type"] != "approval":
            continue
        if least is not None or most is not None:
            found.append(_Limit(name, field, level, values, least, most))
    return found


def check_other_columns(sections: Sections, findings: Findings) -> None:
    """The columns beside the vote itself."""
    line = sections.vote_line
    columns = sections.vote_columns
    for column in columns:
        if column not in VOTES:
            findings.error(line, column, "unknown field", "this column is not part of the format.")
    known = [column for column in columns if column in VOTES]
    if known != sorted(known, key=list(VOTES).index):
        findings.warn(line, "VOTES", "order of fields", "the columns are not in the recommended order.")
    for column, values in sections.other_values.items():
        check = VOTES.get(column)
        for value, first in values.items():
            if check is None or value == "None":
                continue
            if not value.strip():
                if column not in VOTES_MAY_BE_EMPTY:
                    findings.error(first, column, "empty field", "this field is empty.")
            elif not check(value.strip()):
                findings.error(first, column, "wrong value", f"{value[:40]!r} is not a value for {column}.")
            elif value != value.strip():
                findings.error(first, column, "spaces", "spaces before or after a value; they are left out.")
