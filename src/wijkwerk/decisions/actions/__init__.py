"""Writes of decisions: deciding, and the ways to a decision."""

from wijkwerk.decisions.actions.consulting import close_consultation, open_consultation
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.actions.routes import adopted_by, may_adopt, may_take_stop, open_route, take_stop
from wijkwerk.decisions.actions.say import change_say, evaluate_say, may_change_say

__all__ = [
    "adopted_by",
    "change_say",
    "close_consultation",
    "decide",
    "evaluate_say",
    "may_adopt",
    "may_change_say",
    "may_take_stop",
    "open_consultation",
    "open_route",
    "take_stop",
]
