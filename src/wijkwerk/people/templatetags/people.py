"""What the pages of signing in need of their own."""

from django import template

register = template.Library()


@register.filter
def in_fours(key: str) -> str:
    """`ABCDEFGH` → `ABCD EFGH`: easier to type over, and it fits a small screen."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
