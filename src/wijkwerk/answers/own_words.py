"""What someone asked, in their own words, for their own page: also where nobody else may read it."""

from __future__ import annotations

from collections.abc import Callable

from wijkwerk.answers.models import Asker, AskerRole
from wijkwerk.thread.models import Thing

WordsOf = Callable[[Thing], str]
FIRST = (AskerRole.REPORTER, AskerRole.CONTRIBUTOR)
_words: dict[str, WordsOf] = {}


def register_own_words(kind: str, words: WordsOf) -> None:
    """Say how the words of a kind of thing are found."""
    _words[kind] = words


def own_words(asker: Asker) -> str:
    """The words of who said it first; empty for who joined later, because those words are another's."""
    find = _words.get(asker.thing.kind)
    return find(asker.thing) if find and asker.role in FIRST else ""
