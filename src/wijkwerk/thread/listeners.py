"""Reading the journal from where one left off, so that a crash between commit and reaction loses nothing.

On PostgreSQL a row with a lower id may become visible later than one with a higher id: ids are given out when a row is
written, and rows are seen when their transaction ends. So listeners do not read by id alone. They read by the number
of the transaction, and in it by id; and only transactions older than the oldest one running, because all of those have
ended: nothing can come between them any more. SQLite writes one transaction at a time; there every number is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.models import BigIntegerField, F, Max, Q, QuerySet
from django.db.models.expressions import RawSQL

from wijkwerk.thread.models import JournalEntry, JournalPosition

_OLDEST_RUNNING = "txid_snapshot_xmin(txid_current_snapshot())"
# Numbers that no transaction has had yet, our own left aside.
_AHEAD = "greatest(txid_snapshot_xmax(txid_current_snapshot()), txid_current() + 1)"


def settled() -> QuerySet[JournalEntry]:
    """Entries that no running transaction can still precede."""
    entries = JournalEntry.objects.all()
    if connection.vendor == "postgresql":
        return entries.filter(transaction__lt=RawSQL(_OLDEST_RUNNING, (), BigIntegerField()))  # noqa: S611 - a text of our own
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
        if connection.vendor == "postgresql":
            _begin_anew_after_a_move()
        place = JournalPosition.objects.select_for_update().get(listener=listener)
        entries = list(_after(place)[:most])
        wanted = set(verbs)
        for entry in entries:
            if entry.verb in wanted:
                react(entry)
        if entries:
            place.transaction, place.position = entries[-1].transaction, entries[-1].pk
            place.save(update_fields=["transaction", "position"])
    return len(entries)


def _after(place: JournalPosition) -> QuerySet[JournalEntry]:
    same = Q(transaction=place.transaction, id__gt=place.position)
    return (
        settled()
        .filter(same | Q(transaction__gt=place.transaction), transaction__gte=place.transaction)
        .order_by("transaction", "id")
        .select_related("thing")
    )


def _begin_anew_after_a_move() -> None:
    """Numbers of transactions belong to one PostgreSQL; restored in another they begin anew, maybe lower.

    Entries with a number not given out yet are from an earlier life. They and what stands before them keep their
    order below zero, and so do the positions; what is written from now on comes after.
    """
    earlier = JournalEntry.objects.filter(transaction__gte=RawSQL(_AHEAD, (), BigIntegerField()))  # noqa: S611 - a text of our own
    last = earlier.aggregate(id=Max("id"), number=Max("transaction"))
    if last["id"] is None:
        return
    down = last["number"] + 1
    JournalEntry.objects.filter(pk__lte=last["id"]).update(transaction=F("transaction") - down)
    JournalPosition.objects.update(transaction=F("transaction") - down)
