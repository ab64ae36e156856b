"""Rules of signals, pure: lifecycle, the answer clock, what is like what, what someone has filled in so far."""

from wijkwerk.signals.rules.filled import Filled
from wijkwerk.signals.rules.levels import QuestionLevel, level_of
from wijkwerk.signals.rules.status import (
    LONGEST_TEXT,
    SIGNAL,
    FundingSource,
    Route,
    SignalStatus,
    answer_due,
    days_late,
)
from wijkwerk.signals.rules.words import alike, fitting

__all__ = [
    "LONGEST_TEXT",
    "SIGNAL",
    "Filled",
    "FundingSource",
    "QuestionLevel",
    "Route",
    "SignalStatus",
    "alike",
    "answer_due",
    "days_late",
    "fitting",
    "level_of",
]
