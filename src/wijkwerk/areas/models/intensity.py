"""How much coordination an area gets: intensive or extensive, from a day, with the reason and the order behind it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models.areas import Area
from wijkwerk.foundation.models import ValidPeriod


class Intensity(models.TextChoices):
    """Much or little (DOR-01)."""

    INTENSIVE = "intensive", _("intensief")
    EXTENSIVE = "extensive", _("extensief")


class ManagementIntensity(ValidPeriod):
    """The intensity of an area in this period, and the formal order by which it was set (DOR-02)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="intensities")
    intensity = models.CharField(max_length=20, choices=Intensity.choices)
    reason = models.TextField(max_length=1000, help_text="public")
    order_title = models.CharField(max_length=200, blank=True, help_text="the formal order")
    order_on = models.DateField(null=True, blank=True)
    order_url = models.URLField(max_length=500, blank=True, help_text="where the order can be read")

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["area"], condition=Q(valid_to__isnull=True), name="one_intensity_per_area_now"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.intensity} {self.area_id}"
