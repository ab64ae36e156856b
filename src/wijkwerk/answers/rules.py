"""Rules of telling, pure: which channel reaches a person, when to try again, what a "nee" among many means."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

MOST_ATTEMPTS = 8
LEASE = timedelta(minutes=5)


class Channel(StrEnum):
    """How an answer reaches someone."""

    MAIL = "mail"
    LETTER = "letter"
    PHONE = "phone"
    PAGE = "page"


def channel_for(*, email: bool, address: bool, phone: bool) -> Channel:
    """Mail where there is an address for it, else a letter, else a call; who left nothing reads the page (CXO-12)."""
    if email:
        return Channel.MAIL
    if address:
        return Channel.LETTER
    return Channel.PHONE if phone else Channel.PAGE


def pause_before(attempt: int) -> timedelta:
    """The wait before attempt number `attempt` (2, 3, …): 1, 4, 16 … minutes, at most a day."""
    return min(timedelta(minutes=4 ** min(max(attempt - 2, 0), MOST_ATTEMPTS)), timedelta(days=1))


def opens_again(said_no: int, told: int) -> bool:
    """Whether a "nee" opens the telling for everyone: when more than half of those told say so.

    A single one among many is counted, and opens what that one asked.
    """
    return said_no * 2 > told
