"""What goes from here when a resident is erased: what they said of a plan. What was done with it stays."""

from __future__ import annotations

from collections.abc import Iterable

from wijkwerk.people import erasure, quotes
from wijkwerk.people.models import Contact
from wijkwerk.plans.models import Reaction


def register() -> None:
    """Be called when someone is erased; called once, at start."""
    erasure.register(erase_reactions_of)
    quotes.register_words(words_said, own=[Reaction])


def words_said(contact: Contact) -> Iterable[str]:
    """What they said of plans."""
    return list(Reaction.objects.filter(thing__askers__contact=contact).values_list("text", flat=True))


def erase_reactions_of(contact: Contact) -> None:
    """Empty their words, and nobody can read them any more."""
    mine = Reaction.objects.filter(thing__askers__contact=contact)
    Reaction.objects.filter(pk__in=list(mine.values_list("pk", flat=True))).update(text="", text_public=False)
