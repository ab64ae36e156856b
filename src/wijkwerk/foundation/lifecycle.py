"""A lifecycle is a table that can be read: which state may follow which. Every change passes through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.reasons import YES, Refused, Text, Verdict, no

State = TypeVar("State", bound=StrEnum)


class StepNotAllowed(Refused):
    """This state cannot follow that one (HTTP 409)."""

    status = 409


@dataclass(frozen=True)
class Lifecycle(Generic[State]):
    """The arrows of one kind of thing. A state without an entry is an end."""

    name: str
    arrows: Mapping[State, frozenset[State]]

    def allows(self, current: State, target: State) -> bool:
        """Whether `target` may follow `current`."""
        return target in self.arrows.get(current, frozenset())

    def verdict(self, current: State, target: State) -> Verdict:
        """Yes, or a no with the states that may follow."""
        if self.allows(current, target):
            return YES
        # In the order in which the states are written down, which is the order people think in.
        following = [state for state in type(current) if self.allows(current, state)]
        may_follow = ", ".join(_label(state) for state in following) or "—"
        return no(
            _("Dit kan nu niet: het is “%(current)s”. Daarna kan alleen: %(next)s.")
            % {"current": _label(current), "next": may_follow},
            rule=f"{self.name}: {current} → {target}",
        )

    def require(self, current: State, target: State) -> None:
        """Raise StepNotAllowed with the states that may follow, when `target` may not."""
        verdict = self.verdict(current, target)
        if not verdict:
            raise StepNotAllowed(verdict.reason)


_words: dict[tuple[str, str], Text] = {}


def name_states(lifecycle: Lifecycle[State], words: Mapping[State, Text]) -> None:
    """Say what people call the states of a lifecycle, each of them. Rules know no language, so the capability tells it
    where it starts."""
    unnamed = set(type(next(iter(lifecycle.arrows)))) - set(words)
    if unnamed:
        raise ValueError(f"{lifecycle.name}: no words for {', '.join(sorted(unnamed))}")
    # A state of one kind equals that of another with the same value: the kind makes the difference.
    _words.update({_key(state): text for state, text in words.items()})


def _label(state: StrEnum) -> str:
    return str(_words.get(_key(state)) or getattr(state, "label", state.value))


def _key(state: StrEnum) -> tuple[str, str]:
    return type(state).__qualname__, state.value
