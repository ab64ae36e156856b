"""The number on a paper form: a serial number with four signs that only we can make: nobody prints their own."""

from __future__ import annotations

from wijkwerk.foundation import secret_links
from wijkwerk.participation.models import Ranking

_SIGNS = 4


def form_number(ranking: Ranking, serial: int) -> str:
    """What is printed on the form: `0042-7KQ4`."""
    return f"{serial:04d}-{_signs(ranking, serial)}"


def read_number(ranking: Ranking, typed: str) -> str | None:
    """The number as printed, whatever blanks, small letters or O for 0 were typed; None when we never gave it out."""
    plain = secret_links.cleaned(typed)
    serial, signs = plain[:-_SIGNS], plain[-_SIGNS:]
    if not (serial.isascii() and serial.isdecimal()) or not 1 <= int(serial) <= ranking.forms_printed:
        return None
    return form_number(ranking, int(serial)) if signs == _signs(ranking, int(serial)) else None


def _signs(ranking: Ranking, serial: int) -> str:
    # Two numbers in one: the codes of forms of two rankings have nothing to do with each other.
    return secret_links.code(f"paper form {ranking.pk}", serial)[:_SIGNS]
