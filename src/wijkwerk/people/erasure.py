"""Whoever holds something of a resident registers here, and is called when that resident is erased."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from wijkwerk.people import quotes
from wijkwerk.people.models import Contact

Eraser = Callable[[Contact], None]
_erasers: list[Eraser] = []


def register(eraser: Eraser) -> None:
    """Have `eraser(contact)` called in the transaction that erases a contact."""
    if eraser not in _erasers:
        _erasers.append(eraser)


def run(contact: Contact) -> None:
    """Let everyone empty what they hold, and then take out what was quoted of it elsewhere."""
    words = quotes.words_of(contact)
    for eraser in _erasers:
        eraser(contact)
    quotes.take_out(words)


def is_needed(contact: Contact) -> bool:
    """Whether anything still speaks of this contact; that it was read, or stands in the journal, does not count."""
    traces = {"reads", "journal_on_behalf"}
    return any(
        relation.related_model._default_manager.filter(**{relation.field.name: contact}).exists()
        for relation in Contact._meta.related_objects
        if relation.get_accessor_name() not in traces
    )


def sweep_log() -> None:
    """SQLite keeps old pages in its log until that is folded in: then what was erased is gone from the disk too."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
