"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal; `detail_id` is the step, or the cycle (begun, assessed, closed)."""

    BEGUN = "cycles.begun"
    OPENED = "cycles.step_opened"
    CLOSED = "cycles.step_closed"
    ASSESSED = "cycles.assessed"
    ENDED = "cycles.cycle_closed"
