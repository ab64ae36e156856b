"""Where officials may have quoted a resident who is erased: taken out wherever it stands, whoever wrote it down.

Tables whose rows are each one resident's own words are emptied by the capability that owns them; elsewhere the same
words are a quote. Those are found by looking, in every column that holds text of people, because nobody can know
where someone once pasted them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.db.models import CharField, Field, Model, Q, TextField

from wijkwerk.people.models import Contact
from wijkwerk.people.queries.contacts import details_of

WordSource = Callable[[Contact], Iterable[str]]
Place = Callable[[list[str]], None]

# Shorter texts are no one's own: "dank u" said by one may not vanish from what others said.
SHORTEST_QUOTE = 12
SHORTEST_DETAIL = 6
# Columns this long hold sentences; shorter ones names and keys of ours.
_SHORTEST_COLUMN = 80
GONE = "…"
# The names of officials, organisations and places are not a resident's.
_PUBLIC_NAMES = {"people", "areas"}
_sources: list[WordSource] = []
_places: list[Place] = []
_own: set[type[Model]] = set()


def register_words(source: WordSource, *, own: Iterable[type[Model]]) -> None:
    """Say which words of a contact a capability holds, and in which tables every row is one resident's own."""
    if source not in _sources:
        _sources.append(source)
    _own.update(own)


def register_place(place: Place) -> None:
    """Have `place(words)` called to take words out of what is no table, such as files."""
    if place not in _places:
        _places.append(place)


def words_of(contact: Contact) -> list[str]:
    """What this contact wrote and how they can be reached, as far as it would be theirs anywhere; longest first."""
    details = details_of(contact)
    reached = [details.email, details.phone, details.address]
    if re.search(r"\w\W+\w", details.name):  # a single name is many people's
        reached.append(details.name)
    written = {text.strip() for source in _sources for text in source(contact)}
    found = {each for each in reached if len(each) >= SHORTEST_DETAIL}
    found |= {each for each in written if len(each) >= SHORTEST_QUOTE}
    return sorted(found, key=len, reverse=True)


def take_out(words: list[str]) -> None:
    """Take these words out of every column in which they stand as a quote."""
    if not words:
        return
    for model, names in _columns():
        anywhere = Q(*((f"{name}__contains", word) for name in names for word in words), _connector=Q.OR)
        rows = model._default_manager.filter(anywhere)
        for row in list(rows.values("pk", *names)):
            clean = {name: without(row[name], words) for name in names}
            model._default_manager.filter(pk=row["pk"]).update(**clean)
    for place in _places:
        place(words)


def without(text: str, words: list[str]) -> str:
    """The text with these words taken out."""
    for word in words:
        text = text.replace(word, GONE)
    return text


def _columns() -> Iterator[tuple[type[Model], list[str]]]:
    house = __name__.partition(".")[0]
    for model in apps.get_models():
        ours = model.__module__.startswith(f"{house}.") and model._meta.app_label not in _PUBLIC_NAMES
        if ours and model not in _own:
            names = [field.name for field in model._meta.concrete_fields if _holds_text(field)]
            if names:
                yield model, names


def _holds_text(field: Field) -> bool:  # type: ignore[type-arg]
    sentences = isinstance(field, CharField) and (field.max_length or 0) >= _SHORTEST_COLUMN
    return not (field.choices or field.unique) and (isinstance(field, TextField) or sentences)
