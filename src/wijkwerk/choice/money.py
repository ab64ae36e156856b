"""Exact amounts: decimal text in, whole minor units inside, decimal text out. Never a float."""

import re
from fractions import Fraction

from wijkwerk.choice.errors import ChoiceError

_DECIMAL = re.compile(r"[+-]?\d+(?:\.\d+)?")
WITHDRAWN = 999_999_999
"""The cost, in whole currency, by which Pabulib marks a project that was withdrawn."""


def parse_decimal(text: str) -> Fraction:
    """A plain decimal number as an exact fraction. No exponent, no spaces, at most 12 decimals."""
    text = text.strip()
    if not _DECIMAL.fullmatch(text) or len(text) > 40 or len(text.partition(".")[2]) > 12:
        raise ChoiceError(f"{text[:40]!r} is not a plain decimal number.")
    return Fraction(text)


def scale_of(amounts: list[Fraction]) -> int:
    """The smallest power of ten that turns every amount into a whole number."""
    scale = 1
    while any((amount * scale).denominator != 1 for amount in amounts):
        scale *= 10
    return scale


def as_text(minor: int, scale: int) -> str:
    """Whole currency where possible, else with the decimals that are needed: 2917710.16."""
    whole, rest = divmod(abs(minor), scale)
    sign = "-" if minor < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    decimals = str(rest).zfill(len(str(scale)) - 1).rstrip("0")
    return f"{sign}{whole}.{decimals}"


def as_number(minor: int, scale: int) -> int | float:
    """For JSON: an integer where possible, else the float whose shortest text is exactly this amount."""
    return int(as_text(minor, scale)) if minor % scale == 0 else float(as_text(minor, scale))


def rounded(value: Fraction, digits: int = 6) -> str:
    """A fraction to so many decimals, half up: for showing, never for deciding."""
    unit = 10**digits
    whole = (value * unit * 2 + 1) // 2
    return as_text(int(whole), unit)
