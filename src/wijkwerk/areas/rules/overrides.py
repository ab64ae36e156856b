"""What one area does differently: kept as plain values, laid over its approach, each with a public reason (ROT-19)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from wijkwerk.approaches import Approach, Text, load
from wijkwerk.approaches.drafting import Plain, override
from wijkwerk.approaches.schema import AreaStandard

# What makes an approach that approach, and what other areas count on, is never one area's own.
NEVER = frozenset(
    {"key", "title", "valid", "municipality", "succeeds", "example", "levels", "plans", "routes"}
)
MOST_KEPT = 512


def may_differ(allowed: bool | None, standard: AreaStandard | None) -> bool:
    """Whether an area may have a value of its own under this approach."""
    return bool(allowed) and standard is not AreaStandard.SAME


def is_own_business(path: str) -> bool:
    """Whether this is something in which one area can differ at all."""
    return path.partition(".")[0] not in NEVER


def keep(value: Plain) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    return list(value) if isinstance(value, tuple) else value


def kept(value: Any) -> Plain:
    """The value that was kept."""
    if isinstance(value, dict):
        return Decimal(value["number"]) if "number" in value else Text(nl=value["nl"], en=value["en"])
    return tuple(value) if isinstance(value, list) else value


def differing(key: str, overrides: Mapping[str, Mapping[str, Any]]) -> Approach:
    """The approach with what is different here; the approach itself where nothing is."""
    return _differing(key, json.dumps(overrides, sort_keys=True)) if overrides else load(key)


@lru_cache(MOST_KEPT)
def _differing(key: str, overrides: str) -> Approach:
    approach = load(key)
    for path, one in json.loads(overrides).items():
        source = f"{one['decided_by']}: {one['reason']}"
        approach = override(
            approach,
            {path: kept(one["value"])},
            name=f"{path} hier",
            reason=Text(nl=one["reason"]),
            source=source,
        )
    return approach
