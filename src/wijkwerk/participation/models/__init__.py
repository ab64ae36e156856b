"""Tables of participation."""

from wijkwerk.participation.models.activation import WAY_LABELS, Activation, Beginner
from wijkwerk.participation.models.comments import Comment
from wijkwerk.participation.models.panels import AskedBy, Contribution, PanelRound, PanelSession
from wijkwerk.participation.models.ranking import Ballot, Draft, Ranking, Voter
from wijkwerk.participation.models.wishes import Longlist, Wish

__all__ = [
    "WAY_LABELS",
    "Activation",
    "AskedBy",
    "Ballot",
    "Beginner",
    "Comment",
    "Contribution",
    "Draft",
    "Longlist",
    "PanelRound",
    "PanelSession",
    "Ranking",
    "Voter",
    "Wish",
]
