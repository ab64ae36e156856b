"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    DECIDED = "decisions.decided"
    ROUTE_OPENED = "decisions.route_opened"
    STOP_TAKEN = "decisions.stop_taken"
    CONSULTATION_OPENED = "decisions.consultation_opened"
    CONSULTATION_CLOSED = "decisions.consultation_closed"
    SAY_CHANGED = "decisions.say_changed"
    SAY_EVALUATED = "decisions.say_evaluated"
