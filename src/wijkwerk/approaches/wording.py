"""What the places and choices of the schema are called for people, in both languages."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from wijkwerk.approaches.values import Amount, Band, Text

# What is told of a thing beside its name when it stands in a list.
DETAILS: dict[str, tuple[str, ...]] = {
    "Level": ("count", "inhabitants"),
    "Moment": ("year",),
    "Step": ("involvement",),
    "Theme": ("since",),
    "Statement": ("agree_percent",),
    "Evaluation": ("verdict", "voice", "maker", "year"),
    "Plan": ("horizon_years",),
    "Stop": ("kind",),
    "ScopeRule": ("outcome",),
}

# Parts that a heading does not name: the six questions stand above it, and "choices" says nothing.
SILENT = ("options", "objective", "development", "organisation", "politics", "partners", "effect")


@cache
def _words() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def place(path: str) -> Text:
    """What a place of the schema is called: the last name of its path, or a more exact wording."""
    names = _words()["places"]
    parts = path.split(".")
    found = names.get(f"{parts[0]}.{parts[-1]}") or names.get(parts[-1])
    return Text(nl=found[0], en=found[1]) if found else Text(nl=parts[-1])


def heading(path: str) -> Text:
    """A place with the parts it stands in: `budget.proposal.currency` is "gebiedsbudget, voorstel: munt"."""
    parts = path.split(".")
    around = [
        place(".".join(parts[:length])) for length in range(1, len(parts)) if parts[length - 1] not in SILENT
    ]
    last = place(path)
    if not around:
        return last
    return Text(
        nl=f"{', '.join(one.nl for one in around)}: {last.nl}",
        en=f"{', '.join(one.en for one in around)}: {last.en}",
    )


def choice(value: StrEnum) -> Text:
    """What a choice is called."""
    nl, en = _words()["choices"][type(value).__name__][value.value]
    return Text(nl=nl, en=en)


def in_words(value: Any, language: str) -> str:
    """A value as people read it."""
    if isinstance(value, Text):
        return value.within(language)
    if isinstance(value, bool):
        yes, no = ("ja", "nee") if language.startswith("nl") else ("yes", "no")
        return yes if value else no
    if isinstance(value, tuple | Mapping):
        things = value.values() if isinstance(value, Mapping) else value
        separator = "; " if any(hasattr(one, "key") for one in things) else ", "
        return separator.join(in_words(one, language) for one in things)
    if isinstance(value, StrEnum):
        return choice(value).within(language)
    if isinstance(value, int | Decimal):
        return number(value, language)
    if isinstance(value, Amount):
        return f"{value.currency} {number(value.amount, language)}"
    if isinstance(value, Band):
        return _band(value, language)
    power = getattr(value, "power", None)
    if isinstance(power, StrEnum):
        limit = getattr(value, "limit", None)
        return choice(power).within(language) + (f" (≤ {in_words(limit, language)})" if limit else "")
    label = getattr(value, "label", None) or getattr(value, "text", None)
    if not isinstance(label, Text):
        return str(value)
    details = [
        in_words(getattr(value, name), language)
        for name in DETAILS.get(type(value).__name__, ())
        if getattr(value, name) is not None
    ]
    return label.within(language) + (f" ({', '.join(details)})" if details else "")


def number(value: int | Decimal, language: str) -> str:
    """A number with the thousands and decimals of the language; a year stays a year."""
    shown = (
        f"{value:,f}"
        if isinstance(value, Decimal)
        else (f"{value:,}" if abs(value) >= 10_000 else f"{value}")
    )
    return shown.translate(str.maketrans(",.", ".,")) if language.startswith("nl") else shown


def _band(band: Band, language: str) -> str:
    if band.min == band.max and band.min is not None:
        return number(band.min, language)
    dutch = language.startswith("nl")
    if band.min is None or band.max is None:
        word, bound = (
            (("hoogstens", "at most"), band.max)
            if band.min is None
            else (("ten minste", "at least"), band.min)
        )
        return f"{word[0 if dutch else 1]} {'…' if bound is None else number(bound, language)}"
    return f"{number(band.min, language)} {'tot' if dutch else 'to'} {number(band.max, language)}"
