"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal; `detail_id` is the matter."""

    LAID_BEFORE = "politics.laid_before"
    ANSWERED = "politics.answered"
