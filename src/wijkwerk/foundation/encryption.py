"""Contact data at rest: encrypted with its own keys, findable by a blind index.

Keys come from `WIJKWERK_CONTACT_KEYS`, newest first: the first encrypts, all decrypt, so that a key can be replaced
without a moment in which something cannot be read. A search looks for the blind index under every key in the list;
`people.actions.rotate_contact_keys` rewrites rows and indexes under the newest before an old key is taken out.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def _derive(key: str, purpose: str) -> bytes:
    return hashlib.blake2b(key.encode(), digest_size=32, person=purpose.encode()[:16]).digest()


@lru_cache(maxsize=8)
def _box(keys: Sequence[str]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derive(key, "wijkwerk-contact"))) for key in keys])


def encrypt(text: str) -> bytes:
    """Text → ciphertext under the newest key. Empty text stays empty."""
    return _box(tuple(settings.CONTACT_KEYS)).encrypt(text.encode()) if text else b""


def decrypt(ciphertext: bytes | memoryview) -> str:
    """Ciphertext → text. Raises ValueError when no key fits."""
    data = bytes(ciphertext)
    if not data:
        return ""
    try:
        return _box(tuple(settings.CONTACT_KEYS)).decrypt(data).decode()
    except InvalidToken:
        raise ValueError("no contact key fits this ciphertext; was a key removed too early?") from None


def blind_index(text: str, *, kind: str, key: str | None = None) -> bytes:
    """A keyed hash by which equal text of one kind (`email`, `phone`, `address`) is found without being readable."""
    own = key or settings.CONTACT_KEYS[0]
    normal = " ".join(text.casefold().split())
    return hmac.digest(_derive(own, "wijkwerk-index"), f"{kind}:{normal}".encode(), "sha256")[:16]


def blind_indexes(text: str, *, kind: str) -> list[bytes]:
    """The index of this text under every key in use, newest first: what a search looks for during a rotation."""
    return [blind_index(text, kind=kind, key=key) for key in settings.CONTACT_KEYS]
