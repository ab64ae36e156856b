"""A reason that rests on one value of an approach: what it says here, in words, from which source, and who may change
it."""

from __future__ import annotations

from dataclasses import replace

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.wording import in_words
from wijkwerk.foundation.language import language, listing
from wijkwerk.foundation.reasons import Reason, Text, Verdict


def sourced(
    approach: Approach,
    sentence: Text,
    path: str,
    value: Text | None = None,
    way_out: Text = "",
    field: str = "",
) -> Reason:
    """The reason with its rule and source. Without a `value` the approach's own at that path, in the reader's words."""
    source, house = "", False
    if path:
        try:
            why = approach.why(path)
            source, house = why.source or "", why.is_house_default
            if value is None:
                value = in_words(why.value, language()) if why.value is not None else ""
        except KeyError:
            path, value = "", ""
    changers = [role.label.within(language()) for role in approach.roles_with(Power.SET_APPROACH)]
    return Reason(
        str(sentence),
        rule=f"{approach.key}: {path}" if path else "",
        value=str(value or ""),
        source=source,
        house_default=house,
        may_change=listing(changers) if changers else "",
        way_out=way_out,
        field=field,
    )


def because(
    approach: Approach,
    path: str,
    sentence: Text,
    way_out: Text = "",
    *,
    value: Text | None = None,
    field: str = "",
) -> Verdict:
    """No, by what the approach says at `path`."""
    return Verdict(False, sourced(approach, sentence, path, value, way_out, field))


def at(verdict: Verdict, field: str) -> Reason:
    """The reason of a no, at the field of a form it is about."""
    return replace(verdict.reason, field=field)
