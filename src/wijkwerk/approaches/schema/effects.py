"""What can be said about effect, by whom, and from which document."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wijkwerk.approaches.schema.purpose import Question
from wijkwerk.approaches.values import Text


class Finding(StrEnum):
    """What an evaluation found; too early is a verdict too."""

    POSITIVE = "positive"
    MIXED = "mixed"
    UNCHANGED = "unchanged"
    NEGATIVE = "negative"
    TOO_EARLY = "too_early"


class Voice(StrEnum):
    """Whether the municipality judged itself."""

    OWN = "own"
    OUTSIDE = "outside"
    RESIDENTS = "residents"


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A statement put to residents, with the published percentage that agrees."""

    key: str
    label: Text
    agree_percent: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """A judgement on the approach."""

    key: str
    label: Text
    verdict: Finding | None = None
    voice: Voice | None = None
    maker: str | None = None
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """Something that shows whether it works, agreed beforehand."""

    key: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Effect(Question):
    """Statements, judgements, and what to be careful with."""

    statements: tuple[Statement, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    cautions: tuple[Criterion, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """A source: who made it, how it was found out, and which sections a file may point at."""

    key: str
    title: Text
    year: int | None = None
    maker: str | None = None
    method: Text | None = None
    sections: tuple[str, ...] = ()
