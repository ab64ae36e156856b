"""Where a street lies, for sites that do not use the national address service."""

from __future__ import annotations

from django.db import models

from wijkwerk.areas.models.areas import Area


class Address(models.Model):
    """One street within one postcode. No house numbers: nobody's home is in this table."""

    postcode = models.CharField(max_length=6, help_text="1234AB, without blank")
    street = models.CharField(max_length=120)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="streets")
    buurt = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="streets_here"
    )
    lon = models.FloatField()
    lat = models.FloatField()

    class Meta:
        ordering = ["street", "postcode"]
        constraints = [
            models.UniqueConstraint(fields=["postcode", "street"], name="one_row_per_postcode_and_street")
        ]

    def __str__(self) -> str:
        return f"{self.street}, {self.postcode[:4]} {self.postcode[4:]}"
