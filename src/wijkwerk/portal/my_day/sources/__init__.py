"""Where tasks come from, one module per part of the work."""

from __future__ import annotations

from collections.abc import Callable

from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.sources import (
    agreements,
    desk,
    matters,
    money,
    orders,
    people,
    promises,
    reactions,
    requests,
    rulings,
    signals,
    work,
    year,
)
from wijkwerk.portal.my_day.tasks import Bunch

Source = Callable[[Reader], Bunch]

SOURCES: tuple[Source, ...] = (
    signals.to_sort,
    signals.of_my_service,
    signals.to_do_myself,
    matters.to_answer,
    promises.due,
    agreements.changed,
    requests.to_answer,
    requests.at_office,
    requests.late,
    orders.to_deliver,
    orders.late,
    orders.to_accept,
    rulings.to_evaluate,
    reactions.in_consultation,
    reactions.to_plans,
    year.steps_due,
    year.rankings_over,
    year.sessions_ahead,
    year.to_join,
    work.due,
    work.to_start,
    work.plans_to_adopt,
    work.to_learn,
    money.to_reserve,
    money.to_commit,
    money.to_pay,
    desk.letters,
    desk.calls,
    people.terms,
    people.not_adopted,
)
"""In the order in which equal tasks stand."""
