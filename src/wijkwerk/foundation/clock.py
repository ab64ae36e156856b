"""The time, asked in one place, so that a demo can play a year and a test can stand still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("wijkwerk_moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC; or the moment being played."""
    return _moment.get() or timezone.now()


def today() -> date:
    """This day in the site's own time zone (Europe/Amsterdam)."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within this block it is `moment` (aware)."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
