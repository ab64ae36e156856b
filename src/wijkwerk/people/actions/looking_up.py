"""Somebody asks who it is now: the answer, and a count without names of how often it was found (TIL-30)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import LookUpCount, RoleHeld
from wijkwerk.people.queries.successors import successors


@transaction.atomic
def look_up(*, role: str, area: Area | None) -> list[RoleHeld]:
    """Who does today what this function did; counts whether anybody was found."""
    found = successors(role, area)
    month = clock.today().replace(day=1)
    LookUpCount.objects.get_or_create(month=month)
    part = "found" if found else "missed"
    LookUpCount.objects.filter(month=month).update(**{part: F(part) + 1})
    return found
