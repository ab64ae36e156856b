"""Rules of promises."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.foundation.lifecycle import Lifecycle


class PromiseState(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    CANNOT_ALONE = "cannot_be_kept_alone"
    KEPT_TOGETHER = "kept_together"
    GIVEN_UP = "given_up"


PROMISE = Lifecycle(
    "toezegging",
    {
        PromiseState.OPEN: frozenset({PromiseState.KEPT, PromiseState.CANNOT_ALONE}),
        # Given back to the residents: it ends only together with them (DEV-04).
        PromiseState.CANNOT_ALONE: frozenset({PromiseState.KEPT_TOGETHER, PromiseState.GIVEN_UP}),
    },
)
ENDS = frozenset({PromiseState.KEPT, PromiseState.KEPT_TOGETHER, PromiseState.GIVEN_UP})
