"""Reads of the thread: both ways, in one recursive query whatever its length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import Q

from wijkwerk.approaches import Power
from wijkwerk.people.permissions import areas_of

if TYPE_CHECKING:
    from wijkwerk.people.models import Person

_NUMBER = re.compile(r"^([A-Z]+)-(\d{4})-(\d{4,18})$")

# `union`, not `union all`: a thing met along two ways is walked once.
_WALK = """
    with recursive reached(root, id) as (
        select id, id from thread_thing where id in ({ids})
        union
        select reached.root, thread_link.{to} from reached join thread_link on thread_link.{at} = reached.id
    )
    select root, id from reached
"""


class ThingQuerySet(models.QuerySet["Thing"]):
    """The vocabulary of things."""

    def visible_to(self, person: Person | None) -> Self:
        """Public things, and for someone with a role also those of the areas they may read."""
        if person is None:
            return self.filter(public=True)
        readable = areas_of(person, Power.READ_AREA)
        return self.filter(Q(public=True) | Q(area__in=[area.pk for area in readable]))

    def numbered(self, number: str) -> Self:
        """The thing with this public number (none when the number is not one)."""
        found = _NUMBER.match(number.strip().upper())
        if not found:
            return self.none()
        return self.filter(pk=int(found[3]), born_on__year=int(found[2]))


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
