"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    FIGURE_NAMED = "monitoring.figure_named"
    LEARNED = "monitoring.learned"
