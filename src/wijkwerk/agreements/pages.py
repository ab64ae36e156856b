"""Promises as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.queries import Stand
from wijkwerk.agreements.rules import PROMISE, PromiseState
from wijkwerk.agreements.wording import badge
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Text, Verdict

TABS: list[tuple[Stand, Text]] = [
    (Stand.ALL, _("Alle")),
    (Stand.OPEN, _("Open")),
    (Stand.LATE, _("Te laat")),
    (Stand.NOT_ALONE, _("Niet alleen")),
    (Stand.ENDED, _("Klaar")),
]


@dataclass(frozen=True)
class PromiseRow:
    """One promise, how it stands, and what the reader may do with it."""

    promise: Promise
    badge_kind: str
    badge_label: Text
    ways: list[NextStep]


def promise_row(promise: Promise, may_promise: Verdict | None) -> PromiseRow:
    """A promise for one reader; `may_promise` is None for who is not signed in."""
    kind, label = badge(promise, clock.today())
    state = PromiseState(promise.state)
    steps = [
        (_("Gedaan"), "keep", PromiseState.KEPT),
        (_("Dit kunnen wij niet alleen"), "not-alone", PromiseState.CANNOT_ALONE),
        (_("Rond het samen af"), "together", PromiseState.KEPT_TOGETHER),
    ]
    ways = [
        NextStep(words, reverse(f"agreements:{name}", args=[promise.pk]), extra=promise.text)
        for words, name, target in steps
        if may_promise and PROMISE.allows(state, target)
    ]
    return PromiseRow(promise, kind, label, ways)
