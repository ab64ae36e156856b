"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    DRAFTED = "plans.measure_drafted"
    EDITED = "plans.edited"
    ADOPTED = "plans.plan_adopted"
    NOTED = "plans.plan_noted"
    STARTED = "plans.work_started"
    PROGRESS = "plans.progress_reported"
    LATE_TOLD = "plans.late_told"
    DONE = "plans.work_done"
    STOPPED = "plans.measure_stopped"
