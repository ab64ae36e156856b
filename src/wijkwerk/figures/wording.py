"""A figure as people write it."""

from __future__ import annotations

from decimal import Decimal

from django.utils import formats


def plain(value: Decimal) -> str:
    """1250 → 1250, 12.50 → 12,5 (12.5 in English); never with an exponent or needless noughts."""
    return str(formats.number_format(f"{value.normalize():f}"))
