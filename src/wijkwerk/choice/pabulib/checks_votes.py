"""VOTES against the format: who voted twice, and which ballots break the limits of META."""

from dataclasses import fields
from fractions import Fraction
from typing import BinaryIO

import numpy as np

from wijkwerk.choice.election import Election
from wijkwerk.choice.limits import Limits, Number
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
    meta, limits = sections.meta, _limits(sections)
    if limits.idle:
        return
    costs: list[Number] = [Fraction(project.cost, election.scale) for project in election.projects]
    if election.scale == 1:  # whole numbers add up far faster
        costs = [project.cost for project in election.projects]
    for (items, points), line in zip(votes.rows, votes.lines, strict=True):
        for breach in limits.breaches([costs[item] for item in items], points):
            level = Level.WARNING if breach.what.startswith("sum") else Level.ERROR
            side = "below min" if breach.least is not None and breach.value < breach.least else "above max"
            field = "points" if "points" in breach.what else "vote"
            findings.add(level, line, field, f"{side}_{breach.what}", str(breach))
    longest = max((len(items) for items, _ in votes.rows), default=0)
    if "max_length" in meta and limits.max_length is not None and votes.rows and longest < limits.max_length:
        findings.warn(sections.meta_lines["max_length"], "max_length", "limit unused", "nobody used it.")


def _limits(sections: Sections) -> Limits:
    """What META limits, as far as it means something for this kind of ballot."""
    known = {field.name: limit(sections.meta.get(field.name)) for field in fields(Limits)}
    if sections.meta["vote_type"] == "choose-1":
        known |= {"min_length": Fraction(1), "max_length": Fraction(1)}
    if sections.meta["vote_type"] != "approval":
        known |= {"min_sum_cost": None, "max_sum_cost": None}
    return Limits(**known)


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
