"""Which texts speak of the same thing: plain comparing of words, good enough to help and never to decide."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words that say nothing about the subject, in the two languages of the interface.
_EMPTY = frozenset(
    """
    deze daar door echt heel heeft hebben iets jullie maar meer naar niet onze over staat steeds vaak veel waar want
    weer wordt worden zijn about also because from have just more much often some that their them there they this very
    were what when where which with would your
    """.split()  # noqa: SIM905
)


def words_of(text: str) -> frozenset[str]:
    """The words of four letters and more that say what a text is about."""
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY


def alike(one: str, other: str) -> float:
    """How much two texts share, from 0 to 1: shared words against the shorter of the two."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return 0.0
    return len(_met(first, second)) / min(len(first), len(second))


def fitting(text: str, options: Mapping[str, str], *, most: int = 2) -> list[str]:
    """The keys of the options whose words occur in the text, best first."""
    words = words_of(text)
    scores = {key: len(_met(words_of(option), words)) for key, option in options.items()}
    return sorted((key for key, score in scores.items() if score), key=lambda key: -scores[key])[:most]


def _met(some: frozenset[str], others: frozenset[str]) -> list[str]:
    """The words of `some` that occur in `others`, also within a compound (`lamp` in `straatlamp`)."""
    return [word for word in some if any(word in other or other in word for other in others)]
