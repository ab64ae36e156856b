"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    REPORTED = "signals.reported"
    SUPPORTED = "signals.supported"
    ROUTED = "signals.routed"
    GIVEN_BACK = "signals.given_back"
    ANSWERED = "signals.answered"
    WIPED = "signals.wiped"
    REOPENED = "signals.reopened"
    PUBLISHED = "signals.published"
