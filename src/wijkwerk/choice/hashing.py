"""One way to write a value down, so that two counts of the same votes have the same fingerprint."""

import json
from hashlib import sha256
from typing import Any

ENGINE = "wijkwerk.choice 1"
"""Name and version of the counting engine. Raise the number when an outcome could change."""


def fingerprint(value: Any) -> str:
    """SHA-256 of the canonical JSON (sorted keys, no spaces, UTF-8)."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
