"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    ASKED = "requests.asked"
    MATCHED = "requests.matched"
    REPORTED = "requests.reported"
    ANSWERED = "requests.answered"
    REMINDED = "requests.reminded"
    WITHDRAWN = "requests.withdrawn"
    ASSIGNED = "requests.assigned"
    SIGNED = "requests.signed"
    CHECKED = "requests.checked"
