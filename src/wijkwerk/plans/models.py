"""Tables of plans, measures and work."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.models import Organisation, Person
from wijkwerk.plans.rules import MeasureStatus, PlanStatus, days_late
from wijkwerk.thread.models import Attachment, Thing


class Plan(models.Model):
    """The area plan of one cycle."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="plan")
    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="plan")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="plans")
    foreword = models.TextField(max_length=4000, blank=True)
    status = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in PlanStatus], default=PlanStatus.DRAFT
    )
    adopted_on = models.DateField(null=True, blank=True)
    adopted_by = models.CharField(max_length=160, blank=True, help_text="function or body")
    noted_on = models.DateField(null=True, blank=True)
    noted_by = models.CharField(max_length=160, blank=True)

    def __str__(self) -> str:
        return f"plan {self.pk}"


class Funding(models.TextChoices):
    """From what money a measure is paid (DEV-19)."""

    AREA_BUDGET = "area_budget", _("wijkbudget")
    REGULAR = "regular", _("gewone begroting")
    PARTNER = "partner", _("partner")
    NONE = "none", _("kost geen geld")


class Measure(models.Model):
    """A concrete action, with who does it, for what, and from what money."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="measure")
    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="measures")
    motive = models.TextField(max_length=1000)
    theme = models.CharField(max_length=60, blank=True)
    working_goal = models.CharField(max_length=60, blank=True, help_text="key of a working goal (DEV-06)")
    serves_objective = models.BooleanField(default=False, help_text="serves the central objective (DEV-05)")
    residents_do = models.CharField(max_length=500, blank=True, help_text="what residents do themselves")
    cost_minor = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3, default=Currency.EUR)
    funding = models.CharField(max_length=20, choices=Funding.choices)
    funding_service = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="funded_measures"
    )
    place = models.PositiveSmallIntegerField(null=True, blank=True, help_text="place in the residents' order")
    status = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in MeasureStatus],
        default=MeasureStatus.DRAFTED,
    )
    expected_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place", "thing_id"]
        indexes = [models.Index(fields=["status", "-thing"], name="measure_newest_of_status")]

    def __str__(self) -> str:
        return f"measure {self.pk}"

    @property
    def cost(self) -> Money:
        """What it costs."""
        return Money(self.cost_minor, Currency(self.currency))


class ExecutorKind(models.TextChoices):
    """Kinds of parties that carry measures out (DEV-11)."""

    SERVICE = "service", _("gemeente")
    RESIDENT_GROUP = "resident_group", _("bewoners")
    PARTNER = "partner", _("partner")


class Executor(models.Model):
    """A party that carries a measure out."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="executors")
    kind = models.CharField(max_length=20, choices=ExecutorKind.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="executes")
    task = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "organisation"], name="a_party_executes_a_measure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} executes {self.measure_id}"


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
