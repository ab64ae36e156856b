"""Writes of plans: drafting, adopting, working, finishing."""

from wijkwerk.plans.actions.drafting import (
    Drafted,
    Executing,
    draft_measure,
    edit_measure,
    edit_plan,
    may_be_edited,
    may_be_paid,
    open_plan,
    paid_from,
)
from wijkwerk.plans.actions.planning import adopt_plan, has_measures, may_be_noted, take_note
from wijkwerk.plans.actions.working import (
    finish_work,
    may_report,
    money_is_there,
    report_progress,
    start_work,
    still_going_on,
    stop_measure,
    tell_late,
)

__all__ = [
    "Drafted",
    "Executing",
    "adopt_plan",
    "draft_measure",
    "edit_measure",
    "edit_plan",
    "finish_work",
    "has_measures",
    "may_be_edited",
    "may_be_noted",
    "may_be_paid",
    "may_report",
    "money_is_there",
    "open_plan",
    "paid_from",
    "report_progress",
    "start_work",
    "still_going_on",
    "stop_measure",
    "take_note",
    "tell_late",
]
