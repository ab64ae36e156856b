"""A no that rests on one value of the approach, with that value in words."""

from __future__ import annotations

from dataclasses import replace

from wijkwerk.approaches import Approach
from wijkwerk.approaches.wording import in_words
from wijkwerk.foundation.reasons import Reason, Text, Verdict
from wijkwerk.people.wording import language, sourced


def because(approach: Approach, path: str, sentence: Text, way_out: Text = "") -> Verdict:
    """No, by what the approach says at `path`, with its source and who may change it."""
    value = approach.why(path).value
    return Verdict(
        False,
        sourced(
            approach,
            str(sentence),
            path,
            in_words(value, language()) if value is not None else "",
            str(way_out),
        ),
    )


def at(verdict: Verdict, field: str) -> Reason:
    """The reason of a no, at the field of a form it is about."""
    return replace(verdict.reason, field=field)
