"""Rules of panels and ranking, pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from wijkwerk.foundation.lifecycle import Lifecycle


class WishStatus(StrEnum):
    """How a wish stands."""

    LISTED = "listed"
    PASSED_ON = "passed_on"
    DROPPED = "dropped"
    RANKED = "ranked"


class RankingStatus(StrEnum):
    """How far a ranking is."""

    OPEN = "open"
    COUNTED = "counted"


WISH = Lifecycle(
    "wens",
    {
        WishStatus.LISTED: frozenset({WishStatus.PASSED_ON, WishStatus.DROPPED, WishStatus.RANKED}),
        # Ranked below the limit: it does not fit this year.
        WishStatus.RANKED: frozenset({WishStatus.DROPPED, WishStatus.PASSED_ON}),
    },
)


def cleaned_order(given: Sequence[int], allowed: Sequence[int], most: int | None) -> tuple[int, ...]:
    """The order on a form: known wishes only, each once, at most `most`. Raises ValueError with what is wrong."""
    if len(set(given)) != len(given):
        raise ValueError("twice")
    if set(given) - set(allowed):
        raise ValueError("unknown")
    if not given:
        raise ValueError("empty")
    if most is not None and len(given) > most:
        raise ValueError("too many")
    return tuple(given)


def per_thousand(taking_part: int, inhabitants: int | None) -> int | None:
    """How many of every thousand inhabitants took part, rounded; None when the number of inhabitants is unknown."""
    if not inhabitants:
        return None
    return round(1000 * taking_part / inhabitants)
