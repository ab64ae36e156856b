"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    TOLD = "answers.told"
    ASKED = "answers.asked"
    STOPPED_FOLLOWING = "answers.stopped_following"
    SAID_SOLVED = "answers.said_solved"
    SAID_NOT_SOLVED = "answers.said_not_solved"
    LETTER_PRINTED = "answers.letter_printed"
    CALLED = "answers.called"
    CONSENT_READ_OUT = "answers.consent_read_out"
