"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    DRAFT_BEGUN = "ways.draft_begun"
    DRAFT_CHANGED = "ways.draft_changed"
    DRAFT_DROPPED = "ways.draft_dropped"
    ADOPTED = "ways.adopted"
    SCALE_REVIEWED = "ways.scale_reviewed"
    TERM_REVIEWED = "ways.term_reviewed"
    VISION_WRITTEN = "ways.vision_written"
    ISSUE_SETTLED = "ways.issue_settled"
