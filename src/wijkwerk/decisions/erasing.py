"""What goes from here when a resident is erased: what they said. What was done with it stays."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model

from wijkwerk.decisions.models import AnsweredReaction
from wijkwerk.people import erasure, quotes
from wijkwerk.people.models import Contact


def register_reactions(table: type[AnsweredReaction]) -> None:
    """Let go of the words in a table of reactions when someone is erased; called once, at start."""
    assert issubclass(table, Model)
    rows = table._default_manager

    def words_said(contact: Contact) -> Iterable[str]:
        return list(rows.filter(thing__askers__contact=contact).values_list("text", flat=True))  # type: ignore[misc]

    def erase(contact: Contact) -> None:
        mine = list(rows.filter(thing__askers__contact=contact).values_list("pk", flat=True))  # type: ignore[misc]
        rows.filter(pk__in=mine).update(text="", text_public=False)

    erasure.register(erase)
    quotes.register_words(words_said, own=[table])
