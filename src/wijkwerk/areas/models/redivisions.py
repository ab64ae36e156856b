"""Areas regrouped by a dated decision: which area comes after which, so that nothing made before is lost."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models.areas import Area


class Redivision(models.Model):
    """The decision by which areas were regrouped from a day."""

    starts_on = models.DateField()
    decided_by = models.CharField(max_length=200, help_text="body and date, in words")
    public_text = models.TextField(max_length=1000)

    class Meta:
        ordering = ["starts_on", "id"]

    def __str__(self) -> str:
        return f"redivision {self.pk}"


class AreaSuccession(models.Model):
    """From the day of the redivision, what was the work of `before` is the work of `after`."""

    redivision = models.ForeignKey(Redivision, on_delete=models.CASCADE, related_name="successions")
    before = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="successors")
    after = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="predecessors")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["redivision", "before", "after"], name="one_succession_per_redivision"
            ),
            models.CheckConstraint(condition=~Q(before=F("after")), name="an_area_does_not_succeed_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"
