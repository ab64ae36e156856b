"""Which periods a change touched: as they were and as they became, so that it can be taken back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.core import serializers
from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area, AreaApproach, Grouping
from wijkwerk.foundation.models import ValidPeriod
from wijkwerk.people.models import RoleHeld

Rows = dict[str, Any]
Periods = dict[str, Rows]
# What a change of the organisation begins and ends. Of an area it only ends the period.
TABLES: dict[type[ValidPeriod], tuple[str, ...] | None] = {
    RoleHeld: None,
    AreaApproach: None,
    Grouping: None,
    Area: ("valid_to",),
}


def periods(day: date) -> Periods:
    """Every period that a change from this day can touch, per table and id."""
    lives_on = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return {table._meta.label_lower: rows_of(table, lives_on) for table in TABLES}


def rows_of(table: type[ValidPeriod], wanted: Q) -> Rows:
    """The rows of a table as plain values, by id."""
    fields = TABLES[table]
    found: models.QuerySet[Any] = table._default_manager.filter(wanted).order_by("pk")
    if fields:
        found = found.only("pk", *fields)
    plain = json.loads(serializers.serialize("json", found, fields=fields))
    return {str(row["pk"]): row["fields"] for row in plain}


def difference(before: Periods, after: Periods) -> dict[str, dict[str, Rows]]:
    """Only what differs: `before` without `after` is a row that went, `after` without `before` one that came."""
    found = {}
    for label, then in before.items():
        now = after[label]
        touched = [pk for pk in {**then, **now} if then.get(pk) != now.get(pk)]
        if touched:
            found[label] = {
                "before": {pk: then[pk] for pk in touched if pk in then},
                "after": {pk: now[pk] for pk in touched if pk in now},
            }
    return found
