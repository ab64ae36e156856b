"""An assignment: what a programme is asked to bring about, recorded by who gives and who takes it (DH-01)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Organisation, Person
from wijkwerk.requests.rules import Side


class Assignment(models.Model):
    """The order, signed by both, and looked back on at the end."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="assignments")
    plan = models.CharField(max_length=60, help_text="key of the plan kind in the approach")
    order = models.TextField(max_length=2000, help_text="public: what is asked")
    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments_given")
    taker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments_taken")
    recorded_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    giver_signed_on = models.DateField(null=True, blank=True)
    taker_signed_on = models.DateField(null=True, blank=True)
    evaluator = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments_evaluated"
    )
    conclusion = models.TextField(max_length=2000, blank=True, help_text="public")
    checked_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="an_assignment_has_two_sides"),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True)
                | (Q(giver_signed_on__isnull=False) & Q(taker_signed_on__isnull=False)),
                name="only_what_both_signed_is_checked",
            ),
        ]

    def __str__(self) -> str:
        return f"assignment {self.pk}"

    @property
    def is_signed(self) -> bool:
        """Whether both sides put their name to it."""
        return self.giver_signed_on is not None and self.taker_signed_on is not None


class ExpectedResult(models.Model):
    """One thing that must be there at the end, and whether it is."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="results")
    text = models.CharField(max_length=300)
    reached = models.BooleanField(null=True, blank=True, help_text="null: not looked at yet")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"result {self.pk}"


class Expectation(models.Model):
    """What one side expects of the other."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="expectations")
    side = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Side])
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["side", "id"]

    def __str__(self) -> str:
        return f"expectation {self.pk}"
