"""What a higher capability adds to the pages of needs: words beside a signal, and a way on from a need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wijkwerk.approaches import Power
from wijkwerk.foundation.reasons import Text
from wijkwerk.needs.models import Need

NoteSource = Callable[[Sequence[int]], Mapping[int, Sequence[Text]]]


@dataclass(frozen=True)
class WayOn:
    """A page about one need, for whoever has the power in its area."""

    label: Text
    power: Power
    address: Callable[[Need], str]


_notes: list[NoteSource] = []
_ways_on: list[WayOn] = []


def register_notes(source: NoteSource) -> None:
    """Have `source(signal ids)` tell what else is known of signals, by id; called once a page."""
    if source not in _notes:
        _notes.append(source)


def register_way_on(way: WayOn) -> None:
    """Add a page that goes on where a need is understood."""
    if way not in _ways_on:
        _ways_on.append(way)


def notes_on(signal_ids: Sequence[int]) -> dict[int, list[Text]]:
    """Everything others know of these signals."""
    found: dict[int, list[Text]] = {pk: [] for pk in signal_ids}
    for source in _notes:
        for pk, texts in source(signal_ids).items():
            found[pk].extend(texts)
    return found


def ways_on() -> list[WayOn]:
    """Where one goes on from a need."""
    return list(_ways_on)
