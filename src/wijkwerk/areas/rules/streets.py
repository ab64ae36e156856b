"""Reading a list of streets: `postcode;street;area;buurt;lon;lat`, one line per street and postcode."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite

from wijkwerk.areas.rules.codes import BUURT, statistical_code
from wijkwerk.areas.rules.outlines import EAST, NORTH, SOUTH, WEST
from wijkwerk.areas.rules.problems import Kind, Problem, shown
from wijkwerk.areas.rules.tables import Table, read_table

REQUIRED = ("postcode", "street", "lon", "lat")
OPTIONAL = ("area", "buurt")
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Za-z]{2})")
_LONGEST_STREET = 120


@dataclass(frozen=True, kw_only=True)
class Street:
    """A street within one postcode, and the codes of area and buurt it lies in, where the list says so."""

    line: int
    postcode: str
    street: str
    area: str
    buurt: str
    lon: float
    lat: float


@dataclass
class Streets:
    """What a list held. With any problem, nothing of it may be used."""

    rows: list[Street] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def full_postcode(text: str) -> str | None:
    """1234AB out of "1234 ab", or None when this is no whole postcode."""
    found = _POSTCODE.fullmatch(text.strip())
    return (found[1] + found[2]).upper() if found else None


def read_streets(data: bytes) -> Streets:
    """Read a list of streets."""
    table = read_table(data, required=REQUIRED, optional=OPTIONAL)
    rows: list[Street] = []
    first: dict[tuple[str, str], int] = {}
    for line, row in table.rows:
        postcode = full_postcode(row["postcode"])
        if postcode is None:
            table.wrong(Kind.BAD_POSTCODE, line, key="postcode", value=shown(row["postcode"]))
        if not row["street"]:
            table.wrong(Kind.MISSING_VALUE, line, key="street")
        if len(row["street"]) > _LONGEST_STREET:
            table.wrong(Kind.TOO_LONG, line, key="street", value=f"{len(row['street'])} > {_LONGEST_STREET}")
        written = row.get("buurt", "")
        buurt = statistical_code(BUURT, written) if written else ""
        if buurt is None:
            table.wrong(Kind.BAD_CODE, line, key="buurt", value=shown(written))
        lon, lat = _degrees(row["lon"], line, "lon", table), _degrees(row["lat"], line, "lat", table)
        if lon is None or lat is None:
            continue
        if not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
            table.wrong(Kind.OUTSIDE, line, key="lon", value=f"{lon}, {lat}")
        key = (postcode or "", row["street"].casefold())
        if key in first:
            table.wrong(
                Kind.DOUBLE_CODE, line, key="street", code=shown(row["street"]), value=str(first[key])
            )
        first.setdefault(key, line)
        rows.append(
            Street(
                line=line,
                postcode=postcode or "",
                street=row["street"],
                area=row.get("area", ""),
                buurt=buurt or "",
                lon=lon,
                lat=lat,
            )
        )
    return Streets(rows, table.problems)


def _degrees(written: str, line: int, key: str, table: Table) -> float | None:
    """Decimal point or comma."""
    try:
        number = float(written.replace(",", "."))
        if isfinite(number):
            return number
    except ValueError:
        pass
    table.wrong(Kind.BAD_NUMBER, line, key=key, value=shown(written))
    return None
