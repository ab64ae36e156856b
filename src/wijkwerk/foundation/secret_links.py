"""Secret links and short codes, derived instead of stored, so that the same one can be printed again in three years.

A code is a keyed hash over purpose, id and a counter; raising the counter ends every code given out before. Sixteen
characters of 32 make 80 bits: not to be guessed, and still to be typed over from paper. The alphabet leaves out
I, L, O and U, which are misread or offend (Crockford's base 32).
"""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 16
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def code(purpose: str, identity: int, counter: int = 0) -> str:
    """The code of one thing for one purpose: sixteen characters, no dashes."""
    key = hashlib.sha256(b"wijkwerk secret links" + settings.SECRET_KEY.encode()).digest()
    number = int.from_bytes(
        hmac.digest(key, f"{purpose}:{identity}:{counter}".encode(), "sha256")[:10], "big"
    )
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(75, -1, -5))


def readable(secret: str) -> str:
    """A code as it stands in a letter: `7KQ4-9XMP-2FHT-W3RN`."""
    return "-".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def cleaned(typed: str) -> str:
    """What a person typed over, back to a code: small letters, any dashes, blanks and O for 0 are forgiven."""
    return "".join(filter(str.isalnum, typed[: 8 * _LENGTH].upper())).translate(_MISREAD)


def parted(typed: str) -> tuple[int, str]:
    """Number and code as printed together (`12-7KQ4-9XMP-2FHT-W3RN`), however they were typed; number 0 for no such."""
    whole = cleaned(typed)
    number, secret = whole[:-_LENGTH], whole[-_LENGTH:]
    return (int(number), secret) if number.isascii() and number.isdigit() and len(number) < 15 else (0, "")


def matches(typed: str, purpose: str, identity: int, counter: int = 0) -> bool:
    """Whether what was typed is the code, compared in constant time."""
    return hmac.compare_digest(cleaned(typed).encode(), code(purpose, identity, counter).encode())
