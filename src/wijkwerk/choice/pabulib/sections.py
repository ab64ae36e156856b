"""From bytes to the three sections: META and PROJECTS as they stand, VOTES grouped by what was voted."""

import csv
import io
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from wijkwerk.choice.pabulib.findings import Findings

ORDER = ("META", "PROJECTS", "VOTES")
Row = list[str]
Vote = tuple[str, str]
"""The `vote` cell and the `points` cell, as written."""


@dataclass
class Sections:
    """Raw contents. Line numbers stand beside everything that is checked later."""

    meta: dict[str, str] = field(default_factory=dict)
    meta_lines: dict[str, int] = field(default_factory=dict)
    project_columns: list[str] = field(default_factory=list)
    projects: list[dict[str, str]] = field(default_factory=list)
    project_lines: list[int] = field(default_factory=list)
    vote_columns: list[str] = field(default_factory=list)
    vote_line: int = 0
    votes: dict[Vote, int] = field(default_factory=dict)
    """Distinct votes with the number of voters who gave them."""
    first_line: dict[Vote, int] = field(default_factory=dict)
    voters: list[Row] | None = None
    other_values: dict[str, dict[str, int]] = field(default_factory=dict)
    """Per further column of VOTES: each value with the first line it stands on."""
    id_marks: "array[int]" = field(default_factory=lambda: array("q"))
    """A mark per voter id; only where two are the same need the ids themselves be compared."""


class Rows:
    """Rows of a csv file with their line numbers; a broken file ends them with a fatal finding."""

    def __init__(self, raw: BinaryIO, findings: Findings) -> None:
        self._raw = raw
        self._findings = findings
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="strict", newline="")
        self._text = text  # kept: closing the wrapper would close what the caller opened
        self._reader = csv.reader(text, delimiter=";")
        self.line = 0
        self.broken = False
        """Whether the file ended before its time: what comes after is not known to be missing."""

    def __iter__(self) -> Iterator[Row]:
        reader = self._reader
        try:
            for row in reader:
                self.line = reader.line_num
                yield row
        except UnicodeDecodeError:
            self.broken = True
            line = _undecodable_line(self._raw)
            self._findings.fatal(line, "", "wrong encoding", "the file is not UTF-8 text; save it as UTF-8.")
        except csv.Error as error:
            self.broken = True
            self._findings.fatal(reader.line_num, "", "broken csv", f"this line cannot be read: {error}.")

    def release(self) -> None:
        """Leave the underlying file open."""
        self._text.detach()


def _undecodable_line(raw: BinaryIO) -> int:
    raw.seek(0)
    for number, line in enumerate(raw, start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
    return 0


def marker(row: Row) -> str | None:
    """The section this row opens, if it is a line with nothing but a section's name."""
    name = row[0].strip().upper() if row else ""
    return name if name in ORDER and not any(cell.strip() for cell in row[1:]) else None


def read_sections(raw: BinaryIO, findings: Findings, *, keep_voters: bool) -> Sections:
    """Read the whole file once."""
    found = Sections(voters=[] if keep_voters else None)
    rows = Rows(raw, findings)
    source = iter(rows)
    seen: list[str] = []
    header_due = False
    for row in source:
        if not row:
            findings.warn(rows.line, "", "empty line", "an empty line; it is passed over.")
        elif (name := marker(row)) is not None:
            if row[0] != name:
                findings.error(
                    rows.line, name, "section marker", f"the section should open with just {name}."
                )
            if name in seen:
                findings.fatal(
                    rows.line, name, "double section", f"the section {name} stands twice in the file."
                )
            seen.append(name)
            header_due = True
        elif not seen:
            findings.fatal(rows.line, "", "before sections", "the file must open with a line that says META.")
            break
        elif header_due:
            header_due = False
            _header(found, seen[-1], row, rows.line, findings)
            if seen[-1] == "VOTES" and "vote" in found.vote_columns:
                row_after = _votes(found, rows, source, findings)
                if row_after is not None:
                    name = marker(row_after) or ""
                    findings.fatal(rows.line, name, "section order", f"the section {name} comes after VOTES.")
                    break
        elif seen[-1] == "META":
            _meta(found, row, rows.line, findings)
        elif seen[-1] == "PROJECTS":
            _project(found, row, rows.line, findings)
    rows.release()
    if not rows.broken:
        _check_order(seen, findings)
    return found


def _check_order(seen: list[str], findings: Findings) -> None:
    for name in ORDER:
        if name not in seen:
            findings.fatal(0, name, "missing section", f"the section {name} is missing.")
    if [name for name in ORDER if name in seen] != list(dict.fromkeys(seen)):
        findings.fatal(0, "", "section order", "the sections must come in the order META, PROJECTS, VOTES.")


def _clean(row: Row, line: int, what: str, findings: Findings) -> Row:
    cleaned = [cell.strip() for cell in row]
    if cleaned != row:
        findings.error(line, what, "spaces", "spaces before or after a value; they are left out.")
    return cleaned


def _header(found: Sections, section: str, row: Row, line: int, findings: Findings) -> None:
    columns = [cell.lower() for cell in _clean(row, line, section, findings)]
    if section == "META":
        if columns[:2] != ["key", "value"]:
            findings.fatal(line, "META", "header", "the header of META must be key;value.")
        return
    if len(set(columns)) < len(columns):
        findings.fatal(line, section, "double column", f"a column stands twice in the header of {section}.")
    first, needed = ("project_id", "cost") if section == "PROJECTS" else ("voter_id", "vote")
    if columns[0] != first:
        findings.error(line, section, "first column", f"the first column of {section} should be {first}.")
    for name in (first, needed):
        if name not in columns:
            findings.fatal(line, section, "missing column", f"the column {name} is missing from {section}.")
    if section == "PROJECTS":
        found.project_columns = columns
    else:
        found.vote_columns, found.vote_line = columns, line


def _meta(found: Sections, row: Row, line: int, findings: Findings) -> None:
    row = _clean(row, line, row[0].strip(), findings)
    key, value = row[0], row[1] if len(row) > 1 else ""
    if not key:
        findings.error(line, "META", "empty key", "a line of META without a key.")
        return
    if len(row) > 2 and any(row[2:]):
        findings.warn(line, key, "extra cells", "only the first value of a META line counts.")
    if key in found.meta:
        findings.fatal(line, key, "double key", f"{key} stands twice in META.")
    found.meta[key], found.meta_lines[key] = value, line


def _project(found: Sections, row: Row, line: int, findings: Findings) -> None:
    row = _clean(row, line, "PROJECTS", findings)
    if len(row) > len(found.project_columns):
        findings.warn(
            line, "PROJECTS", "extra cells", "more values than columns; the last ones are left out."
        )
    row += [""] * (len(found.project_columns) - len(row))
    found.projects.append(dict(zip(found.project_columns, row, strict=False)))
    found.project_lines.append(line)


def _votes(found: Sections, rows: Rows, source: Iterator[Row], findings: Findings) -> Row | None:
    """The long section, in one tight loop. Returns the row that opens another section, if there is one."""
    columns = found.vote_columns
    width, vote_at = len(columns), columns.index("vote")
    id_at = columns.index("voter_id") if "voter_id" in columns else 0
    points_at = columns.index("points") if "points" in columns else -1
    others = [
        (at, found.other_values.setdefault(name, {}))
        for at, name in enumerate(columns)
        if at not in (id_at, vote_at, points_at)
    ]
    votes, first_line, marks, kept = found.votes, found.first_line, found.id_marks, found.voters
    for row in source:
        if len(row) != width:
            if not row:
                findings.warn(rows.line, "", "empty line", "an empty line; it is passed over.")
                continue
            if marker(row) is not None:
                return row
            if len(row) > width:
                findings.warn(
                    rows.line, "VOTES", "extra cells", "more values than columns; the last are left out."
                )
            row = (row + [""] * width)[:width]
        vote = (row[vote_at], row[points_at] if points_at >= 0 else "")
        if vote in votes:
            votes[vote] += 1
        else:
            votes[vote] = 1
            first_line[vote] = rows.line
        voter = row[id_at]
        marks.append(hash(voter))
        if not voter or voter[0] == " " or voter[-1] == " ":
            findings.error(
                rows.line, "voter_id", "voter id", "a voter without an id, or with spaces around it."
            )
        for at, values in others:
            if row[at] not in values:
                values[row[at]] = rows.line
        if kept is not None:
            kept.append(row)
    return None
