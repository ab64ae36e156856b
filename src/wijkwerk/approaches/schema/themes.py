"""What the approach is about."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.values import Text


class ThemesKind(StrEnum):
    """Whether the list may grow."""

    OPEN = "open"
    CLOSED = "closed"
    CASE_BY_CASE = "case_by_case"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One theme or field; `since` where the source dates it."""

    key: str
    label: Text
    since: int | None = None
    physical: bool | None = None
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Themes:
    """The list of themes, open, closed, or found case by case."""

    kind: ThemesKind | None = None
    list: tuple[Theme, ...] = ()
