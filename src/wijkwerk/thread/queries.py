"""Reads of the thread: both ways, in one recursive query whatever its length."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

# `union`, not `union all`: a thing met along two ways is walked once.
_WALK = """
    with recursive reached(root, id) as (
        select id, id from thread_thing where id in ({ids})
        union
        select reached.root, thread_link.{to} from reached join thread_link on thread_link.{at} = reached.id
    )
    select root, id from reached
"""


def _walk(ids: Iterable[int], *, at: str, to: str) -> dict[int, set[int]]:
    roots = sorted(set(ids))
    if not roots:
        return {}
    sql = _WALK.format(ids=", ".join(["%s"] * len(roots)), at=at, to=to)
    reached: dict[int, set[int]] = {root: set() for root in roots}
    with connection.cursor() as cursor:
        cursor.execute(sql, roots)
        for root, thing in cursor.fetchall():
            reached[root].add(thing)
    return reached


def causes_of(ids: Iterable[int]) -> dict[int, set[int]]:
    """Per thing, itself and everything that led to it (up the thread)."""
    return _walk(ids, at="effect_id", to="cause_id")


def effects_of(ids: Iterable[int]) -> dict[int, set[int]]:
    """Per thing, itself and everything it led to (down the thread)."""
    return _walk(ids, at="cause_id", to="effect_id")
