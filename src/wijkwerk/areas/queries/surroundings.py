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

# An area lies in its parent and in the working area it is grouped into: two ways (0: grouping, 1: parent), written as
# a join with both, because a recursive query may name itself only once on PostgreSQL, and a union inside it is made
# whole on SQLite. The depth ends a circle in bad data.
_UP = """
    WITH RECURSIVE around(id, depth, way) AS (
        SELECT CAST(%(area)s AS bigint), 0, 0
        UNION
        SELECT CASE ways.way WHEN 1 THEN here.parent_id ELSE grouped.area_id END, around.depth + 1, ways.way
        FROM around
        JOIN areas_area AS here ON here.id = around.id
        CROSS JOIN (SELECT 0 AS way UNION ALL SELECT 1) AS ways
        LEFT JOIN areas_grouping AS grouped
            ON ways.way = 0 AND grouped.member_id = here.id
            AND grouped.valid_from <= %(day)s AND (grouped.valid_to IS NULL OR grouped.valid_to > %(day)s)
        WHERE around.depth < 8
        AND CASE ways.way WHEN 1 THEN here.parent_id ELSE grouped.area_id END IS NOT NULL
    ),
    nearest AS (SELECT id, MIN(depth * 2 + way) AS distance FROM around GROUP BY id)
    SELECT areas_area.* FROM areas_area JOIN nearest ON nearest.id = areas_area.id
    ORDER BY nearest.distance, areas_area.code
"""
_DOWN = """
    WITH RECURSIVE within(id, depth) AS (
        SELECT CAST(%(area)s AS bigint), 0
        UNION
        SELECT COALESCE(child.id, grouped.member_id), within.depth + 1
        FROM within
        CROSS JOIN (SELECT 0 AS way UNION ALL SELECT 1) AS ways
        LEFT JOIN areas_area AS child ON ways.way = 1 AND child.parent_id = within.id
        LEFT JOIN areas_grouping AS grouped
            ON ways.way = 0 AND grouped.area_id = within.id
            AND grouped.valid_from <= %(day)s AND (grouped.valid_to IS NULL OR grouped.valid_to > %(day)s)
        WHERE within.depth < 8 AND COALESCE(child.id, grouped.member_id) IS NOT NULL
    )
    SELECT DISTINCT id FROM within
"""


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
