"""Writes of decisions: deciding, the ways to a decision, and rulings about an area."""

from wijkwerk.decisions.actions.consulting import close_consultation, open_consultation
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.actions.deviating import (
    ask_deviation,
    decide_deviation,
    evaluate_deviation,
    may_ask_deviation,
    speaks_for_area,
    weigh_deviation,
)
from wijkwerk.decisions.actions.importance import (
    can_be_marked,
    heard_before_deciding,
    is_important,
    mark_important,
    may_mark,
)
from wijkwerk.decisions.actions.reacting import answer_reaction, may_react, react
from wijkwerk.decisions.actions.routes import adopted_by, may_adopt, may_take_stop, open_route, take_stop
from wijkwerk.decisions.actions.say import change_say, evaluate_say, may_change_say
from wijkwerk.decisions.actions.scope import decide_scope, may_set_scope
from wijkwerk.decisions.actions.standing import record_election
from wijkwerk.decisions.actions.stepping_aside import (
    announce_overrule,
    decides_on_room,
    may_step_aside,
    overrule,
    step_aside,
)

__all__ = [
    "adopted_by",
    "announce_overrule",
    "answer_reaction",
    "ask_deviation",
    "can_be_marked",
    "change_say",
    "close_consultation",
    "decide",
    "decide_deviation",
    "decide_scope",
    "decides_on_room",
    "evaluate_deviation",
    "evaluate_say",
    "heard_before_deciding",
    "is_important",
    "mark_important",
    "may_adopt",
    "may_ask_deviation",
    "may_change_say",
    "may_mark",
    "may_react",
    "may_set_scope",
    "may_step_aside",
    "may_take_stop",
    "open_consultation",
    "open_route",
    "overrule",
    "react",
    "record_election",
    "speaks_for_area",
    "step_aside",
    "take_stop",
    "weigh_deviation",
]
