"""Tables of the register of what belongs to an area (des wijks): rules of the approach, and cases decided since."""

from __future__ import annotations

from django.db import models

from wijkwerk.approaches.schema import ScopeOutcome
from wijkwerk.areas.models import Area
from wijkwerk.decisions.models.decisions import Decision
from wijkwerk.thread.models import Thing


class ScopeCase(models.Model):
    """A subject that was in doubt and was decided: a precedent for the next one."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="scope_case")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="scope_cases")
    subject = models.CharField(max_length=160)
    example = models.CharField(max_length=300)
    belongs = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ScopeOutcome])
    depends_on = models.CharField(max_length=300, blank=True, help_text="on what, where it depends")
    arose_from = models.ForeignKey(
        Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="scope_questions"
    )
    decided_on = models.DateField()
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="scope_case")

    class Meta:
        ordering = ["-decided_on", "-thing_id"]
        indexes = [models.Index(fields=["area", "-decided_on"])]

    def __str__(self) -> str:
        return self.subject
