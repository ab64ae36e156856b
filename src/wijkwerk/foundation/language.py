"""Words that outlive the moment: what we store is in the municipality's own language, and its days name their year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Text


def language() -> str:
    """The reader's language, for labels that come from the approach."""
    return translation.get_language() or "nl"


def listing(words: Iterable[str]) -> str:
    """`a`, `a of b`, `a, b of c`; a dash when there is nobody."""
    *most, last = list(dict.fromkeys(words)) or ["—"]
    return _("%(first)s of %(last)s") % {"first": ", ".join(most), "last": last} if most else last


def stored(text: Text, **values: object) -> str:
    """A text of ours as it is kept, in the municipality's language whatever the language of who works here."""
    with translation.override(settings.LANGUAGE_CODE):
        said = {
            name: stored_day(value) if isinstance(value, date) else value for name, value in values.items()
        }
        return str(text) % said if said else str(text)


def stored_day(day: date) -> str:
    """ "1 september 2026", in the municipality's language."""
    with translation.override(settings.LANGUAGE_CODE):
        return day_with_year(day)


def day_in_words(day: date) -> str:
    """ "zaterdag 5 december", with the year when it is another one; within a sentence, in the reader's language."""
    return str(formats.date_format(day, "l j F" if day.year == clock.today().year else "l j F Y"))


def day_with_year(day: date) -> str:
    """ "1 september 2026", in the reader's language."""
    return str(formats.date_format(day, "j F Y"))


_QUOTES = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("„", "”"))


def inner(sentence: str) -> str:
    """A sentence to set between quotes or within another: without quotes around it and a full stop at its end."""
    words = sentence.strip()
    for opening, closing in _QUOTES:
        if not words.startswith(opening):
            continue
        body = words[1:]
        ended = body.removesuffix(".")
        if ended.endswith(closing) and opening not in ended[:-1] and closing not in ended[:-1]:
            words = ended[:-1]
        elif closing not in body:  # what was quoted is longer than what is shown of it
            words = body
        break
    if words.endswith(".") and not words.endswith(".."):
        words = words[:-1]
    return words.replace("“", "‘").replace("”", "’")
