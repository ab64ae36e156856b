"""Writes of the thread: a thing is born, linked, named in the journal, given a photo."""

from __future__ import annotations

import re
import uuid
from datetime import date

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils.translation import gettext as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Contact, Person
from wijkwerk.thread.kinds import kind_of
from wijkwerk.thread.models import Attachment, JournalEntry, Link, Role, Thing
from wijkwerk.thread.queries import effects_of

LONGEST_SENTENCE = 120
SHORTEST_SENTENCE = 24


def bear(
    kind: str,
    *,
    area: Area,
    sentence: str,
    neighbourhood: Area | None = None,
    public: bool = False,
    born_on: date | None = None,
) -> Thing:
    """A new thing of a registered kind. `sentence` is cut at a word past 120 characters."""
    kind_of(kind)
    return Thing.objects.create(
        kind=kind,
        area=area,
        neighbourhood=neighbourhood,
        sentence=shortened(sentence),
        public=public,
        born_on=born_on or clock.today(),
    )


def shortened(sentence: str, most: int = LONGEST_SENTENCE) -> str:
    """One line of at most `most` characters: the first sentence, else cut at a word."""
    line = " ".join(sentence.split())
    if len(line) <= most:
        return line
    # A whole first sentence says more than half of the next one.
    for end in re.finditer(r"[.!?](?= )", line[:most]):
        if end.end() >= SHORTEST_SENTENCE:
            return line[: end.end()].rstrip(".")
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def link(cause: Thing, effect: Thing, role: Role) -> Link:
    """Join cause to effect; once, however often it is said. Links backwards or in a ring are refused (ValueError)."""
    first, last = kind_of(cause.kind), kind_of(effect.kind)
    if first.bead > last.bead or first.ends_here:
        raise ValueError(f"{cause.kind} cannot lead to {effect.kind}")
    # From an earlier bead to a later one nothing can run round; at the same bead it could.
    if first.bead == last.bead and cause.pk in effects_of([effect.pk])[effect.pk]:
        raise ValueError(f"{cause} and {effect} would make a ring")
    made, _ = Link.objects.get_or_create(cause=cause, effect=effect, role=role)
    return made


def came_of(cause: Thing | None, effect: Thing, role: Role = Role.WORKED_OUT_AS) -> None:
    """Join a new thing to what somebody says it came of, so that whoever asked for that hears of it.

    Nothing where nothing was named. Raises Invalid, for the field `about`, when that belongs to another area or comes
    later in the thread than the new thing.
    """
    if cause is None:
        return
    if cause.area_id != effect.area_id:
        raise Invalid(Reason(_("Dit nummer hoort bij een ander gebied."), field="about"))
    try:
        link(cause, effect, role)
    except ValueError:
        raise Invalid(
            Reason(
                _("Een %(kind)s komt niet voort uit %(number)s. Noem een melding, wens of maatregel.")
                % {"kind": kind_of(effect.kind).label, "number": cause.number},
                field="about",
            )
        ) from None


def journal(
    verb: str,
    thing: Thing | None = None,
    *,
    by: Person | None = None,
    on_behalf_of: Contact | None = None,
    detail_id: int | None = None,
) -> JournalEntry:
    """Write one line of the journal in the caller's own transaction; it is also the announcement to listeners."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the journal is written in the action's own transaction")
    return JournalEntry.objects.create(
        at=clock.now(),
        verb=verb,
        thing=thing,
        by=by,
        on_behalf_of=on_behalf_of,
        detail_id=detail_id,
        transaction=_transaction_id(),
    )


def _transaction_id() -> int:
    """PostgreSQL: our transaction's number, by which listeners read (see `listeners`). SQLite has one writer at a
    time and needs none."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("select txid_current()")
        return int(cursor.fetchone()[0])


def attach(thing: Thing, photo: Photo, *, alt: str = "", by_resident: bool = True) -> Attachment:
    """Keep a photo with a thing. The file's name says nothing about thing or maker."""
    attachment = Attachment(
        thing=thing,
        alt=alt,
        width=photo.width,
        height=photo.height,
        added_at=clock.now(),
        by_resident=by_resident,
    )
    attachment.file.save(f"{uuid.uuid4().hex}.jpg", ContentFile(photo.content), save=False)
    attachment.save()
    return attachment


def remove_attachments(thing_ids: list[int]) -> int:
    """Take photos away, file and row; the files go once the transaction holds. Gives how many."""
    gone = list(Attachment.objects.filter(thing_id__in=thing_ids))
    Attachment.objects.filter(pk__in=[attachment.pk for attachment in gone]).delete()
    for attachment in gone:
        transaction.on_commit(lambda file=attachment.file: file.delete(save=False))  # type: ignore[misc]
    return len(gone)
