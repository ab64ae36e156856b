"""Writes of plans: drafting, adopting, working, finishing."""

from wijkwerk.plans.actions.drafting import Drafted, Executing, draft_measure, open_plan, paid_from
from wijkwerk.plans.actions.planning import adopt_plan, take_note
from wijkwerk.plans.actions.working import (
    finish_work,
    may_report,
    report_progress,
    start_work,
    stop_measure,
    tell_late,
)

__all__ = [
    "Drafted",
    "Executing",
    "adopt_plan",
    "draft_measure",
    "finish_work",
    "may_report",
    "open_plan",
    "paid_from",
    "report_progress",
    "start_work",
    "stop_measure",
    "take_note",
    "tell_late",
]
