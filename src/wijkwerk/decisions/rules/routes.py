"""The order of the stops of a route, pure."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from wijkwerk.approaches.schema import Route, Stop, StopKind


class StopOutcome(StrEnum):
    """How a stop ended."""

    AGREED = "agreed"
    WITH_REMARKS = "with_remarks"
    NOT_AGREED = "not_agreed"


def in_order(route: Route) -> tuple[Stop, ...]:
    """The stops as they follow each other: each after the one it names, else after the one written above it."""
    before = {
        stop.key: stop.after or (route.stops[place - 1].key if place else None)
        for place, stop in enumerate(route.stops)
    }
    found: list[Stop] = []
    waiting = list(route.stops)
    while waiting:
        placed = {stop.key for stop in found}
        following = next((stop for stop in waiting if before[stop.key] in placed | {None}), waiting[0])
        waiting.remove(following)
        found.append(following)
    return tuple(found)


def next_stop(route: Route, taken: Collection[str]) -> Stop | None:
    """The first stop that was not taken; None at the end."""
    return next((stop for stop in in_order(route) if stop.key not in taken), None)


def adopting_stop(route: Route) -> Stop | None:
    """The stop at which it is adopted; None for a route that only informs."""
    return next((stop for stop in in_order(route) if stop.kind is StopKind.ADOPT), None)


def before_adoption(route: Route) -> tuple[Stop, ...]:
    """The stops without which nothing can be adopted.

    Taking note at the end of a route that adopts nothing itself comes after adoption: it decides nothing.
    """
    stops = list(in_order(route))
    ending = adopting_stop(route)
    if ending is not None:
        return tuple(stops[: stops.index(ending)])
    while stops and stops[-1].kind is StopKind.TAKE_NOTE:
        stops.pop()
    return tuple(stops)


def missing(route: Route, taken: Collection[str]) -> tuple[Stop, ...]:
    """The stops that adoption still waits for."""
    return tuple(stop for stop in before_adoption(route) if stop.key not in taken)
