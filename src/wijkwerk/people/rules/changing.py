"""Rules of change: when the next holder needs a handover, and what each role of the old way becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def needs_handover(*, resident: bool, other_person: bool, written: bool) -> bool:
    """Whether a function may not change hands before something was written down (TIL-10)."""
    return other_person and not resident and not written


def without_future(held: Iterable[str], after: Iterable[str], roles: Mapping[str, str | None]) -> list[str]:
    """The roles held now that the new way does not know and of which nobody said what becomes of them."""
    return sorted(set(held) - set(after) - set(roles))


def unknown_after(after: Iterable[str], roles: Mapping[str, str | None]) -> list[str]:
    """The roles that something would become and that the new way does not know."""
    return sorted({role for role in roles.values() if role} - set(after))
