"""Areas, what they looked like before, who lives in them, and what belongs to what."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.models import ValidPeriod


class Area(ValidPeriod):
    """An area of any level, for as long as it exists, with the name and outline it has now.

    `level` is a level key of the approach in force, or `gemeente`, `wijk`, `buurt` for a statistical area as
    CBS publishes it. `geometry` is a GeoJSON geometry in WGS84 (longitude, latitude), or empty when only the
    name is known.

    Everything points at this row, and it lives on when its name or outline changes: what it was until then is
    kept as a `FormerOutline`, so that no thing, role or plan loses its area in a re-division.
    """

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True, help_text="for a map; empty: the name")
    level = models.CharField(max_length=40)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    portrait = models.CharField(max_length=300, blank=True)
    geometry = models.JSONField(null=True, blank=True)
    outline_from = models.DateField(
        null=True, blank=True, help_text="since when this name and outline hold; null: since valid_from"
    )
    drawn = models.BooleanField(
        default=False, help_text="outline drawn by hand, not published by an authority"
    )
    source = models.CharField(max_length=200, blank=True)
    border_reason = models.TextField(
        max_length=1000, blank=True, help_text="why this border, in public words (DOR-03)"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "level", "valid_from"], name="one_area_per_code_level_and_start"
            ),
            models.UniqueConstraint(
                fields=["code", "level"],
                condition=Q(valid_to__isnull=True),
                name="one_living_area_per_code_and_level",
            ),
        ]
        indexes = [models.Index(fields=["level", "name"]), models.Index(fields=["code"])]

    def __str__(self) -> str:
        return self.name

    @property
    def outline_since(self) -> date:
        """The first day of the present name and outline."""
        return self.outline_from or self.valid_from

    @property
    def shape(self) -> tuple[str, Any]:
        """What an import compares: name and outline."""
        return self.name, self.geometry


class FormerOutline(ValidPeriod):
    """The name and outline an area had in an earlier period."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="former")
    name = models.CharField(max_length=120)
    geometry = models.JSONField(null=True, blank=True)
    drawn = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.CheckConstraint(condition=Q(valid_to__isnull=False), name="a_former_outline_has_ended"),
            models.UniqueConstraint(fields=["area", "valid_from"], name="one_former_outline_per_start"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shape(self) -> tuple[str, Any]:
        """What an import compares: name and outline."""
        return self.name, self.geometry


class Inhabitants(models.Model):
    """How many people live in an area on 1 January of a year, with the source of the number."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="inhabitants")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="one_number_of_inhabitants_per_year")
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.year})"


class Grouping(ValidPeriod):
    """A statistical buurt belongs to a working area in this period (DOR-03: borders may differ from
    statistics).
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="groupings")
    member = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="grouped_in")

    class Meta:
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.CheckConstraint(condition=~Q(area=F("member")), name="an_area_is_not_its_own_member"),
            models.UniqueConstraint(
                fields=["member"], condition=Q(valid_to__isnull=True), name="one_working_area_per_buurt_now"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.area_id}"


class LandmarkKind(models.TextChoices):
    """What people find their way by on a drawn map."""

    RIVER = "river", _("rivier")
    CANAL = "canal", _("kanaal")
    MOTORWAY = "motorway", _("snelweg")
    ROAD = "road", _("weg")
    RAILWAY = "railway", _("spoor")
    PLACE = "place", _("plek")


class Landmark(models.Model):
    """A river, road or place on the drawn map, so that an inhabitant recognises it without map tiles."""

    kind = models.CharField(max_length=20, choices=LandmarkKind.choices)
    name = models.CharField(max_length=120)
    geometry = models.JSONField(help_text="GeoJSON in WGS84: a LineString, a Polygon, or a Point for a place")

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="one_landmark_per_kind_and_name")
        ]

    def __str__(self) -> str:
        return self.name
