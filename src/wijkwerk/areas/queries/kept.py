"""What something keeps to that was begun under an approach: that file, with what its area does differently (ROT-19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wijkwerk.approaches import Approach, load
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.areas.queries.surroundings import lineage
from wijkwerk.areas.rules.overrides import differing

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """The approach that something was begun under, as it holds here day by day.

    `rows` is everything ever adopted here and around it, the nearest first; empty where no area differs from this file.
    """

    key: str
    rows: tuple[AreaApproach, ...] = ()

    def on(self, day: date) -> Approach:
        """The file with what is different here on that day; once another approach holds, as it was at the end."""
        edges = {edge for row in self.rows for edge in (row.valid_from, row.valid_to) if edge and edge <= day}
        for each in sorted({day, *(edge - _DAY for edge in edges)}, reverse=True):
            row = self._in_force(each)
            if row is not None and row.approach_key == self.key:
                return differing(self.key, row.overrides)
        return load(self.key)

    def _in_force(self, day: date) -> AreaApproach | None:
        return next(
            (row for row in self.rows if row.valid_from <= day and (not row.valid_to or day < row.valid_to)),
            None,
        )


def kept(area_id: int, key: str) -> Kept:
    """What holds in an area for what was begun under this approach; one query where no area differs from it."""
    if not AreaApproach.objects.filter(approach_key=key).exclude(overrides={}).exists():
        return Kept(key)
    around = [each.pk for each in lineage(Area.objects.get(pk=area_id))]
    rows = AreaApproach.objects.filter(area__in=around)
    return Kept(key, tuple(sorted(rows, key=lambda row: around.index(row.area_id))))
