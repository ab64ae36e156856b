"""Reading the journal from where one left off, so that a crash between commit and reaction loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from wijkwerk.thread.models import JournalEntry, JournalPosition


def settled() -> QuerySet[JournalEntry]:
    """Entries that no running transaction can still precede.

    On PostgreSQL a row with a lower id may become visible later than one with a higher id; so only rows of
    transactions older than the oldest one running. SQLite writes one transaction at a time.
    """
    entries = JournalEntry.objects.all()
    if connection.vendor == "postgresql":
        oldest_running = RawSQL("txid_snapshot_xmin(txid_current_snapshot())", ())
        return entries.filter(transaction__lt=oldest_running)
    return entries


def listen(
    listener: str, verbs: Iterable[str], react: Callable[[JournalEntry], None], *, most: int = 200
) -> int:
    """React to the next entries with one of `verbs`, each in order, and remember how far we are; gives how many
    entries were read.

    Reactions and position are one transaction: a reaction that fails or a process that dies leaves the position where
    it was and is done again. Two processes do not read the same listener at once.
    """
    with transaction.atomic():
        JournalPosition.objects.get_or_create(listener=listener)
        place = JournalPosition.objects.select_for_update().get(listener=listener)
        entries = list(settled().filter(id__gt=place.position).order_by("id").select_related("thing")[:most])
        wanted = set(verbs)
        for entry in entries:
            if entry.verb in wanted:
                react(entry)
        if entries:
            place.position = entries[-1].pk
            place.save(update_fields=["position"])
    return len(entries)
