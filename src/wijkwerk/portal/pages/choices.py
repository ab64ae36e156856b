"""One question a resident has, with its answer and why: what the statement of an approach is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wijkwerk.foundation.reasons import Reason, Text


@dataclass(frozen=True)
class Choice:
    """One question a resident has, the answer, and why it is so. An empty answer is "not described"."""

    question: Text
    answer: Text
    reason: Reason

    @property
    def described(self) -> bool:
        """Whether the source or our own default says anything."""
        return bool(self.answer)


def dated(choices: list[Choice], since: date | None) -> list[Choice]:
    """The same choices, each saying from which day it holds here."""
    return [replace(choice, reason=replace(choice.reason, since=since)) for choice in choices]
