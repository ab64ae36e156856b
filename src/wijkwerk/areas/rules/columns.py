"""How files name their columns: five families of statistical maps and our own, small or capital letters, `_`
or none.

| family | code | name | inhabitants |
|---|---|---|---|
| shapefile, file geodatabase | BU_CODE | BU_NAAM | AANT_INW |
| national GeoPackage | buurtcode | buurtnaam | aantal_inwoners |
| web feature service | buurtcode | buurtnaam | aantalInwoners |
| ESRI services, older exports | bu_code | bu_naam | aant_inw |
| generalised divisions | statcode | statnaam | – |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wijkwerk.areas.rules.codes import BUURT, GEMEENTE, WIJK

_STATISTICAL_CODES = {
    BUURT: ("buurtcode", "bucode"),
    WIJK: ("wijkcode", "wkcode"),
    GEMEENTE: ("gemeentecode", "gmcode"),
}
_STATISTICAL_NAMES = {
    BUURT: ("buurtnaam", "bunaam"),
    WIJK: ("wijknaam", "wknaam"),
    GEMEENTE: ("gemeentenaam", "gmnaam"),
}
_SHARED = {
    "year": ("jaar", "year", "jrstatcode", "jaarstatcode"),
    "inhabitants": ("aantalinwoners", "aantinw", "ainw", "inwoners", "inhabitants"),
    "water": ("water",),
    "portrait": ("portrait", "portret"),
    "parent": ("parent", "bovenliggend"),
}
# The same maps carry a hundred figures, other ones every year. Those are read elsewhere and left alone here;
# any other column is a mistake in the file, such as a name misspelt.
_FIGURE = re.compile(
    r"aantal|aant|gemiddeld|percentage|perc$|afstand|mediaan|oppervlakte|dichtheid|dichth|stedelijkheid|inkomen"
    r"|huishoud|woning|woz|motor|auto|bedrij|postcode|wijziging|indwbi|mannen|vrouwen|geboorte|sterfte|^oad|^sted"
    r"|^opp|^(?:fid|ogcfid|id|gid|gmlid|objectid\d*|shape.*|geom.*|rubriek|statcode|statnaam|landcode)$"
)
_FIGURE_RAW = re.compile(r"^(?!bu_|wk_|gm_)[a-z]{1,4}_[a-z0-9_]+$", re.IGNORECASE)


def plain(column: str) -> str:
    """A column's name as we compare it."""
    return column.casefold().replace("_", "").strip()


@dataclass(frozen=True)
class Columns:
    """Which column of this file holds what; a missing one is None."""

    code: str | None
    name: str | None
    year: str | None
    inhabitants: str | None
    water: str | None
    portrait: str | None
    parent: str | None
    unknown: tuple[str, ...]
    statistical: str | None  # the statistical level of the codes; None: codes of our own


def columns_for(level: str, names: Iterable[str]) -> Columns:
    """Find the columns for areas of this level among the names of a file."""
    written: Mapping[str, str] = {plain(name): name for name in names}

    def first(*candidates: str) -> str | None:
        return next((written[each] for each in candidates if each in written), None)

    statistical: str | None = level if level in _STATISTICAL_CODES else None
    own = None if statistical else first("code")
    if not statistical and own is None:
        # A published division taken over as our own level: its finest code counts.
        statistical = next((each for each, codes in _STATISTICAL_CODES.items() if first(*codes)), None)
    codes = (*_STATISTICAL_CODES.get(statistical or "", ()), "statcode")
    labels = (*_STATISTICAL_NAMES.get(statistical or "", ()), "statnaam", "naam", "name")
    known = {
        each
        for group in (_STATISTICAL_CODES, _STATISTICAL_NAMES, _SHARED)
        for key in group
        for each in group[key]
    }
    known |= {"code", "name", "naam", "statcode", "statnaam"}
    unknown = tuple(
        name
        for each, name in written.items()
        if each not in known and not _FIGURE.search(each) and not _FIGURE_RAW.match(name)
    )
    found = {key: first(*candidates) for key, candidates in _SHARED.items()}
    return Columns(
        code=own or first(*codes),
        name=first("name", "naam", *labels) if own else first(*labels),
        unknown=unknown,
        statistical=None if own else statistical,
        **found,
    )
