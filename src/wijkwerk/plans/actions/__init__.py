"""Writes of plans: beginning, drafting, consulting, adopting, working, finishing."""

from wijkwerk.plans.actions.ambitions import change_horizon, hold_review, set_task, sign
from wijkwerk.plans.actions.area import add_theme, adopt_goal, keep_figure, remind
from wijkwerk.plans.actions.beginning import begin_plan
from wijkwerk.plans.actions.consulting import (
    answer_reaction,
    close_round,
    may_be_closed,
    may_be_consulted,
    may_react,
    open_round,
    react,
)
from wijkwerk.plans.actions.drafting import (
    draft_measure,
    edit_measure,
    edit_plan,
    may_be_edited,
    may_be_paid,
    open_plan,
    paid_from,
    put_measure,
)
from wijkwerk.plans.actions.given import Drafted, Executing
from wijkwerk.plans.actions.integrating import put_together
from wijkwerk.plans.actions.owning import may_write, may_write_plan
from wijkwerk.plans.actions.planning import adopt_plan, may_be_noted, route_of, take_note
from wijkwerk.plans.actions.programmes import may_roll_on, roll_on
from wijkwerk.plans.actions.projects import judge_project, may_start, start_project
from wijkwerk.plans.actions.ready import has_measures, ready_to_adopt
from wijkwerk.plans.actions.serving import serves, tag, untag
from wijkwerk.plans.actions.working import (
    finish_work,
    may_report,
    may_stop,
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
    "add_theme",
    "adopt_goal",
    "adopt_plan",
    "answer_reaction",
    "begin_plan",
    "change_horizon",
    "close_round",
    "draft_measure",
    "edit_measure",
    "edit_plan",
    "finish_work",
    "has_measures",
    "hold_review",
    "judge_project",
    "keep_figure",
    "may_be_closed",
    "may_be_consulted",
    "may_be_edited",
    "may_be_noted",
    "may_be_paid",
    "may_react",
    "may_report",
    "may_roll_on",
    "may_start",
    "may_stop",
    "may_write",
    "may_write_plan",
    "money_is_there",
    "open_plan",
    "open_round",
    "paid_from",
    "put_measure",
    "put_together",
    "react",
    "ready_to_adopt",
    "remind",
    "report_progress",
    "roll_on",
    "route_of",
    "serves",
    "set_task",
    "sign",
    "start_project",
    "start_work",
    "still_going_on",
    "stop_measure",
    "tag",
    "take_note",
    "tell_late",
    "untag",
]
