"""What the log says: where and what kind, never a whole address and never what was typed.

An address may be someone's secret link, and the text of an exception quotes rows ("Key (email)=(…) already exists").
"""

from __future__ import annotations

import logging
import traceback
from copy import copy
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest

# Their text is what an operator must know (disk full, database locked) and quotes no row.
_QUOTED = (OSError, OperationalError)


class Discreet(logging.Formatter):
    """Formats a record without what a visitor sent."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. About a request it says the pattern (`volg/<int:asker_id>/<str:code>`), not the address."""
        # A copy: what this formatter leaves out, another one must find again, and the other way round.
        ours = copy(record)
        error = record.exc_info[1] if record.exc_info else None
        ours.exc_info, ours.exc_text = None, _calls(error) if error else None
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            ours.msg, ours.args = _about(request, getattr(record, "status_code", None)), ()
        return super().format(ours)


def _calls(error: BaseException | None) -> str:
    """Every call on the way and the kind of exception, as deep as it was caused."""
    found = []
    while error is not None:
        found.append("".join(traceback.format_tb(error.__traceback__)) + _kind(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\nafter\n".join(found)


def _about(request: HttpRequest, status: int | None) -> str:
    match = request.resolver_match
    what = f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else "about"
    return f"{what}: {request.method} {f'/{match.route}' if match else 'an address we do not have'}"


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {error}" if isinstance(error, _QUOTED) else name
