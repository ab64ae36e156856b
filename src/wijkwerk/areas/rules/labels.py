"""A word that labels a whole area as a problem: it stigmatises those who live there (DOR-09)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_AREA = "wijk|buurt|gebied|straat"
_LABEL = re.compile(rf"\b(?:probleem|achterstands?|vogelaar)-?(?:{_AREA})\w*", re.IGNORECASE)


def label_in(text: str) -> str:
    """The first such word in a text; empty where it holds none."""
    found = _LABEL.search(text)
    return found[0] if found else ""


def labels_in(texts: Iterable[str]) -> list[str]:
    """Such words in texts that others wrote freely, each once: for a warning to the writer, not a refusal."""
    return list(dict.fromkeys(found[0].lower() for text in texts for found in _LABEL.finditer(text)))
