"""Everything that is done with requests and assignments."""

from wijkwerk.requests.actions.asking import (
    Asked,
    answer,
    ask,
    find_service,
    remind,
    report_at_office,
    withdraw,
)
from wijkwerk.requests.actions.assigning import (
    Agreed,
    check_results,
    knows_assignments,
    may_assign,
    record_assignment,
    sign,
)

__all__ = [
    "Agreed",
    "Asked",
    "answer",
    "ask",
    "check_results",
    "find_service",
    "knows_assignments",
    "may_assign",
    "record_assignment",
    "remind",
    "report_at_office",
    "sign",
    "withdraw",
]
