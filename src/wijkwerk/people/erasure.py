"""Whoever holds something of a resident registers here, and is called when that resident is erased."""

from __future__ import annotations

from collections.abc import Callable

from wijkwerk.people.models import Contact

Eraser = Callable[[Contact], None]
_erasers: list[Eraser] = []


def register(eraser: Eraser) -> None:
    """Have `eraser(contact)` called in the transaction that erases a contact."""
    if eraser not in _erasers:
        _erasers.append(eraser)


def run(contact: Contact) -> None:
    """Let everyone empty what they hold."""
    for eraser in _erasers:
        eraser(contact)
