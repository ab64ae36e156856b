"""The register of differences: what each area does its own way, with the public reason (ROT-19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from wijkwerk.approaches import load, wording
from wijkwerk.approaches.trail import reach
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.areas.rules.overrides import differing
from wijkwerk.foundation import clock


@dataclass(frozen=True)
class Difference:
    """One value that is different in one area, until a day when that is known; then why it stopped."""

    area: Area
    path: str
    name: str
    here: str
    elsewhere: str
    reason: str
    decided_by: str
    since: date
    until: date | None = None
    ended_because: str = ""
    ended_by: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is different on that day."""
        return self.since <= day and (self.until is None or day < self.until)


def differences(on: date | None = None) -> list[Difference]:
    """Everything that is different somewhere on that day, by area; in one query."""
    day = on or clock.today()
    return [each for each in every_difference() if each.holds_on(day)]


def every_difference() -> list[Difference]:
    """What ever was different anywhere, by area and day, also what is yet to begin; in one query."""
    rows = AreaApproach.objects.exclude(overrides={}).select_related("area").order_by("valid_from", "pk")
    last: dict[tuple[int, str, str], AreaApproach] = {}
    for row in rows:
        for path, one in row.overrides.items():
            last[row.area_id, path, one["since"]] = (
                row  # a difference lives on in every later row that keeps it
            )
    found = [_difference(row, path) for (_area, path, _since), row in last.items()]
    return sorted(found, key=lambda each: (each.area.name, each.path, each.since))


def _difference(row: AreaApproach, path: str) -> Difference:
    language, one = get_language() or "nl", row.overrides[path]
    here, elsewhere = differing(row.approach_key, row.overrides), load(row.approach_key)
    standard, ending = reach(elsewhere, path), row.ended.get(path, {})
    return Difference(
        area=row.area,
        path=path,
        name=wording.heading(path).within(language),
        here=wording.in_words(reach(here, path), language),
        elsewhere="" if standard is None else wording.in_words(standard, language),
        reason=one["reason"],
        decided_by=one["decided_by"],
        since=date.fromisoformat(one["since"]),
        until=row.valid_to,
        ended_because=ending.get("reason", ""),
        ended_by=ending.get("decided_by", ""),
    )
