"""Tables of figures."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.figures.wording import plain
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class NamedFigure(models.Model):
    """A figure named beforehand for a thing: what it is before, and later what it is after. Source and moment with
    both; nothing is derived from the pair, for output is not outcome (KEY3-01)."""

    about = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="named_figures")
    indicator = models.CharField(max_length=160)
    unit = models.CharField(max_length=40)
    named_on = models.DateField()
    before = models.DecimalField(max_digits=14, decimal_places=2)
    before_source = models.CharField(max_length=200)
    after = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    after_source = models.CharField(max_length=200, blank=True)
    measured_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(after__isnull=True) | ~Q(after_source=""), name="a_figure_has_its_source"
            )
        ]

    def __str__(self) -> str:
        return self.indicator

    @property
    def before_text(self) -> str:
        """The value before, with its unit."""
        return f"{plain(Decimal(self.before))} {self.unit}"

    @property
    def after_text(self) -> str:
        """The value after, with its unit; empty as long as nobody measured."""
        return "" if self.after is None else f"{plain(Decimal(self.after))} {self.unit}"


class Indicator(models.TextChoices):
    """What is asked in a survey of a municipality's own, per area."""

    KNOWS_NAME = "knows_name", _("kent de naam van het gebied")


class SurveyFigure(models.Model):
    """Of every hundred residents of an area who were asked in a year, how many; with where that stands."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="survey_figures")
    indicator = models.CharField(max_length=20, choices=Indicator.choices)
    year = models.PositiveSmallIntegerField()
    percent = models.DecimalField(max_digits=4, decimal_places=1)
    source = models.CharField(max_length=200)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="survey_figures")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "indicator", "year"], name="one_survey_figure_per_area_and_year"
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="a_survey_figure_is_a_percentage"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="a_survey_figure_has_its_source"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}"
