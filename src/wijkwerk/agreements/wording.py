"""How a promise stands, in words with a shape."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import PROMISE, PromiseState
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.foundation.reasons import Text

STATES: dict[PromiseState, Text] = {
    PromiseState.OPEN: _("open"),
    PromiseState.KEPT: _("gehouden"),
    PromiseState.CANNOT_ALONE: _("dit kunnen wij niet alleen"),
    PromiseState.KEPT_TOGETHER: _("samen gehouden"),
    PromiseState.GIVEN_UP: _("samen losgelaten"),
}
_SHAPES = {
    PromiseState.OPEN: "future",
    PromiseState.KEPT: "done",
    PromiseState.CANNOT_ALONE: "now",
    PromiseState.KEPT_TOGETHER: "done",
    PromiseState.GIVEN_UP: "stopped",
}
name_states(PROMISE, STATES)


def badge(promise: Promise, today: date) -> tuple[str, Text]:
    """Shape and word of a promise; late is a fact beside its state and goes before "open"."""
    state = PromiseState(promise.state)
    if state is PromiseState.OPEN and promise.is_late(today):
        return "late", _("te laat")
    return _SHAPES[state], STATES[state]
