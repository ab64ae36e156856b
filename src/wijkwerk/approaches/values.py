"""The small values that an approach is made of: a text in two languages, a band, a currency, an amount."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """Words for people, Dutch first. Without an English wording the Dutch term stands."""

    nl: str
    en: str = ""

    def within(self, language: str) -> str:
        """The wording for `language` ("nl", "en-gb", …)."""
        return self.en if self.en and language.lower().startswith("en") else self.nl

    def __str__(self) -> str:
        return self.nl


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """From `min` up to and including `max`; either side may be open."""

    min: Decimal | None = None
    max: Decimal | None = None

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int | Decimal):
            return False
        return (self.min is None or number >= self.min) and (self.max is None or number <= self.max)

    def is_upside_down(self) -> bool:
        """Whether nothing at all can lie in this band."""
        return self.min is not None and self.max is not None and self.min > self.max

    def __str__(self) -> str:
        if self.min == self.max:
            return f"{self.min}"
        return f"{'…' if self.min is None else self.min}–{'…' if self.max is None else self.max}"


class Currency(StrEnum):
    """The currencies that the sources count in."""

    EUR = "EUR"
    NLG = "NLG"


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """A sum with its currency, in whole units as the source prints it. Never adds across currencies."""

    amount: Decimal
    currency: Currency

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,f}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing wrong in an approach file, said so that the writer of the file can mend it."""

    file: str
    key: str
    message: Text
    values: tuple[tuple[str, str], ...] = ()
    is_warning: bool = False

    def within(self, language: str) -> str:
        """File, key, what is wrong and which values clash, on one line."""
        clash = ", ".join(f"{path} = {value}" for path, value in self.values)
        where = f"{self.file}: {self.key}" if self.key else self.file
        return f"{where}: {self.message.within(language)}" + (f" [{clash}]" if clash else "")

    def __str__(self) -> str:
        return self.within("nl")


class ApproachErrors(Exception):
    """An approach file that was refused, with everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)
