"""Small work that comes back, done by the worker between messages: terms, sweeping. Capabilities register it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from wijkwerk.foundation import clock

_log = logging.getLogger(__name__)
_chores: dict[str, tuple[timedelta, Callable[[], None]]] = {}
_last: dict[str, datetime] = {}


def register_chore(name: str, every: timedelta, chore: Callable[[], None]) -> None:
    """Have `chore` done about every so often. It must be safe to do twice, and by two workers at once."""
    _chores[name] = (every, chore)


def do_chores() -> None:
    """Do what is due; one that fails is named in the log and tried again next time."""
    now = clock.now()
    for name, (every, chore) in _chores.items():
        if now - _last.get(name, datetime.min.replace(tzinfo=now.tzinfo)) < every:
            continue
        _last[name] = now
        try:
            chore()
        except Exception as error:
            _log.exception("chore %s failed: %s", name, type(error).__name__)
