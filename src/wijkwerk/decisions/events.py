"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    DECIDED = "decisions.decided"
    MARKED_IMPORTANT = "decisions.marked_important"
    ROUTE_OPENED = "decisions.route_opened"
    STOP_TAKEN = "decisions.stop_taken"
    CONSULTATION_OPENED = "decisions.consultation_opened"
    CONSULTATION_CLOSED = "decisions.consultation_closed"
    REACTED = "decisions.reacted"
    REACTION_ANSWERED = "decisions.reaction_answered"
    SAY_CHANGED = "decisions.say_changed"
    SAY_EVALUATED = "decisions.say_evaluated"
    SCOPE_SET = "decisions.scope_set"
    STEPPED_ASIDE = "decisions.stepped_aside"
    OVERRULE_ANNOUNCED = "decisions.overrule_announced"
    OVERRULED = "decisions.overruled"
    DEVIATION_ASKED = "decisions.deviation_asked"
    DEVIATION_WEIGHED = "decisions.deviation_weighed"
    DEVIATION_DECIDED = "decisions.deviation_decided"
    DEVIATION_EVALUATED = "decisions.deviation_evaluated"
    ELECTED = "decisions.elected"
