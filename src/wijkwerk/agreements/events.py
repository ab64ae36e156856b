"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    PROMISED = "agreements.promised"
    KEPT = "agreements.kept"
    CANNOT_ALONE = "agreements.cannot_be_kept_alone"
    CLOSED_TOGETHER = "agreements.closed_together"
    AGREED = "agreements.agreed"
    CHANGED = "agreements.changed"
    JOINED = "agreements.joined"
