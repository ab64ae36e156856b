"""Long lists of signals, page by page from the longest promised on; never counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from wijkwerk.answers.queries import number_of_askers, said_not_solved
from wijkwerk.foundation import clock
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import ON_THE_CLOCK, SignalQuerySet
from wijkwerk.signals.rules import Route, SignalStatus, level_of
from wijkwerk.signals.wording import LEVEL_LABELS, STATUS_LABELS

ON_A_PAGE = 25


@dataclass(frozen=True)
class Row:
    """One signal in a list: what, where, who waits since when."""

    signal: Signal
    askers: int
    late: bool
    on_the_clock: bool
    said: str = ""  # what the last who said "niet opgelost" wrote with it

    @property
    def status(self) -> object:
        """The word for how far it is."""
        return STATUS_LABELS[SignalStatus(self.signal.status)]

    @property
    def level(self) -> object:
        """The words for its level; empty for what nobody sorted yet."""
        return LEVEL_LABELS[level_of(Route(self.signal.route))] if self.signal.route else ""


@dataclass(frozen=True)
class Page:
    """Rows, and where to go on."""

    rows: list[Row]
    next_url: str
    first_url: str


def page_of(signals: SignalQuerySet, asked: Mapping[str, str]) -> Page:
    """The page after the place named in `na`, in a fixed number of queries."""
    after = _place(asked.get("na", ""))
    found = list(signals.for_list().longest_waiting(after=after)[: ON_A_PAGE + 1])
    shown = found[:ON_A_PAGE]
    ids = [signal.pk for signal in shown]
    askers, said = number_of_askers(ids), said_not_solved(ids)
    today = clock.today()
    filters = {key: value for key, value in asked.items() if key != "na" and value}
    further = ""
    if len(found) > ON_A_PAGE:
        last = shown[-1]
        further = "?" + urlencode({**filters, "na": f"{last.answer_due_on:%Y-%m-%d}.{last.pk}"})
    return Page(
        [
            Row(
                signal,
                askers.get(signal.pk, 0),
                signal.answer_due_on < today and signal.status in ON_THE_CLOCK,
                signal.status in ON_THE_CLOCK,
                said[signal.pk][0].words if signal.pk in said else "",
            )
            for signal in shown
        ],
        further,
        "?" + urlencode(filters) if after else "",
    )


def _place(text: str) -> tuple[date, int] | None:
    """`2026-03-31.181`; anything else starts at the beginning."""
    day, _dot, pk = text.partition(".")
    try:
        return date.fromisoformat(day), int(pk[:18])
    except ValueError:
        return None
