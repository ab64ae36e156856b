"""The file somebody brings along: how large it may be, and how it travels from one page to the next.

Nothing is stored. Who asks a second question about the same votes sends them along again, packed in the form.
A file is small enough to stay in memory while it comes in (`FILE_UPLOAD_MAX_MEMORY_SIZE`).
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkwerk.choice import PabulibFile, patience, read_pabulib
from wijkwerk.choice.errors import ChoiceError

MOST_BYTES: Final = 2_400_000
MOST_LINES: Final = 120_000
MOST_PROJECTS: Final = 300
MOST_PACKED: Final = 700_000
TOO_LARGE = _(
    "Dit bestand is te groot om hier te tellen. Deze pagina telt tot 2,4 MB, 120.000 regels en 300 "
    "plannen. Een groter bestand "
    "telt u op uw eigen computer, met de opdracht “wijkwerk choose”."
)
NOT_UNPACKED = _("Wij kunnen dit bestand niet opnieuw openen. Kies het nog een keer.")


class NotAccepted(ChoiceError):
    """A file that is not even read. The sentence is for people."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def read(raw: bytes, *, keep_voters: bool = False) -> PabulibFile:
    """The file, or a refusal with all that is wrong in it."""
    if len(raw) > MOST_BYTES or raw.count(b"\n") > MOST_LINES:
        raise NotAccepted(TOO_LARGE)
    patience.check()
    file = read_pabulib(raw, keep_voters=keep_voters)
    if len(file.election.projects) > MOST_PROJECTS:
        raise NotAccepted(TOO_LARGE)
    return file


def pack(raw: bytes) -> str:
    """The file as text in a form; empty where it would be too long to send along."""
    packed = base64.b64encode(zlib.compress(raw, 9)).decode("ascii")
    return packed if len(packed) <= MOST_PACKED else ""


def unpack(text: str) -> bytes:
    """What `pack` wrote. Somebody may send anything: never more than a file may be."""
    try:
        reader = zlib.decompressobj()
        raw = reader.decompress(base64.b64decode(text, validate=True), MOST_BYTES)
    except (binascii.Error, zlib.error, ValueError):
        raise NotAccepted(NOT_UNPACKED) from None
    if reader.unconsumed_tail:
        raise NotAccepted(TOO_LARGE)
    return raw
