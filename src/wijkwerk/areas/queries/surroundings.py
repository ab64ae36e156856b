"""What contains an area, what it contains, and what lies beside it."""

from __future__ import annotations

from datetime import date

import shapely
from django.db import connection

from wijkwerk.areas import lookup
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock

# About sixty metres: published outlines leave hair gaps, and a river between two areas is no border in
# common.
_BESIDE = 0.0008

# An area lies in its parent and in the working area it is grouped into. The depth ends a circle in bad data.
_EDGES = """
    SELECT id AS child, parent_id AS parent, 1 AS way FROM areas_area WHERE parent_id IS NOT NULL
    UNION ALL
    SELECT member_id, area_id, 0 FROM areas_grouping
    WHERE valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
"""
_UP = f"""
    WITH RECURSIVE around(id, depth, way) AS (
        SELECT CAST(%(area)s AS bigint), 0, 0
        UNION
        SELECT edge.parent, around.depth + 1, edge.way
        FROM around JOIN ({_EDGES}) AS edge ON edge.child = around.id
        WHERE around.depth < 8
    ),
    nearest AS (SELECT id, MIN(depth * 2 + way) AS distance FROM around GROUP BY id)
    SELECT areas_area.* FROM areas_area JOIN nearest ON nearest.id = areas_area.id
    ORDER BY nearest.distance, areas_area.code
"""  # noqa: S608  (no value is put in but through parameters)
_DOWN = f"""
    WITH RECURSIVE within(id, depth) AS (
        SELECT CAST(%(area)s AS bigint), 0
        UNION
        SELECT edge.child, within.depth + 1
        FROM within JOIN ({_EDGES}) AS edge ON edge.parent = within.id
        WHERE within.depth < 8
    )
    SELECT DISTINCT id FROM within
"""  # noqa: S608


def lineage(area: Area, on: date | None = None) -> list[Area]:
    """The area itself, then everything that contains it, the nearest first; in one query."""
    day = on or clock.today()
    return list(Area.objects.raw(_UP, {"area": area.pk, "day": day}))


def descendant_ids(area: Area, on: date | None = None) -> set[int]:
    """The ids of the area itself and of everything within it, for filtering; in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_DOWN, {"area": area.pk, "day": on or clock.today()})
        return {row[0] for row in cursor.fetchall()}


def neighbours(area: Area, on: date | None = None) -> list[Area]:
    """The areas of the same level that lie against this one, by name."""
    layer = lookup.layer(area.level, on)
    own = layer.outline_of(area.pk)
    if own is None:
        return []
    beside = shapely.dwithin(layer.outlines, own, _BESIDE)
    keys = [pk for pk, near in zip(layer.areas, beside, strict=True) if near and pk != area.pk]
    return list(Area.objects.filter(pk__in=keys))
