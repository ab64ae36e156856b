"""Tables of elections: only by one do people speak for the residents of an area (AMF-10)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Organisation, Person


class Election(models.Model):
    """The residents of an area elected those who sit in an organisation, for a term."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="elections")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="elections")
    held_on = models.DateField()
    ends_on = models.DateField(help_text="the last day of the term")
    entitled = models.PositiveIntegerField(help_text="how many residents could vote")
    voted = models.PositiveIntegerField()
    how = models.CharField(max_length=300)
    entered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="elections")

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(voted__gt=0, entitled__gte=F("voted"), ends_on__gt=F("held_on")),
                name="an_election_has_voters_and_a_term",
            )
        ]

    def __str__(self) -> str:
        return f"election of {self.organisation_id}"
