"""Under which approach an area works, and how a programme grew from an experiment to the whole city."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models.areas import Area
from wijkwerk.foundation.models import ValidPeriod
from wijkwerk.foundation.money import Currency, Money


class AreaApproach(ValidPeriod):
    """The approach version an area works under, adopted on a day with a currency and the amounts chosen."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="approaches")
    approach_key = models.CharField(max_length=60)
    currency = models.CharField(max_length=3)
    amount_per_resident = models.PositiveIntegerField(
        null=True, blank=True, help_text="minor units of the currency; null: as the approach says"
    )
    adopted_by = models.CharField(max_length=200, help_text="body and date of the decision, in words")
    overrides = models.JSONField(
        default=dict,
        blank=True,
        help_text="what is different here: path → value, reason, decided_by, since; a row with it follows the area"
        " around it when that changes its approach",
    )

    ended = models.JSONField(
        default=dict,
        blank=True,
        help_text="what stopped being different here when this row ended: path → reason, decided_by",
    )

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(valid_to__isnull=True),
                name="one_approach_in_force_per_area",
                violation_error_message=_(
                    "Dit gebied werkt al onder een aanpak; sluit die eerst af met een datum."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.approach_key

    @property
    def per_resident(self) -> Money | None:
        """The amount per resident chosen on adopting; None: as the approach says."""
        if self.amount_per_resident is None:
            return None
        return Money(self.amount_per_resident, Currency(self.currency))


class Stage(models.TextChoices):
    """How far a programme has come (DEV-01)."""

    EXPERIMENT = "experiment", _("proef")
    CITY_WIDE = "city_wide", _("in de hele gemeente")


class Programme(models.Model):
    """Neighbourhood working as the municipality undertook it: which areas take part, decided step by step.

    Its founding parties are organisations, which `people` knows: the relation lives there and points here.
    """

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    policy_frame = models.TextField(blank=True, help_text="the wider policy the programme stands in (DEV-03)")
    goal = models.TextField(
        max_length=500, blank=True, help_text="its own, whatever its successor is for (DOR-40)"
    )
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ProgrammeDecision(models.Model):
    """The dated decision by which a programme began or was widened."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="decisions")
    decided_on = models.DateField()
    stage = models.CharField(max_length=20, choices=Stage.choices)
    decided_by = models.CharField(max_length=200, help_text="the body that decided, in words")
    public_text = models.TextField()

    class Meta:
        ordering = ["decided_on"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "decided_on"], name="one_programme_decision_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.decided_on}: {self.stage}"


class ProgrammeArea(ValidPeriod):
    """An area takes part in a programme in this period."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="memberships")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="programmes")

    class Meta:
        ordering = ["valid_from", "area__name"]
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["programme", "area"],
                condition=Q(valid_to__isnull=True),
                name="an_area_takes_part_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} in {self.programme_id}"
