"""The table of who signed what partners and municipality agreed for all areas together."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.people.models import Organisation, Person


class CovenantParty(models.Model):
    """An organisation that joined, on its day, with what it brings; a party that comes later keeps its own day."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="covenants")
    commitment = models.CharField(max_length=300, help_text="what it promises to do, in public words")
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True, help_text="the first day it no longer takes part")
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="covenants_written")

    class Meta:
        ordering = ["joined_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(left_on__isnull=True), name="a_party_joins_once"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gt=F("joined_on")),
                name="a_party_leaves_after_it_joined",
            ),
        ]

    def __str__(self) -> str:
        return f"party {self.pk}"
