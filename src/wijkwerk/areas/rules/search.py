"""Finding a place by what someone types: a postcode, a street, a buurt, half of it, or nearly it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cached_property

MOST_CHARACTERS = 100
_POSTCODE = re.compile(r"\b([1-9][0-9]{3}) ?([a-z]{2})\b")
_PART_OF_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[a-z]?")
# A house number with what may follow it: "12", "12a", "12 bis", "12-3".
_HOUSE_NUMBER = re.compile(r" [0-9]{1,5}(?: ?[a-z]{1,4})?(?: [0-9a-z]{1,4})?$")
_NEAR = 0.8


class Fit(IntEnum):
    """How well a place fits what was typed, best first."""

    POSTCODE = 1
    EXACT = 2
    BEGINS = 3
    CONTAINS = 4
    NEARLY = 5


class PlaceKind(IntEnum):
    """What a name names. Of two equal names the larger place comes first."""

    AREA = 1
    BUURT = 2
    STREET = 3


@dataclass(frozen=True, kw_only=True)
class Place:
    """Something that can be found: its name, and the rows of the area and buurt it lies in."""

    kind: PlaceKind
    name: str
    area: int | None = None
    buurt: int | None = None
    lon: float | None = None
    lat: float | None = None
    postcode: str = ""


def plain(text: str) -> str:
    """Small letters without accents; anything that is no letter or figure becomes one blank."""
    letters = unicodedata.normalize("NFKD", text[:MOST_CHARACTERS]).casefold()
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^\w]|_", " ", kept).split())


@dataclass(frozen=True)
class Book:
    """All places of a site, ready to be looked through without a query."""

    places: Sequence[Place]

    @cached_property
    def _by_name(self) -> dict[str, list[Place]]:
        return _grouped((plain(place.name), place) for place in self.places)

    @cached_property
    def _by_postcode(self) -> dict[str, list[Place]]:
        return _grouped((place.postcode.lower(), place) for place in self.places if place.postcode)

    def look_up(self, text: str) -> tuple[Fit | None, list[Place]]:
        """The places that fit best, areas before buurten before streets; none when nothing comes near."""
        typed = plain(text)
        if not typed:
            return None, []
        if found := self._with_postcode(typed):
            return Fit.POSTCODE, found
        for wanted in dict.fromkeys([typed, _HOUSE_NUMBER.sub("", typed)]):
            if places := self._by_name.get(wanted):
                return Fit.EXACT, _in_order(places)
        street = _HOUSE_NUMBER.sub("", typed)
        if _PART_OF_POSTCODE.fullmatch(typed):
            part = typed.replace(" ", "")
            codes = [code for code in self._by_postcode if code.startswith(part)]
            if codes:
                return Fit.BEGINS, _in_order(place for code in codes for place in self._by_postcode[code])
        return self._by_part(street)

    def _with_postcode(self, typed: str) -> list[Place]:
        found = _POSTCODE.search(typed)
        places = self._by_postcode.get(found[1] + found[2], []) if found else []
        if len(places) > 1 and found:
            # Several streets share a postcode: the rest of what was typed may say which.
            rest = _HOUSE_NUMBER.sub("", plain(typed.replace(found[0], " ")))
            places = [place for place in places if rest and plain(place.name) in rest] or places
        return _in_order(places)

    def _by_part(self, typed: str) -> tuple[Fit | None, list[Place]]:
        if len(typed) < 2:
            return None, []
        names = self._by_name
        for fit, names_found in (
            (Fit.BEGINS, [name for name in names if name.startswith(typed) or f" {typed}" in name]),
            (Fit.CONTAINS, [name for name in names if len(typed) > 2 and typed in name]),
            (Fit.NEARLY, _nearly(typed, names)),
        ):
            if names_found:
                return fit, _in_order(place for name in names_found for place in names[name])
        return None, []


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, list[Place]]:
    groups: dict[str, list[Place]] = {}
    for key, place in pairs:
        groups.setdefault(key, []).append(place)
    return groups


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.kind, place.name, place.postcode))


def _nearly(typed: str, names: Iterable[str]) -> list[str]:
    """Names that differ by a letter or so, the nearest only: a typing error, not another street."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    best: list[str] = []
    most = _NEAR
    for name in names:
        if abs(len(name) - len(typed)) > 3:
            continue
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() < most or matcher.quick_ratio() < most:
            continue
        ratio = matcher.ratio()
        if ratio > most:
            best, most = [name], ratio
        elif ratio == most:
            best.append(name)
    return best
