"""Tables of decisions: the decision itself, the ways to it, and rulings about an area."""

from wijkwerk.decisions.models.consultations import Consultation, ConsultationReaction, Important
from wijkwerk.decisions.models.decisions import Decision, DecisionKind
from wijkwerk.decisions.models.reactions import AnsweredReaction, Followed
from wijkwerk.decisions.models.routes import AdoptionRoute, StopTaken
from wijkwerk.decisions.models.rulings import Deviation, OverruleNotice, SteppedAside
from wijkwerk.decisions.models.say import SayLevel, SayStep
from wijkwerk.decisions.models.scope import ScopeCase
from wijkwerk.decisions.models.standing import Election

__all__ = [
    "AdoptionRoute",
    "AnsweredReaction",
    "Consultation",
    "ConsultationReaction",
    "Decision",
    "DecisionKind",
    "Deviation",
    "Election",
    "Followed",
    "Important",
    "OverruleNotice",
    "SayLevel",
    "SayStep",
    "ScopeCase",
    "SteppedAside",
    "StopTaken",
]
