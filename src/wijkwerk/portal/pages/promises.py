"""What was promised in an area: kept, open, late, or not to be kept by the municipality alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.queries import open_promises, promises_of
from wijkwerk.agreements.wording import badge
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Text

MOST_OPEN, MOST_CLOSED = 8, 3


@dataclass(frozen=True)
class PromiseRow:
    """One promise with how it stands."""

    promise: Promise
    badge_kind: str
    badge_label: Text

    @property
    def url(self) -> str:
        """The thread of what it is about, where everyone may read that."""
        about = self.promise.about
        return about.get_absolute_url() if about and about.public else ""

    @property
    def note(self) -> str:
        """What was told to residents about it, else who promised."""
        said = self.promise.joint_proposal or self.promise.message
        by = _("Beloofd door %(function)s.") % {"function": self.promise.function}
        return f"{said} {by}" if said else by


def promise_rows(area: Area) -> list[PromiseRow]:
    """Those still open, the most urgent first, then the newest that were closed; two queries."""
    still = list(open_promises([area])[:MOST_OPEN])
    closed = [one for one in promises_of(area, most=MOST_OPEN + MOST_CLOSED) if one.is_closed]
    return [_row(one) for one in [*still, *closed[:MOST_CLOSED]]]


def _row(promise: Promise) -> PromiseRow:
    kind, label = badge(promise, clock.today())
    return PromiseRow(promise, kind, label)
