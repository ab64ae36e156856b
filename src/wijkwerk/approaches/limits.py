"""How much a file may hold: far more than any approach needs, and too little to keep a machine busy or mislead a
reader. What cannot be stated as a value is refused before anything is made of it."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from wijkwerk.approaches.values import Text

MOST_BYTES = 200_000  # the largest of ours has 27,000
MOST_VALUES = 5_000
MOST_CHARACTERS = 4_000
DEEPEST = 12
LONGEST_KEY = 60
HIGHEST = 10**12
MOST_DECIMALS = 6

TOO_LARGE = Text(
    nl=f"dit bestand is te groot: hoogstens {MOST_BYTES} bytes",
    en=f"this file is too large: at most {MOST_BYTES} bytes",
)
TOO_DEEP = Text(
    nl=f"dit staat te diep in elkaar: hoogstens {DEEPEST} lagen",
    en=f"this is nested too deeply: at most {DEEPEST} layers",
)
TOO_MANY = Text(
    nl=f"er staat te veel in dit bestand: hoogstens {MOST_VALUES} waarden",
    en=f"this file holds too much: at most {MOST_VALUES} values",
)
TOO_LONG = Text(
    nl=f"deze tekst is te lang: hoogstens {MOST_CHARACTERS} tekens",
    en=f"this text is too long: at most {MOST_CHARACTERS} characters",
)
# These turn the order of letters around, so that a page reads otherwise than what was adopted.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def trespasses(raw: Any) -> Iterator[tuple[str, Text]]:
    """What a parsed document holds that no approach can: where, and why. Stops where it is too much to go on."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), raw)]
    count = 0
    while waiting:
        path, value = waiting.pop()
        count += 1
        if len(path) > DEEPEST or count > MOST_VALUES:
            yield ".".join(path[:2]), TOO_DEEP if len(path) > DEEPEST else TOO_MANY
            return
        if isinstance(value, dict):
            for name, below in value.items():
                if wrong := _in_text(name):
                    yield ".".join(path) or "?", wrong
                else:
                    waiting.append(((*path, name), below))
        elif isinstance(value, list):
            waiting += [((*path, str(ordinal)), each) for ordinal, each in enumerate(value, start=1)]
        elif isinstance(value, str) and (wrong := _in_text(value)):
            yield ".".join(path), wrong


def _in_text(text: str) -> Text | None:
    if len(text) > MOST_CHARACTERS:
        return TOO_LONG
    found = next((one for one in text if _is_unseen(one)), None)
    if found is None:
        return None
    code = f"U+{ord(found):04X}"
    return Text(
        nl=f"hier staat een onzichtbaar teken ({code})", en=f"an invisible character is here ({code})"
    )


def _is_unseen(one: str) -> bool:
    return one in _TURNING or (unicodedata.category(one) == "Cc" and one not in "\n\t")


def out_of_reach(number: int | Decimal) -> Text | None:
    """Why a number cannot be a value; None when it can."""
    if (isinstance(number, Decimal) and not number.is_finite()) or number < 0:
        return Text(
            nl=f"{number} is kleiner dan nul of geen getal", en=f"{number} is below zero or no number"
        )
    if number > HIGHEST:
        return Text(nl=f"dit getal is te groot: hoogstens {HIGHEST}", en=f"too large: at most {HIGHEST}")
    if isinstance(number, Decimal) and int(number.as_tuple().exponent) < -MOST_DECIMALS:
        return Text(
            nl=f"hoogstens {MOST_DECIMALS} cijfers achter de komma",
            en=f"at most {MOST_DECIMALS} digits after the point",
        )
    return None
