"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal. Taking part is never journalled with the person."""

    ACTIVATED = "participation.activated"
    SESSION_PLANNED = "participation.session_planned"
    SESSION_HELD = "participation.session_held"
    CONTRIBUTED = "participation.contributed"
    WISHED = "participation.wished"
    PASSED_ON = "participation.passed_on"
    DROPPED = "participation.dropped"
    RANKED = "participation.ranked"
    RANKING_OPENED = "participation.ranking_opened"
    RANKING_EXTENDED = "participation.ranking_extended"
    ESTIMATED = "participation.estimated"
    COMMENTED = "participation.commented"
    RANKING_COUNTED = "participation.ranking_counted"
