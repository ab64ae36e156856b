"""Constraints from what a Pabulib file says about pots, or from a small TOML file."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from wijkwerk.choice.constraints import KEEP, Constraints
from wijkwerk.choice.errors import ChoiceError, SettingError
from wijkwerk.choice.money import parse_decimal
from wijkwerk.choice.pabulib.fields import split_list

PLURAL = {"category": "categories", "neighborhood": "neighborhoods"}
LABEL = {"category": "category", "neighborhood": "area"}


def pots(meta: Mapping[str, str], by: str, scale: int, leftover: str = KEEP) -> Constraints:
    """A pot per category or neighbourhood, out of `budget_per_…` in the order of `categories` or `neighborhoods`."""
    names = split_list(meta.get(PLURAL[by], ""))
    amounts = [parse_decimal(text) for text in split_list(meta.get(f"budget_per_{by}", ""))]
    if not names or len(names) != len(amounts):
        raise SettingError(
            f"The file does not say how the budget is divided: {PLURAL[by]} and budget_per_{by}."
        )
    shares = {
        f"{LABEL[by]}:{name}": _minor(amount, scale) for name, amount in zip(names, amounts, strict=True)
    }
    return Constraints(pots=shares, leftover=leftover)


def constraint_file(path: str, scale: int) -> Constraints:
    """Read constraints; amounts are in whole currency.

    Tables `ceilings`, `floors` and `pots` (label = amount), `requires` (project = [projects]), and the keys
    `exclusive` (a list of lists of projects) and `leftover`.
    """
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read: {error}.") from None
    known = {"ceilings", "floors", "pots", "requires", "exclusive", "leftover"}
    if unknown := sorted(table.keys() - known):
        raise SettingError(f"{path} has an unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}.")
    try:
        return Constraints(
            ceilings=_amounts(table.get("ceilings", {}), scale),
            floors=_amounts(table.get("floors", {}), scale),
            pots=_amounts(table.get("pots", {}), scale),
            leftover=str(table.get("leftover", KEEP)),
            exclusive=tuple(frozenset(map(str, group)) for group in table.get("exclusive", [])),
            requires={name: frozenset(map(str, needs)) for name, needs in table.get("requires", {}).items()},
        )
    except (AttributeError, TypeError):
        raise SettingError(f"{path} has a value of the wrong shape.") from None


def _amounts(table: Mapping[str, Any], scale: int) -> dict[str, int]:
    return {label: _minor(parse_decimal(str(amount)), scale) for label, amount in table.items()}


def _minor(amount: Fraction, scale: int) -> int:
    minor = amount * scale
    if minor.denominator != 1:
        raise ChoiceError(f"{float(amount)} has more decimals than the amounts of the file.")
    return int(minor)
