"""Rules of panels and ranking, pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from wijkwerk.approaches.schema import InvolvementInitiative
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


def per_thousand(taking_part: int, inhabitants: int | None) -> float | None:
    """How many of every thousand inhabitants took part, to one decimal; None when nobody knows how many there are."""
    if not inhabitants:
        return None
    return round(1000 * taking_part / inhabitants, 1)


def reordered(saved: Sequence[int], places: Mapping[int, int]) -> list[int]:
    """The saved order after someone typed other numbers beside it.

    Where two get the same number, the one that was changed goes before the other when it moved up, and behind it when
    it moved down: then it ends on the place that was typed.
    """

    def place(at: int, wish: int) -> tuple[int, int, int]:
        typed = places.get(wish, at)
        return typed, (typed > at) - (typed < at), at

    keys = {wish: place(at, wish) for at, wish in enumerate(saved, start=1)}
    return sorted(saved, key=lambda wish: keys[wish])


def moved(order: Sequence[int], wish: int, *, up: bool) -> list[int]:
    """The order with one wish a place higher or lower; at the end of the list it stays where it is."""
    new = list(order)
    if wish in new:
        at = new.index(wish)
        to = max(at - 1, 0) if up else min(at + 1, len(new) - 1)
        new.insert(to, new.pop(at))
    return new


class Way(StrEnum):
    """How people were asked to take part."""

    DOOR = "door"
    STREET = "street"
    LETTER = "letter"
    PHONE = "phone"
    MEETING = "meeting"


# Going to people; to a meeting they come themselves.
APPROACHING = frozenset({Way.DOOR, Way.STREET, Way.LETTER, Way.PHONE})


class Objection(StrEnum):
    """Why an activation does not fit who takes the first step here."""

    NOTHING_TO_REACT_TO = "nothing_to_react_to"
    MUNICIPALITY_EXECUTES = "municipality_executes"


def objection(
    initiative: InvolvementInitiative | None, *, about_a_plan: bool, by_municipality: bool
) -> Objection | None:
    """What stands in the way: residents who react need a plan (DOR-36); where others activate, the municipality may
    begin it and others carry it out (AMF-08)."""
    if initiative is InvolvementInitiative.RESIDENTS_REACT and not about_a_plan:
        return Objection.NOTHING_TO_REACT_TO
    if initiative is InvolvementInitiative.OTHERS_ACTIVATE and by_municipality:
        return Objection.MUNICIPALITY_EXECUTES
    return None


def nobody_approached(initiative: InvolvementInitiative | None, ways: Collection[Way]) -> bool:
    """Whether people were only received where they should be actively approached (UTR97-03)."""
    return initiative is InvolvementInitiative.ACTIVELY_APPROACHED and APPROACHING.isdisjoint(ways)
