"""The organisation changes: dated change sets, who came after whom, what was handed over, and how often it is asked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area, Redivision
from wijkwerk.people.models.people import Person, RoleHeld


class Reorganisation(models.Model):
    """From a day these areas work under another approach; roles and areas go over in one change set (TIL-02)."""

    starts_on = models.DateField()
    approach_before = models.CharField(max_length=60)
    approach_after = models.CharField(max_length=60)
    areas = models.ManyToManyField(Area, related_name="reorganisations")
    redivision = models.ForeignKey(
        Redivision, null=True, blank=True, on_delete=models.PROTECT, related_name="reorganisations"
    )
    decided_by = models.CharField(max_length=200, help_text="body and date, in words")
    public_text = models.TextField(max_length=2000)
    entered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="reorganisations"
    )
    touched = models.JSONField(
        default=dict,
        blank=True,
        help_text="the periods that it changed, as they were and as they became: to take it back before its day",
    )
    withdrawn_on = models.DateField(null=True, blank=True, help_text="taken back before its day")
    withdrawn_because = models.TextField(max_length=1000, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="reorganisations_withdrawn"
    )

    class Meta:
        ordering = ["starts_on", "id"]

    def __str__(self) -> str:
        return f"reorganisation {self.pk}"


class RoleSuccession(models.Model):
    """What one function did in one area is done by another from that day; by none when `role_after` is empty."""

    reorganisation = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="successions")
    role_before = models.CharField(max_length=60)
    area_before = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="roles_passed_on"
    )
    role_after = models.CharField(max_length=60, blank=True)
    area_after = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="roles_taken_over"
    )

    class Meta:
        indexes = [models.Index(fields=["role_before", "area_before"])]

    def __str__(self) -> str:
        return f"{self.role_before} → {self.role_after}"


class LessonApplied(models.Model):
    """A lesson of a way of working that this change of the organisation came from (TIL-32)."""

    reorganisation = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="lessons")
    approach_key = models.CharField(max_length=60)
    lesson = models.CharField(max_length=60, help_text="key under development.lessons")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "approach_key", "lesson"], name="a_lesson_is_applied_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.approach_key}: {self.lesson}"


class Handover(models.Model):
    """What the next holder of a function must know, written down when the holder changes (TIL-10)."""

    held = models.ForeignKey(RoleHeld, on_delete=models.PROTECT, related_name="handovers")
    text = models.TextField(max_length=4000)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handovers")
    written_on = models.DateField()

    class Meta:
        ordering = ["written_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_handover_says_something"),
        ]

    def __str__(self) -> str:
        return f"handover {self.pk}"


class LookUpCount(models.Model):
    """How often somebody asked who it is now in a month, and how often nobody was found (TIL-30)."""

    month = models.DateField(unique=True, help_text="its first day")
    found = models.PositiveIntegerField(default=0)
    missed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["month"]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.found} and {self.missed}"
