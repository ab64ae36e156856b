"""A word that labels a whole area as a problem: it stigmatises those who live there (DOR-09)."""

from __future__ import annotations

import re

_AREA = "wijk|buurt|gebied|straat"
_LABEL = re.compile(rf"\b(?:probleem|achterstands?|vogelaar)-?(?:{_AREA})\w*", re.IGNORECASE)


def label_in(text: str) -> str:
    """The first such word in a text; empty where it holds none."""
    found = _LABEL.search(text)
    return found[0] if found else ""
