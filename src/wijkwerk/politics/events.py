"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal; `detail_id` is the matter or the agreement."""

    LAID_BEFORE = "politics.laid_before"
    ANSWERED = "politics.answered"
    PROPOSAL_BROUGHT = "politics.proposal_brought"
    PROPOSAL_TREATED = "politics.proposal_treated"
    AGREED_ON_PROCESS = "politics.agreed_on_process"
