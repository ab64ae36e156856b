"""Writes of agreements: promises to residents, and what people agreed with each other."""

from wijkwerk.agreements.actions.agreeing import (
    change_agreement,
    make_agreement,
    may_change,
    read_notice,
)
from wijkwerk.agreements.actions.joining import join, may_sign_here
from wijkwerk.agreements.actions.promising import cannot_keep_alone, close_together, keep, promise

__all__ = [
    "cannot_keep_alone",
    "change_agreement",
    "close_together",
    "join",
    "keep",
    "make_agreement",
    "may_change",
    "may_sign_here",
    "promise",
    "read_notice",
]
