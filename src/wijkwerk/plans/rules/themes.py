"""Themes: a closed list, an open one that grows, or found case by case."""

from __future__ import annotations

from collections.abc import Collection

from wijkwerk.approaches.schema import ThemesKind


def theme_is_needed(kind: ThemesKind | None) -> bool:
    """Whether every measure has exactly one theme of the list (TIL-23)."""
    return kind is ThemesKind.CLOSED


def theme_fits(kind: ThemesKind | None, theme: str, known: Collection[str]) -> bool:
    """Whether a measure may carry this theme; where nothing is said of themes, any word does."""
    if not theme:
        return not theme_is_needed(kind)
    return kind is None or theme in known


def list_may_grow(kind: ThemesKind | None) -> bool:
    """Whether a theme may be added: not to a closed list."""
    return kind is not ThemesKind.CLOSED


def case_is_named(kind: ThemesKind | None) -> bool:
    """Whether adding a theme names the case that showed it belongs to the area (AMF-17)."""
    return kind is ThemesKind.CASE_BY_CASE
