"""Writes of participation: panels, wishes, ranking."""

from wijkwerk.participation.actions.panels import add_session, contribute, open_round, record_session
from wijkwerk.participation.actions.ranking import (
    ask_for_ballot,
    cast,
    cast_on_paper,
    count,
    longlist_is_ready,
    open_ranking,
)
from wijkwerk.participation.actions.wishes import Wished, drop, pass_on, wish

__all__ = [
    "Wished",
    "add_session",
    "ask_for_ballot",
    "cast",
    "cast_on_paper",
    "contribute",
    "count",
    "drop",
    "longlist_is_ready",
    "open_ranking",
    "open_round",
    "pass_on",
    "record_session",
    "wish",
]
