"""Writes of politics: matters on the direct line; proposals to a committee or the board."""

from wijkwerk.politics.actions.matters import Laid, answer, lay_before
from wijkwerk.politics.actions.proposals import (
    agree_on_process,
    committee_decides,
    forward_proposal,
    may_agree_on_process,
    may_forward,
    may_reach_board,
    may_treat,
    place_on_board_list,
    treat,
)

__all__ = [
    "Laid",
    "agree_on_process",
    "answer",
    "committee_decides",
    "forward_proposal",
    "lay_before",
    "may_agree_on_process",
    "may_forward",
    "may_reach_board",
    "may_treat",
    "place_on_board_list",
    "treat",
]
