"""The register of differences: what each area does its own way, with the public reason (ROT-19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from wijkwerk.approaches import load, wording
from wijkwerk.approaches.trail import reach
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.areas.rules.overrides import differing


@dataclass(frozen=True)
class Difference:
    """One value that is different in one area."""

    area: Area
    path: str
    name: str
    here: str
    elsewhere: str
    reason: str
    decided_by: str
    since: date


def differences(on: date | None = None) -> list[Difference]:
    """Everything that is different somewhere on that day, by area; in one query."""
    rows = AreaApproach.objects.on(on).exclude(overrides={}).select_related("area")
    found = [_difference(row, path, one) for row in rows for path, one in row.overrides.items()]
    return sorted(found, key=lambda each: (each.area.name, each.path))


def _difference(row: AreaApproach, path: str, one: dict[str, Any]) -> Difference:
    language = get_language() or "nl"
    here, elsewhere = differing(row.approach_key, row.overrides), load(row.approach_key)
    standard = reach(elsewhere, path)
    return Difference(
        area=row.area,
        path=path,
        name=wording.heading(path).within(language),
        here=wording.in_words(reach(here, path), language),
        elsewhere="" if standard is None else wording.in_words(standard, language),
        reason=one["reason"],
        decided_by=one["decided_by"],
        since=date.fromisoformat(one["since"]),
    )
