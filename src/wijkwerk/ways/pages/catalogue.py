"""The approaches one can look at, each with whose it is, for how large a city, and how to take it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema.purpose import Example
from wijkwerk.approaches.weighing import size
from wijkwerk.approaches.wording import choice
from wijkwerk.people.wording import language

# How a badge shows it: a shape beside the word (ui/status_badge.html).
SHAPES = {
    Example.PRACTICE: "done",
    Example.ADVICE: "future",
    Example.FAILED: "stopped",
    Example.NOT_TO_COPY: "late",
    Example.PART: "neutral",
}


@dataclass(frozen=True)
class Entry:
    """One approach as it stands in a list."""

    key: str
    title: str
    municipality: str
    years: str
    size: str
    take_as: str
    shape: str
    advice: str
    answer: str


def entry(approach: Approach) -> Entry:
    """The approach in the reader's language."""
    words, taken = language(), approach.example or Example.PRACTICE
    found, answer = size(approach), approach.objective.answer
    return Entry(
        key=approach.key,
        title=approach.title.within(words),
        municipality=approach.municipality or "",
        years=years(approach),
        size=found.within(words) if found else "",
        take_as=choice(taken).within(words) if approach.example else "",
        shape=SHAPES[taken],
        advice=approach.advice.within(words) if approach.advice else "",
        answer=answer.within(words) if answer else "",
    )


def years(approach: Approach) -> str:
    """From when to when it held where it comes from; open where the source is open."""
    valid = approach.valid
    if valid.from_ is None and valid.to is None:
        return ""
    if valid.to is None:
        return _("vanaf %(year)s") % {"year": valid.from_}
    if valid.from_ is None:
        return _("tot en met %(year)s") % {"year": valid.to}
    return str(valid.to) if valid.from_ == valid.to else f"{valid.from_}–{valid.to}"
