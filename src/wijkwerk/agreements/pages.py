"""Promises and agreements as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.models import Agreement, AgreementChange, Promise
from wijkwerk.agreements.queries import Stand
from wijkwerk.agreements.rules import PROMISE, PromiseState, is_locked
from wijkwerk.agreements.wording import badge
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Reason, Text, Verdict
from wijkwerk.people.wording import sourced

AGREED = _("Afspraken in %(area)s")
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


@dataclass(frozen=True)
class AgreementRow:
    """One agreement: who made it, and what was changed since."""

    agreement: Agreement
    makers: list[str]
    residents: int
    changes: list[AgreementChange]
    ways: list[NextStep]


def agreement_row(agreement: Agreement, may_change: bool) -> AgreementRow:
    """An agreement for one reader. Of residents only how many: who they are is nobody else's."""
    makers = list(agreement.makers.all())
    step = NextStep(_("Verander"), reverse("agreements:change", args=[agreement.pk]), lesser=True)
    return AgreementRow(
        agreement,
        [str(one.person or one.organisation) for one in makers if one.contact_id is None],
        sum(one.contact_id is not None for one in makers),
        list(agreement.changes.all()),
        [step] if may_change else [],
    )


def locked_here(area: Area) -> Reason:
    """Whether what was agreed here is locked, and by which rule."""
    approach = approach_for(area)
    locked = is_locked(approach.options)
    words = (
        gettext("Wat is afgesproken, verandert alleen met een reden en met bericht aan wie het afsprak.")
        if locked
        else gettext("Afspraken kunnen hier zonder bericht veranderen.")
    )
    return sourced(approach, words, "options.agreements_locked", gettext("ja") if locked else gettext("nee"))
