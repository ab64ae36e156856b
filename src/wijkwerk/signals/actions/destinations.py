"""Where a signal can go from triage. Higher capabilities register their own destinations, and what those ask more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.forms import BoundField
from django.forms.utils import ErrorDict

from wijkwerk.foundation.reasons import YES, Reason, Text, Verdict
from wijkwerk.people.models import Organisation, Person
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SignalStatus


@dataclass(frozen=True)
class Sorting:
    """What the officer decided in triage.

    `sentence` is the public wording (empty: the resident's own text, shortened); `hide_text` keeps the whole text off
    the public page, because it names someone; `drop_photo` takes away a photo on which someone can be recognised;
    `answer` what the askers are told, compulsory where triage is the end of the road; `service` for the regular route;
    `data` for other destinations.
    """

    destination: str
    sentence: str = ""
    hide_text: bool = False
    drop_photo: bool = False
    answer: str = ""
    service: Organisation | None = None
    data: dict[str, Any] = field(default_factory=dict)


def _always(_signal: Signal, _by: Person | None) -> Verdict:
    return YES


class SortingForm(Protocol):
    """A Django form with what one destination asks more; it stands on the triage page under that destination."""

    @property
    def errors(self) -> ErrorDict:
        """What is not right yet, by field."""

    def __iter__(self) -> Iterator[BoundField]:
        """Its fields."""

    def is_valid(self) -> bool:
        """Whether what was typed can be right."""

    def sorting_data(self) -> dict[str, Any]:
        """What goes into `Sorting.data`, once valid."""

    def refuse(self, reason: Reason) -> bool:
        """Show a refusal at the field it is about; False when it has no such field."""


FormFactory = Callable[[Signal, Mapping[str, Any] | None, str, int | None], SortingForm]
"""Makes the form from the signal, what was posted (None: nothing yet), the prefix of its fields, and the id of the
thing that was pointed at (see `signals.near`)."""


@dataclass(frozen=True)
class Destination:
    """Where a signal can go. `act` runs inside triage's own transaction, after the signal's status has changed.

    `asks_service`, `asks_doer` (a service, or oneself) and `asks_answer` say what triage's own form must hold for it;
    what it asks besides comes from a form registered with `register_form`.
    """

    key: str
    label: Text
    status: SignalStatus
    act: Callable[[Signal, Sorting, Person | None], None]
    may: Callable[[Signal, Person | None], Verdict] = _always
    hint: Text = ""
    order: int = 50
    asks_service: bool = False
    asks_doer: bool = False
    asks_answer: bool = False


_destinations: dict[str, Destination] = {}
_forms: dict[str, FormFactory] = {}


def register_form(destination: str, factory: FormFactory) -> None:
    """Say what a destination asks more on the triage page."""
    _forms[destination] = factory


def form_factories() -> dict[str, FormFactory]:
    """What destinations ask more, per key of a destination."""
    return dict(_forms)


def register_destination(destination: Destination) -> None:
    """Add a way out of triage."""
    _destinations[destination.key] = destination


def destinations() -> list[Destination]:
    """All ways out of triage, the commonest first."""
    return sorted(_destinations.values(), key=lambda one: (one.order, one.key))


def destination_of(key: str) -> Destination | None:
    """The destination with this key."""
    return _destinations.get(key)
