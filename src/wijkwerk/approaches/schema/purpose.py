"""Why an approach exists, what it goes by, and how it grew."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.about import Manner
from wijkwerk.approaches.values import Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """One of the six headings: either answered in words or said to be not described."""

    answer: Manner[Text | None] = None
    not_described: bool = False


@dataclass(frozen=True, kw_only=True)
class Validity:
    """The years this way of working was in force where it comes from (`to` open: still, or unknown)."""

    from_: int | None = None
    to: int | None = None


class Example(StrEnum):
    """How to take this approach when choosing one."""

    PRACTICE = "practice"
    ADVICE = "advice"
    FAILED = "failed"
    NOT_TO_COPY = "not_to_copy"
    PART = "part"


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A conviction behind the organisation, as text; a quotation keeps the source's own words."""

    key: str
    label: Text
    quotation: bool = False


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A more specific goal under the objective."""

    key: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Objective(Question):
    """What the municipality wants to reach: one central aim and working goals under it."""

    label: Text | None = None
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Something that happened on the way, in a year where the source gives one."""

    key: str
    label: Text
    year: int | None = None
    areas: int | None = None


@dataclass(frozen=True, kw_only=True)
class Development(Question):
    """How the approach grew."""

    moments: tuple[Moment, ...] = ()
    lessons: tuple[Principle, ...] = ()
