"""Every place and choice of the schema has words in both languages, and none is left over."""

import typing
from dataclasses import is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from wijkwerk.approaches import Amount, Approach, Band, Text
from wijkwerk.approaches.schema import Involvement
from wijkwerk.approaches.trail import hints, required
from wijkwerk.approaches.values import Currency
from wijkwerk.approaches.wording import _words, heading, in_words


def schema() -> tuple[set[str], set[type[StrEnum]]]:
    """All field names and all enumerations reachable from an approach."""
    names: set[str] = set()
    choices: set[type[StrEnum]] = set()
    seen: set[Any] = {Text}

    def walk(hint: Any) -> None:
        hint = required(hint)
        for part in typing.get_args(hint):
            walk(part)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            choices.add(hint)
        if is_dataclass(hint) and hint not in seen:
            seen.add(hint)
            for name, below in hints(hint).items():
                names.add(name)
                walk(below)

    walk(Approach)
    return names, choices


NAMES, CHOICES = schema()


def test_every_place_has_words_and_no_words_are_left_over() -> None:
    told = {name.rpartition(".")[2] for name in _words()["places"]}
    assert told == NAMES


def test_every_choice_has_words_and_no_words_are_left_over() -> None:
    told = {name: set(choices) for name, choices in _words()["choices"].items()}
    assert told == {each.__name__: {member.value for member in each} for each in CHOICES}


def test_all_words_are_in_two_languages() -> None:
    words = [
        *_words()["places"].values(),
        *(pair for each in _words()["choices"].values() for pair in each.values()),
    ]
    assert all(len(pair) == 2 and all(pair) for pair in words)


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (True, "ja", "yes"),
        (1994, "1994", "1994"),
        (110_000, "110.000", "110,000"),
        (Decimal("110000"), "110.000", "110,000"),
        (Decimal("0.25"), "0,25", "0.25"),
        (Involvement.CO_DECIDE, "u beslist mee", "co-decide"),
        (Band(min=Decimal(1), max=Decimal(2)), "1 tot 2", "1 to 2"),
        (Band(min=Decimal(2), max=Decimal(2)), "2", "2"),
        (Band(min=Decimal(1)), "ten minste 1", "at least 1"),
        (Band(max=Decimal(9)), "hoogstens 9", "at most 9"),
        (Amount(amount=Decimal(5000), currency=Currency.NLG), "NLG 5.000", "NLG 5,000"),
        ((Text(nl="een", en="one"), Text(nl="twee")), "een, twee", "one, twee"),
    ],
)
def test_values_read_in_the_readers_language(value: Any, nl: str, en: str) -> None:
    assert in_words(value, "nl") == nl
    assert in_words(value, "en-gb") == en


def test_a_nested_place_says_what_it_is_of() -> None:
    assert heading("budget.proposal.currency").nl == "gebiedsbudget, voorstel: munt"
    assert heading("options.direction").nl == "wie naar wie toe komt"
