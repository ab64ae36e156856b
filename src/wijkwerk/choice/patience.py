"""How long a count may take. A page that counts for anyone sets a limit; the command waits as long as it takes.

`with at_most(seconds):` holds for everything inside it. The rules ask `check` in each of their rounds, so a count
ends within a moment of its limit, with a sentence and without half an outcome.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from wijkwerk.choice.errors import OutOfTime

_END: ContextVar[float | None] = ContextVar("wijkwerk_choice_end", default=None)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Limit what is inside to so many seconds; a limit inside another can only be shorter."""
    end, outer = monotonic() + seconds, _END.get()
    token = _END.set(end if outer is None else min(end, outer))
    try:
        yield
    finally:
        _END.reset(token)


def check() -> None:
    """Stop if the time is over."""
    end = _END.get()
    if end is not None and monotonic() > end:
        raise OutOfTime("This count takes longer than it may here.")
