"""Own working areas put together from statistical buurten, by a table or a TOML file.

The table has a line per buurt: `buurt_code;area_code;area_name;level`. TOML can say more:

    [[areas]]
    code = "voorstad"
    name = "Voorstad"
    level = "district"
    portrait = "Arbeidersbuurten rond de Rielerweg."
    buurten = ["BU01500401", "BU01500402"]
    outline = {type = "Polygon", coordinates = [[[6.1, 52.2], …]]}    # else: around the buurten
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wijkwerk.areas.rules import outlines
from wijkwerk.areas.rules.codes import BUURT, STATISTICAL, own_code, statistical_code
from wijkwerk.areas.rules.problems import Kind, Problem, Unit, shown
from wijkwerk.areas.rules.tables import read_table

COLUMNS = ("buurt_code", "area_code", "area_name", "level")
KEYS = ("code", "name", "short_name", "level", "portrait", "buurten", "outline", "drawn")
_LONGEST = {"short_name": 40, "portrait": 300}
_LEVEL = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, kw_only=True)
class WorkingArea:
    """An area of our own and the buurten it is made of. Without `geometry` its outline goes around those."""

    code: str
    name: str
    level: str
    members: tuple[str, ...]
    short_name: str = ""
    portrait: str = ""
    geometry: dict[str, Any] | None = None
    drawn: bool = False


@dataclass
class AreaMapping:
    """What a mapping file held. With any problem, nothing of it may be used."""

    areas: list[WorkingArea] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_own_level(level: str) -> bool:
    """Whether this can be the key of a level in an approach."""
    return bool(_LEVEL.fullmatch(level)) and level not in STATISTICAL


def read_mapping(data: bytes, *, toml: bool) -> AreaMapping:
    """Read a mapping; `toml` says which of the two forms it has."""
    mapping = _read_toml(data) if toml else _read_table(data)
    mapping.problems += _doubles(mapping.areas)
    mapping.problems.sort(key=lambda problem: (problem.number == 0, problem.number))
    return mapping


def _read_table(data: bytes) -> AreaMapping:
    table = read_table(data, required=COLUMNS)
    said: dict[str, tuple[int, str, str]] = {}
    members: dict[str, list[str]] = {}
    for line, row in table.rows:
        for key in COLUMNS:
            if not row[key]:
                table.wrong(Kind.MISSING_VALUE, line, key=key)
        buurt, code = statistical_code(BUURT, row["buurt_code"]), own_code(row["area_code"])
        if row["buurt_code"] and buurt is None:
            table.wrong(Kind.BAD_CODE, line, key="buurt_code", value=shown(row["buurt_code"]))
        if row["area_code"] and code is None:
            table.wrong(Kind.BAD_CODE, line, key="area_code", value=shown(row["area_code"]))
        if row["level"] and not is_own_level(row["level"]):
            table.wrong(Kind.BAD_LEVEL, line, key="level", value=shown(row["level"]))
        if buurt is None or code is None:
            continue
        first, name, level = said.setdefault(code, (line, row["area_name"], row["level"]))
        for key, here, there in (("area_name", row["area_name"], name), ("level", row["level"], level)):
            if here != there:
                table.wrong(
                    Kind.CLASH, line, code=code, key=key, value=f"{shown(here)} / {shown(there)} ({first})"
                )
        members.setdefault(code, []).append(buurt)
    areas = [
        WorkingArea(code=code, name=name, level=level, members=tuple(members[code]))
        for code, (_line, name, level) in said.items()
    ]
    return AreaMapping(areas, table.problems)


def _read_toml(data: bytes) -> AreaMapping:
    try:
        entries = tomllib.loads(data.decode("utf-8-sig")).get("areas")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return AreaMapping(problems=[Problem(kind=Kind.NOT_TOML, value=shown(error))])
    if not isinstance(entries, list) or not entries:
        return AreaMapping(problems=[Problem(kind=Kind.NOTHING_IN_IT)])
    mapping = AreaMapping()
    for number, entry in enumerate(entries, start=1):
        area, problems = _entry(number, entry)
        mapping.problems += problems
        if area:
            mapping.areas.append(area)
    return mapping


def _entry(number: int, entry: object) -> tuple[WorkingArea | None, list[Problem]]:
    problems: list[Problem] = []

    def wrong(kind: Kind, key: str, value: object = "") -> None:
        problems.append(
            Problem(kind=kind, unit=Unit.AREA, number=number, code=code or "", key=key, value=shown(value))
        )

    code: str | None = None
    if not isinstance(entry, Mapping):
        wrong(Kind.MISSING_VALUE, "code")
        return None, problems
    code = own_code(entry.get("code"))
    if code is None:
        wrong(Kind.BAD_CODE if entry.get("code") else Kind.MISSING_VALUE, "code", entry.get("code", ""))
    for key in entry.keys() - set(KEYS):
        wrong(Kind.UNKNOWN_COLUMN, key, ", ".join(KEYS))
    name, level = str(entry.get("name", "")).strip(), str(entry.get("level", ""))
    if not name:
        wrong(Kind.MISSING_VALUE, "name")
    if not is_own_level(level):
        wrong(Kind.BAD_LEVEL, "level", level)
    written = entry.get("buurten")
    members = [statistical_code(BUURT, each) for each in written] if isinstance(written, Sequence) else []
    if not members:
        wrong(Kind.MISSING_VALUE, "buurten")
    for each, member in zip(written or (), members, strict=False):
        if member is None:
            wrong(Kind.BAD_CODE, "buurten", each)
    geometry = None
    if "outline" in entry:
        geometry, complaint = outlines.tidy(entry["outline"])
        if complaint:
            wrong(complaint[0], "outline", complaint[1])
        elif geometry and (where := outlines.crossings([geometry])):
            wrong(Kind.CROSSES_ITSELF, "outline", where[0])
    texts = {key: str(entry.get(key, "")).strip() for key in _LONGEST}
    for key, text in (*texts.items(), ("name", name)):
        if len(text) > _LONGEST.get(key, 120):
            wrong(Kind.TOO_LONG, key, f"{len(text)} > {_LONGEST.get(key, 120)}")
    area = WorkingArea(
        code=code or "",
        name=name,
        level=level,
        members=tuple(each for each in members if each),
        short_name=texts["short_name"],
        portrait=texts["portrait"],
        geometry=geometry,
        drawn=bool(entry.get("drawn", geometry is not None)),
    )
    return (None if problems else area), problems


def _doubles(areas: Sequence[WorkingArea]) -> list[Problem]:
    """A buurt in two areas, or twice in one; two entries for one area."""
    problems = []
    home: dict[str, str] = {}
    codes: set[str] = set()
    for area in areas:
        if area.code in codes:
            problems.append(Problem(kind=Kind.DOUBLE_CODE, code=area.code, key="code", value=area.code))
        codes.add(area.code)
        for member in area.members:
            if member in home:
                where = f"{home[member]}, {area.code}"
                problems.append(Problem(kind=Kind.CLASH, code=member, key="buurt_code", value=where))
            home[member] = area.code
    return problems
