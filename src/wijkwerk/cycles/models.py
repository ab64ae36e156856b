"""Tables of the year."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import get_language

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Involvement, Step
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import Kept, kept
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person


class Cycle(models.Model):
    """One round of an area's year, under the approach version in force when it began."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cycles")
    approach_key = models.CharField(max_length=60)
    name = models.CharField(max_length=40, help_text="such as 2026")
    starts_on = models.DateField()
    ends_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="one_cycle_per_area_and_name"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="a_cycle_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def kept(self) -> Kept:
        """The file it was begun under, with what the area does differently day by day; looked up once."""
        return kept(self.area_id, self.approach_key)

    @property
    def approach(self) -> Approach:
        """The rules this cycle keeps to its end, also when the area has moved on; what differs here comes on top."""
        return self.kept.on(self.closed_on or max(self.starts_on, clock.today()))


class CycleStep(models.Model):
    """One step of a cycle, built from the approach."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=30, help_text="mechanism: a StepKind")
    ordinal = models.PositiveSmallIntegerField()
    label_nl = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    status = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in StepStatus], default=StepStatus.PLANNED
    )
    planned_from = models.DateField()
    planned_to = models.DateField(help_text="the last day")
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["cycle", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "ordinal"], name="one_step_per_place"),
            models.UniqueConstraint(fields=["cycle", "key"], name="one_step_per_key"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(opened_on__isnull=False),
                name="closed_after_it_was_opened",
            ),
        ]
        indexes = [models.Index(fields=["status", "kind"])]

    def __str__(self) -> str:
        return f"{self.label_nl} {self.cycle_id}"

    @property
    def label(self) -> str:
        """The name of this step for people, in their language."""
        language = get_language() or settings.LANGUAGE_CODE
        return self.label_nl if language.startswith("nl") else self.label_en

    @property
    def approach(self) -> Approach:
        """The rules that hold for it here; of a closed step those of the day it closed."""
        return self.cycle.kept.on(self.closed_on) if self.closed_on else self.cycle.approach

    @property
    def described(self) -> Step | None:
        """The step as its approach describes it now; None where the approach knows it no more."""
        return next((each for each in self.approach.cycle.steps if each.key == self.key), None)

    @property
    def involvement(self) -> Involvement | None:
        """How far residents go in it; None where the approach does not say."""
        return self.described.involvement if self.described else None


class SelfAssessment(models.Model):
    """Three questions about a cycle, answered by those who led it (GEN-02). It may be answered bit by bit."""

    cycle = models.OneToOneField(
        Cycle, primary_key=True, on_delete=models.CASCADE, related_name="self_assessment"
    )
    what = models.TextField(max_length=2000, blank=True, help_text="what do we want to reach?")
    why = models.TextField(max_length=2000, blank=True, help_text="why do we do it?")
    how_well = models.TextField(max_length=2000, blank=True, help_text="how, and how well, do we do it?")
    goals = models.JSONField(
        default=dict, blank=True, help_text="per key of a goal of the approach: what came of it (TIL-03)"
    )
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="self_assessments")
    written_on = models.DateField()

    def __str__(self) -> str:
        return f"self-assessment {self.pk}"
