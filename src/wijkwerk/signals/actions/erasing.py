"""What goes from here when a resident is erased: what they wrote, their photos, and what they were writing."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import AskerRole
from wijkwerk.foundation.language import stored
from wijkwerk.people import erasure, quotes
from wijkwerk.people.models import Contact
from wijkwerk.people.queries.contacts import details_of
from wijkwerk.signals.actions.answering import wipe
from wijkwerk.signals.models import Draft, Signal
from wijkwerk.signals.queries import filled_in

_WRITERS = (AskerRole.REPORTER, AskerRole.CONTRIBUTOR)


def register() -> None:
    """Be called when someone is erased; called once, at start."""
    erasure.register(erase_words_of)
    erasure.register(erase_drafts_of)
    quotes.register_words(words_written, own=[Signal])


def written_by(contact: Contact) -> QuerySet[Signal]:
    """The signals this contact put into words themselves."""
    return Signal.objects.filter(thing__askers__contact=contact, thing__askers__role__in=_WRITERS)


def words_written(contact: Contact) -> Iterable[str]:
    """What they wrote, in every field that was theirs to fill in."""
    rows = written_by(contact).values_list("text", "place_text", "own_contribution")
    return [text for row in rows for text in row]


def erase_words_of(contact: Contact) -> None:
    """What an erased resident wrote goes with them; that something was reported, and what came of it, stays."""
    for signal in written_by(contact).filter(wiped_at__isnull=True).select_related("thing"):
        public, neighbourhood = signal.thing.public, signal.thing.neighbourhood
        wipe(signal, sentence=stored(_("Een melding van een bewoner")))
        signal.thing.public, signal.thing.neighbourhood = public, neighbourhood
        signal.thing.save(update_fields=["public", "neighbourhood"])


def erase_drafts_of(contact: Contact) -> None:
    """Reports not yet sent that name the same address or telephone number; there are only those of one day."""
    known = details_of(contact)
    theirs = {part for part in (known.email, known.phone, known.address) if part}
    for draft in Draft.objects.exclude(content=b""):
        filled = filled_in(draft)
        if theirs & {filled.email, filled.phone, filled.address}:
            draft.delete()
