"""Writes of signals: reporting, drafts of a report, triage, answering, wiping."""

from wijkwerk.signals.actions.answering import (
    answer_signal,
    give_back,
    handled_through_need,
    reopen,
    take_from_service,
)
from wijkwerk.signals.actions.destinations import (
    Destination,
    Sorting,
    SortingForm,
    destinations,
    register_destination,
    register_form,
)
from wijkwerk.signals.actions.drafts import sweep_drafts
from wijkwerk.signals.actions.reporting import Report, leave_contact, publish, report, support
from wijkwerk.signals.actions.triage import triage

__all__ = [
    "Destination",
    "Report",
    "Sorting",
    "SortingForm",
    "answer_signal",
    "destinations",
    "give_back",
    "handled_through_need",
    "leave_contact",
    "publish",
    "register_destination",
    "register_form",
    "reopen",
    "report",
    "support",
    "sweep_drafts",
    "take_from_service",
    "triage",
]
