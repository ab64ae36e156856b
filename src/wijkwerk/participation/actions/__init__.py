"""Writes of participation: panels, wishes, ranking, speaking along, getting people to take part."""

from wijkwerk.participation.actions.activation import Activated, activate
from wijkwerk.participation.actions.ballots import (
    ask_for_ballot,
    cast,
    cast_on_paper,
    print_forms,
    save_draft,
)
from wijkwerk.participation.actions.comments import comment
from wijkwerk.participation.actions.counting import count, may_be_counted
from wijkwerk.participation.actions.panels import add_session, contribute, open_round, record_session
from wijkwerk.participation.actions.ranking import (
    extend_ranking,
    longlist_is_ready,
    may_be_opened,
    open_ranking,
)
from wijkwerk.participation.actions.wishes import Wished, drop, estimate, may_change, pass_on, wish

__all__ = [
    "Activated",
    "Wished",
    "activate",
    "add_session",
    "ask_for_ballot",
    "cast",
    "cast_on_paper",
    "comment",
    "contribute",
    "count",
    "drop",
    "estimate",
    "extend_ranking",
    "longlist_is_ready",
    "may_be_counted",
    "may_be_opened",
    "may_change",
    "open_ranking",
    "open_round",
    "pass_on",
    "print_forms",
    "record_session",
    "save_draft",
    "wish",
]
