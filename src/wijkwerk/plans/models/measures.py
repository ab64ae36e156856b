"""Measures, who carries them out, and the figures they rest on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area, Programme
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.models import Organisation
from wijkwerk.plans.models.plans import Plan
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.thread.models import Thing


class KeyFigure(models.Model):
    """A figure of an area under a theme, with its year and source; what it lets expect can stand beside it (TIL-25)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="key_figures")
    theme = models.CharField(max_length=60, help_text="key of a theme of the approach")
    label = models.CharField(max_length=120)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    unit = models.CharField(max_length=40, blank=True)
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    expected_problem = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["theme", "label", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "theme", "label", "year"], name="one_key_figure_per_area_theme_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.year})"


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
    zero_reason = models.CharField(max_length=300, blank=True, help_text="why it costs nothing (DOR-13)")
    programme = models.ForeignKey(
        Programme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="measures",
        help_text="the programme whose goal it serves (DOR-40)",
    )
    figures = models.ManyToManyField(KeyFigure, blank=True, related_name="supports")

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


class Included(models.Model):
    """A measure of one plan that stands in another too: carried over to the next programme, or put together in one
    area plan. It stays one measure, with one thread."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="included")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="included_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "measure"], name="a_measure_stands_in_a_plan_once")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} in {self.plan_id}"
