"""Offices: places from which a team of the approach works for its areas."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area
from wijkwerk.foundation.models import ValidPeriod


class Office(ValidPeriod):
    """A recognisable place of the municipality, of a team that the approach names."""

    name = models.CharField(max_length=120)
    team = models.CharField(max_length=60, help_text="team key of the approach")
    address = models.CharField(max_length=200, blank=True, help_text="public")

    class Meta:
        ordering = ["name"]
        constraints = [*ValidPeriod.Meta.constraints]

    def __str__(self) -> str:
        return self.name


class OfficeArea(ValidPeriod):
    """An office is there for this area, and for all that lies in it, in this period."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="areas")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="offices")

    class Meta:
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["office", "area"],
                condition=Q(valid_to__isnull=True),
                name="an_office_covers_an_area_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} for {self.area_id}"
