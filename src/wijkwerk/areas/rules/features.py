"""Reading a GeoJSON file of areas: every feature checked, everything wrong said at once, nothing guessed."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from wijkwerk.areas.rules import outlines
from wijkwerk.areas.rules.codes import STATISTICAL, is_water_or_abroad, own_code, statistical_code
from wijkwerk.areas.rules.columns import Columns, columns_for
from wijkwerk.areas.rules.problems import Kind, Problem, Unit, shown

# Publishers write -99995, -99997 or -99999999 for a number that is unknown or secret.
MISSING = -99990
_LONGEST_NAME, _LONGEST_PORTRAIT = 120, 300
# The buurten of the whole country are 100 MB.
_MOST_BYTES = 1 << 30
_CRS_OF_WGS84 = ("CRS84", "EPSG:4326", "EPSG::4326", "OGC:1.3")


@dataclass(frozen=True, kw_only=True)
class AreaFeature:
    """One area as a file, or the demo, gives it."""

    code: str
    name: str
    geometry: dict[str, Any] | None = None
    year: int | None = None
    inhabitants: int | None = None
    short_name: str = ""
    portrait: str = ""
    parent: str = ""
    drawn: bool = False
    number: int = 0


@dataclass
class Reading:
    """What a file held. With any problem, nothing of it may be used."""

    features: list[AreaFeature] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    water: int = 0
    without_code: list[tuple[int, str]] = field(default_factory=list)

    def wrong(self, kind: Kind, number: int = 0, **where: str) -> None:
        """Note a problem, of the file or of one feature."""
        self.problems.append(
            Problem(kind=kind, unit=Unit.FEATURE if number else Unit.FILE, number=number, **where)
        )


def read_areas(data: bytes, *, level: str) -> Reading:
    """Read a file (plain or gzip) with areas of one level."""
    reading = Reading()
    collection = _collection(data, reading)
    if collection is None:
        return reading
    features = list(_features(collection, reading))
    if not features:
        return reading
    names = {name: number for number, feature in reversed(features) for name in feature["properties"]}
    columns = columns_for(level, names)
    for name in columns.unknown:
        reading.wrong(Kind.UNKNOWN_COLUMN, names[name], key=name)
    if columns.code is None or columns.name is None:
        own = ("code", "name") if level not in STATISTICAL else (f"{level}code", f"{level}naam")
        missing = own[0] if columns.code is None else own[1]
        reading.wrong(Kind.MISSING_COLUMN, key=missing, value=", ".join(sorted(names)[:8]))
        return reading
    tidied = [
        area for number, feature in features if (area := _area(number, feature, columns, reading)) is not None
    ]
    _check_doubles(tidied, reading)
    drawn = [area for area in tidied if area.geometry is not None]
    for place, where in outlines.crossings([area.geometry for area in drawn if area.geometry]).items():
        reading.wrong(
            Kind.CROSSES_ITSELF, drawn[place].number, code=drawn[place].code, key="geometry", value=where
        )
    if not tidied and not reading.problems:
        reading.wrong(Kind.NOTHING_IN_IT)
    reading.features = tidied
    reading.problems.sort(key=lambda problem: problem.number)
    return reading


def _plain(data: bytes) -> bytes:
    """The file itself; OSError where it unpacks to more than any file of areas holds."""
    if data[:2] != b"\x1f\x8b":
        return data
    with gzip.open(io.BytesIO(data)) as packed:
        plain = packed.read(_MOST_BYTES + 1)
    if len(plain) > _MOST_BYTES:
        raise OSError(f"more than {_MOST_BYTES:,} bytes")
    return plain


def _collection(data: bytes, reading: Reading) -> Mapping[str, Any] | None:
    try:
        text = _plain(data).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        reading.wrong(Kind.UNREADABLE, value=shown(error))
        return None
    try:
        collection = json.loads(text)
    except json.JSONDecodeError as error:
        reading.wrong(Kind.NOT_JSON, value=f"{error.lineno}:{error.colno}")
        return None
    except RecursionError:
        reading.wrong(Kind.NOT_JSON)
        return None
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        reading.wrong(Kind.NO_COLLECTION)
        return None
    crs = collection.get("crs")
    if crs is not None and not any(name in json.dumps(crs) for name in _CRS_OF_WGS84):
        reading.wrong(Kind.WRONG_COORDINATES, key="crs", value=shown(json.dumps(crs)))
        return None
    return collection


def _features(collection: Mapping[str, Any], reading: Reading) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not collection["features"]:
        reading.wrong(Kind.NOTHING_IN_IT)
    for number, feature in enumerate(collection["features"], start=1):
        if isinstance(feature, dict) and isinstance(feature.get("properties"), dict):
            yield number, feature
        else:
            reading.wrong(Kind.NOT_A_FEATURE, number)


def _area(number: int, feature: Mapping[str, Any], columns: Columns, reading: Reading) -> AreaFeature | None:
    """One feature checked; None when it is water, or so wrong that nothing can be made of it."""
    values: Mapping[str, Any] = feature["properties"]

    def value(column: str | None) -> Any:
        held = values.get(column) if column else None
        return held.strip() if isinstance(held, str) else held

    water = value(columns.water)
    if str(water).upper() in ("JA", "B"):
        reading.water += 1
        return None
    written = value(columns.code)
    code = statistical_code(columns.statistical, written) if columns.statistical else own_code(written)
    name = value(columns.name)
    unsaid = code and columns.statistical and columns.water is None
    if unsaid and is_water_or_abroad(columns.statistical or "", code or "", bool(name)):
        reading.water += 1
        return None
    if columns.code in values and written is None and name:
        # Older divisions hold areas that have no code any more: said, not guessed, and no reason to refuse
        # the rest.
        reading.without_code.append((number, str(name)))
        return None
    if columns.water and str(water or "NEE").upper() != "NEE":
        reading.wrong(Kind.BAD_WATER, number, code=code or "", key=columns.water, value=shown(water))
    if code is None:
        empty = written in (None, "")
        kind = Kind.MISSING_VALUE if empty else Kind.BAD_CODE
        reading.wrong(kind, number, key=columns.code or "", value="" if empty else shown(written))
        return None
    return AreaFeature(
        number=number,
        code=code,
        name=_text(name, _LONGEST_NAME, number, code, columns.name, reading) or code,
        geometry=_outline(feature.get("geometry"), number, code, reading),
        year=_year(value(columns.year), number, code, columns.year, reading),
        inhabitants=_count(value(columns.inhabitants), number, code, columns.inhabitants, reading),
        portrait=_text(value(columns.portrait), _LONGEST_PORTRAIT, number, code, columns.portrait, reading),
        parent=str(value(columns.parent) or ""),
    )


def _outline(written: object, number: int, code: str, reading: Reading) -> dict[str, Any] | None:
    geometry, complaint = outlines.tidy(written)
    if complaint:
        kind, what = complaint
        reading.wrong(kind, number, code=code, key="geometry", value=what)
    return geometry


def _text(written: object, most: int, number: int, code: str, key: str | None, reading: Reading) -> str:
    text = "" if written is None else " ".join(str(written).split())
    if len(text) > most:
        reading.wrong(Kind.TOO_LONG, number, code=code, key=key or "", value=f"{len(text)} > {most}")
    return text


def _count(written: object, number: int, code: str, key: str | None, reading: Reading) -> int | None:
    """A number of people; what stands for missing becomes None."""
    if written is None or written in ("", "."):
        return None
    try:
        if isinstance(written, bool):
            raise ValueError
        count = float(str(written))
        if count <= MISSING:
            return None
        if count < 0 or not count.is_integer():
            raise ValueError
    except (ValueError, OverflowError):
        reading.wrong(Kind.BAD_NUMBER, number, code=code, key=key or "", value=shown(written))
        return None
    return int(count)


def _year(written: object, number: int, code: str, key: str | None, reading: Reading) -> int | None:
    """A year, also out of "2021BU02330101"."""
    if written in (None, ""):
        return None
    year = str(written)[:4]
    if year.isdecimal() and 1900 <= int(year) <= 2100:
        return int(year)
    reading.wrong(Kind.BAD_NUMBER, number, code=code, key=key or "", value=shown(written))
    return None


def _check_doubles(areas: list[AreaFeature], reading: Reading) -> None:
    first: dict[str, int] = {}
    for area in areas:
        if area.code in first:
            reading.wrong(Kind.DOUBLE_CODE, area.number, code=area.code, value=str(first[area.code]))
        first.setdefault(area.code, area.number)
