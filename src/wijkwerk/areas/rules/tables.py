"""Reading a table: semicolons, the first line names the columns, UTF-8 or what a Dutch spreadsheet writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wijkwerk.areas.rules.problems import Kind, Problem, Unit, shown


@dataclass
class Table:
    """The rows of a file by line number, and what is wrong with it as a table."""

    rows: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, kind: Kind, line: int = 0, **where: str) -> None:
        """Note a problem, of the file or of one line."""
        self.problems.append(Problem(kind=kind, unit=Unit.LINE if line else Unit.FILE, number=line, **where))


def text_of(data: bytes) -> str:
    """UTF-8 with or without mark; else Windows-1252, which a Dutch spreadsheet still saves as "CSV"."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_table(data: bytes, *, required: Sequence[str], optional: Sequence[str] = ()) -> Table:
    """Read a file whose columns are known; an unknown, missing or double column is a problem."""
    table = Table()
    if b"\0" in data:
        table.wrong(Kind.UNREADABLE)
        return table
    lines = csv.reader(io.StringIO(text_of(data), newline=""), delimiter=";")
    try:
        header = [name.strip().casefold() for name in next(lines, [])]
        for name in dict.fromkeys(header):
            if name not in (*required, *optional):
                table.wrong(Kind.UNKNOWN_COLUMN, 1, key=shown(name), value=", ".join((*required, *optional)))
            if header.count(name) > 1:
                table.wrong(Kind.DOUBLE_COLUMN, 1, key=shown(name))
        for name in required:
            if name not in header:
                table.wrong(Kind.MISSING_COLUMN, key=name, value=shown(", ".join(header)))
        if not table.problems:
            table.rows = list(_rows(lines, header, table))
    except csv.Error as error:
        table.wrong(Kind.UNREADABLE, lines.line_num, value=shown(error))
    if not table.rows and not table.problems:
        table.wrong(Kind.NOTHING_IN_IT)
    return table


def _rows(lines: Any, header: list[str], table: Table) -> Iterator[tuple[int, Mapping[str, str]]]:
    for cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            table.wrong(
                Kind.UNKNOWN_COLUMN, lines.line_num, key=shown(cells[len(header)]), value=", ".join(header)
            )
            continue
        values = [" ".join(cell.split()) for cell in cells]
        yield lines.line_num, dict(zip(header, values + [""] * (len(header) - len(cells)), strict=True))
