"""Links to pages of other capabilities that a site may not have switched on: no page, no link."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def link(name: str, *args: object, fallback: str = "") -> str:
    """The address of a page; `fallback` when this site has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return fallback
