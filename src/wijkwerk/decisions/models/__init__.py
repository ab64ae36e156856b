"""Tables of decisions: the decision itself, and the ways to it."""

from wijkwerk.decisions.models.consultations import Consultation
from wijkwerk.decisions.models.decisions import Decision, DecisionKind
from wijkwerk.decisions.models.routes import AdoptionRoute, StopTaken
from wijkwerk.decisions.models.say import SayLevel, SayStep

__all__ = ["AdoptionRoute", "Consultation", "Decision", "DecisionKind", "SayLevel", "SayStep", "StopTaken"]
