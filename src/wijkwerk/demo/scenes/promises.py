"""What was promised, kept, late, or given back to the residents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from wijkwerk.agreements import actions as agreements
from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import PromiseState
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.script import Script
from wijkwerk.demo.texts import Row, table
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


def write(script: Script, cast: Cast) -> None:
    """Each promise made, and what became of it."""
    made: dict[str, Promise] = {}
    for row in table("promises"):
        at = cast.calendar.moment(row["made_month"], row["made_day"], 19)
        script.add(at, _made(cast, row, made))
        due = cast.calendar.moment(row["due_month"], row["due_day"], 12)
        if row["state"] == PromiseState.KEPT:
            script.add(due - timedelta(days=2), _kept(cast, row, made))
        elif row["state"] == PromiseState.CANNOT_ALONE:
            script.add(min(due, script.until) - timedelta(days=6), _given_back(cast, row, made))


def _who(cast: Cast, row: Row) -> Person:
    return cast.people.get(row["made_by"]) or cast.officer(row["area"])


def _about(cast: Cast, row: Row) -> Thing | None:
    key = row.get("about", "")
    found = cast.measures.get(key) or cast.needs.get(key)
    return found.thing if found else None


def _made(cast: Cast, row: Row, made: dict[str, Promise]) -> Callable[[], object]:
    def act() -> None:
        person = _who(cast, row)
        made[row["id"]] = agreements.promise(
            area=cast.areas[row["area"]],
            text=row["text"],
            function=cast.title(person),
            due_on=max(cast.calendar.day(row["due_month"], row["due_day"]), clock.today()),
            by=person,
            about=_about(cast, row),
        )

    return act


def _kept(cast: Cast, row: Row, made: dict[str, Promise]) -> Callable[[], object]:
    return lambda: agreements.keep(promise_id=made[row["id"]].pk, by=_who(cast, row))


def _given_back(cast: Cast, row: Row, made: dict[str, Promise]) -> Callable[[], object]:
    return lambda: agreements.cannot_keep_alone(
        promise_id=made[row["id"]].pk, message=row["message"], by=_who(cast, row)
    )
