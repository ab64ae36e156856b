"""What every section of a report needs at hand: the outcome, the file it came from, and words in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wijkwerk.choice.document.texts import Texts
from wijkwerk.choice.explain.compare import Column
from wijkwerk.choice.explain.names import Names
from wijkwerk.choice.explain.sentences import Sentences
from wijkwerk.choice.outcome import Outcome


@dataclass(frozen=True)
class Source:
    """The ballot file, as far as a report names it."""

    name: str
    sha256: str = ""
    description: str = ""
    remarks: tuple[str, ...] = ()


class Writer:
    """Words, names and amounts of one outcome in one language."""

    def __init__(self, outcome: Outcome, source: Source, columns: Sequence[Column], language: str) -> None:
        self.outcome = outcome
        self.election = outcome.election
        self.source = source
        self.columns = tuple(columns)
        self.language = language
        self.text = Texts(language)
        self.names = Names(language)
        self.say = Sentences(self.election, language)
        self.words = self.say.words

    def number(self, value: int) -> str:
        """A whole number with thousands apart."""
        return self.words.number(Fraction(value), 0)

    def yes(self, value: bool) -> str:
        """Yes or no."""
        return self.text("yes" if value else "no")
