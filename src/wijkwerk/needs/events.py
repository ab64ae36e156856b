"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    UNDERSTOOD = "needs.understood"
    JOINED = "needs.signal_joined"
    REWORDED = "needs.reworded"
