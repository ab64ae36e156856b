"""What many tables share."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

from wijkwerk.foundation import clock

Row = TypeVar("Row", bound="ValidPeriod", covariant=True)


class PeriodQuerySet(models.QuerySet[Row]):
    """Reads of rows that hold from–to."""

    def on(self, day: date | None = None) -> Self:
        """Those that hold on `day` (today when not given)."""
        day = day or clock.today()
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


class ValidPeriod(models.Model):
    """A row that holds from `valid_from` up to, not including, `valid_to`; an open end is null."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
            )
        ]

    def holds_on(self, day: date) -> bool:
        """Whether this row holds on that day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class RateCount(models.Model):
    """How often one key was used in one window of time; old windows are swept."""

    key = models.CharField(max_length=64)
    window = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="one_count_per_key_and_window")]

    def __str__(self) -> str:
        return f"{self.count} in window {self.window}"


class Pressed(models.Model):
    """A form that was sent, by its key, and where that led: sent again it leads there again."""

    key = models.CharField(max_length=64, unique=True)
    led_to = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.led_to
