"""Codes of statistical areas: GM0150, WK015001, BU01500101. Text: zeros lead, letters occur (BU0363AA01).

Files write them with or without the two letters in front, padded with blanks, or as numbers that lost their
zeros. The parent of an area is the first part of its code.
"""

from __future__ import annotations

import re

GEMEENTE, WIJK, BUURT = "gemeente", "wijk", "buurt"
# What stands in front, and how many characters follow, from large to small.
STATISTICAL = {GEMEENTE: ("GM", 4), WIJK: ("WK", 6), BUURT: ("BU", 8)}

_REST = re.compile(r"[0-9]{4}[0-9A-Z]{0,4}")
# The code is part of a web address.
_OWN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")
_ABROAD = "0998"


def statistical_code(level: str, written: object) -> str | None:
    """The full code of this level, or None when this cannot be one."""
    prefix, length = STATISTICAL[level]
    if isinstance(written, bool) or not isinstance(written, str | int):
        return None
    rest = str(written).strip().upper().removeprefix(prefix)
    if isinstance(written, int):
        rest = rest.zfill(length)
    return prefix + rest if len(rest) == length and _REST.fullmatch(rest) else None


def own_code(written: object) -> str | None:
    """A code that a municipality made itself, fit for a web address; or None."""
    if isinstance(written, bool) or not isinstance(written, str | int):
        return None
    code = str(written).strip()
    return code if _OWN.fullmatch(code) else None


def containing(code: str) -> tuple[str, ...]:
    """The codes of the statistical areas that contain this one, the nearest first."""
    return tuple(
        prefix + code[2 : 2 + length]
        for prefix, length in reversed(STATISTICAL.values())
        if code[:2] in ("WK", "BU") and length < len(code) - 2
    )


def municipality_of(code: str) -> str:
    """The code of the municipality of a statistical area."""
    return "GM" + code[2:6]


def is_water_or_abroad(level: str, code: str, named: bool) -> bool:
    """Whether a code stands for no inhabited land, in files without a column that says so."""
    if code[2:6] == _ABROAD:
        return True
    numbers = {BUURT: ("9997", "9998"), WIJK: ("99",)}.get(level, ())
    return not named and code[6:].endswith(numbers) if numbers else False
