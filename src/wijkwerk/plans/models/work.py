"""Work and what is told of it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from wijkwerk.people.models import Person
from wijkwerk.plans.models.measures import Executor, Measure
from wijkwerk.plans.rules import days_late
from wijkwerk.thread.models import Attachment, Thing


class Work(models.Model):
    """A measure being carried out."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="work")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="works")
    starts_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    late_reason = models.CharField(max_length=300, blank=True)
    output = models.CharField(
        max_length=500, blank=True, help_text="what was done; what it brought stands elsewhere"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")), name="work_is_due_after_it_starts"
            )
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(done_on__isnull=True), name="work_to_do"),
            models.Index(fields=["-done_on", "-thing"], name="work_done_lately"),
        ]

    def __str__(self) -> str:
        return f"work {self.pk}"

    def days_late(self, today: date) -> int:
        """How many days past its date."""
        return days_late(self.due_on, self.done_on, today)


class ProgressReport(models.Model):
    """What an executor tells of the work, with a photo if it helps."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="reports")
    executor = models.ForeignKey(
        Executor, null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="progress_reports"
    )
    text = models.TextField(max_length=2000)
    photo = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )
    reported_on = models.DateField()

    class Meta:
        ordering = ["reported_on", "id"]

    def __str__(self) -> str:
        return f"progress {self.pk}"
