"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    TEAM_FORMED = "meetings.team_formed"
    QUESTION_CLOSED = "meetings.question_closed"
    TEAM_ENDED = "meetings.team_ended"
    SERIES_LEFT_OUT = "meetings.series_left_out"
