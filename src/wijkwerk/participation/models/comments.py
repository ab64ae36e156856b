"""What members of teams say of a step: heard, and never counted as consent."""

from __future__ import annotations

from django.db import models

from wijkwerk.cycles.models import CycleStep
from wijkwerk.people.models import Person


class Comment(models.Model):
    """Someone with a role speaks along about a step. `role` is kept as held then, for what a reader must know of it."""

    step = models.ForeignKey(CycleStep, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="comments")
    role = models.CharField(max_length=60, help_text="role key of the approach, as held when it was said")
    text = models.TextField(max_length=1000)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["step", "-at"])]

    def __str__(self) -> str:
        return f"comment {self.pk}"
