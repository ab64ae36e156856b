"""What is wrong in a file, as values: which feature or line, which column, why. `sentences` words them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Everything that can be wrong with a file of areas, a mapping or a list of streets."""

    UNREADABLE = "unreadable"
    NOT_JSON = "not_json"
    NOT_TOML = "not_toml"
    NO_COLLECTION = "no_collection"
    NOTHING_IN_IT = "nothing_in_it"
    NOT_A_FEATURE = "not_a_feature"
    WRONG_COORDINATES = "wrong_coordinates"
    UNKNOWN_COLUMN = "unknown_column"
    MISSING_COLUMN = "missing_column"
    DOUBLE_COLUMN = "double_column"
    MISSING_VALUE = "missing_value"
    TOO_LONG = "too_long"
    BAD_CODE = "bad_code"
    DOUBLE_CODE = "double_code"
    BAD_LEVEL = "bad_level"
    BAD_NUMBER = "bad_number"
    BAD_WATER = "bad_water"
    BAD_POSTCODE = "bad_postcode"
    UNKNOWN_AREA = "unknown_area"
    NO_MUNICIPALITY = "no_municipality"
    CLASH = "clash"
    NO_OUTLINE = "no_outline"
    WRONG_SHAPE = "wrong_shape"
    OPEN_RING = "open_ring"
    BAD_POSITION = "bad_position"
    OUTSIDE = "outside"
    CROSSES_ITSELF = "crosses_itself"


class Unit(StrEnum):
    """What is counted in this kind of file."""

    FILE = "file"
    FEATURE = "feature"
    LINE = "line"
    AREA = "area"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong: where (the number of the feature or line, from 1), in which column, and what stood
    there.
    """

    kind: Kind
    unit: Unit = Unit.FILE
    number: int = 0
    code: str = ""
    key: str = ""
    value: str = ""


def shown(value: object) -> str:
    """What stood there, short enough for a sentence."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}…"
