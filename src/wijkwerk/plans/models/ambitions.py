"""What stands in an ambition for years: tasks, who made it, when it is looked at again, and how long it holds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.approaches.schema import AuthorKind
from wijkwerk.people.models import Organisation, Person
from wijkwerk.plans.models.plans import Plan


class AreaTask(models.Model):
    """A main task an area faces, and how those who made it work together on it (UTR18-06)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField(max_length=300)
    cooperation = models.CharField(max_length=300, help_text="who works together on it, and how")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(cooperation=""), name="a_task_says_how_people_cooperate")
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"


class Maker(models.Model):
    """Residents or a stakeholder who made a plan along: a group or an organisation, never a resident by name."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="makers")
    kind = models.CharField(max_length=30, choices=[(one.value, one.value) for one in AuthorKind])
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="made_plans"
    )
    name = models.CharField(max_length=160, help_text="a group or an organisation, in public words")
    people = models.PositiveIntegerField(null=True, blank=True, help_text="how many took part")
    signed_on = models.DateField()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["plan", "name"], name="a_maker_signs_a_plan_once")]

    def __str__(self) -> str:
        return self.name


class HorizonChange(models.Model):
    """From a day on, a plan is made for another number of years."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="horizons")
    years = models.PositiveSmallIntegerField()
    holds_from = models.DateField()
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="horizons")

    class Meta:
        ordering = ["holds_from", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "holds_from"], name="one_horizon_per_plan_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.years} from {self.holds_from}"


class ReviewPoint(models.Model):
    """A day on which a plan for years is held against reality (UTR18-07)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reviews")
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    findings = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "due_on"], name="one_review_per_plan_and_day"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | ~Q(findings=""), name="a_review_finds_something"
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"
