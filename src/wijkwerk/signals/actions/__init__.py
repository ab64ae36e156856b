"""Writes of signals: reporting, triage, answering, wiping."""

from wijkwerk.signals.actions.answering import (
    answer_signal,
    erase_words_of,
    give_back,
    reopen,
    take_from_service,
)
from wijkwerk.signals.actions.reporting import Report, publish, report, support
from wijkwerk.signals.actions.triage import Destination, Sorting, destinations, register_destination, triage

__all__ = [
    "Destination",
    "Report",
    "Sorting",
    "answer_signal",
    "destinations",
    "erase_words_of",
    "give_back",
    "publish",
    "register_destination",
    "reopen",
    "report",
    "support",
    "take_from_service",
    "triage",
]
