"""Plans of every kind: what they are, where they come from, and what stands in them besides their own measures."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import kept
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation import clock
from wijkwerk.people.models import Organisation, Person
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.thread.models import Thing


class Plan(models.Model):
    """A plan for an area: the plan of one cycle, or one of another kind with the years it holds for.

    `key` is a kind of plan in the approach under which it was begun; that approach keeps holding for it.
    """

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="plan")
    cycle = models.OneToOneField(Cycle, null=True, blank=True, on_delete=models.PROTECT, related_name="plan")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="plans")
    key = models.CharField(max_length=60, default="area_plan", help_text="kind of plan in the approach")
    kind = models.CharField(
        max_length=30, choices=[(one.value, one.value) for one in PlanKind], default=PlanKind.AREA_PLAN
    )
    approach_key = models.CharField(max_length=60, blank=True, help_text="empty: that of the cycle")
    service = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
        help_text="the service whose plan it is",
    )
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    foreword = models.TextField(max_length=4000, blank=True)
    status = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in PlanStatus], default=PlanStatus.DRAFT
    )
    adopted_on = models.DateField(null=True, blank=True)
    adopted_by = models.CharField(max_length=160, blank=True, help_text="function or body")
    noted_on = models.DateField(null=True, blank=True)
    noted_by = models.CharField(max_length=160, blank=True)
    started_on = models.DateField(null=True, blank=True, help_text="of a project: when it began")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(cycle__isnull=False) | ~Q(approach_key=""), name="a_plan_has_its_approach"
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="a_plan_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["area", "key", "service", "first_year"],
                condition=Q(kind=PlanKind.SECTOR_PLAN),
                name="one_sector_plan_per_service_area_and_year",
            ),
        ]
        indexes = [models.Index(fields=["area", "kind", "first_year"], name="plan_of_area_kind_and_year")]

    def __str__(self) -> str:
        return f"plan {self.pk}"

    @cached_property
    def approach(self) -> Approach:
        """The rules it was begun under, also when the area has moved on; what differs here comes on top."""
        if self.cycle is not None:
            return self.cycle.approach
        ended = date(self.last_year, 12, 31) if self.last_year else clock.today()
        return kept(self.area_id, self.approach_key).on(min(ended, clock.today()))

    @property
    def described(self) -> Described | None:
        """Its kind as the approach describes it; None where the approach knows no such kind."""
        return next((each for each in self.approach.plans if each.key == self.key), None)

    @property
    def since(self) -> date:
        """The first day it is about."""
        if self.cycle is not None:
            return self.cycle.starts_on
        return date(self.first_year, 1, 1) if self.first_year else self.thing.born_on

    @property
    def years(self) -> str:
        """ "1998–2001", or the name of its cycle."""
        if self.cycle is not None:
            return self.cycle.name
        if self.first_year == self.last_year:
            return str(self.first_year or "")
        return f"{self.first_year}–{self.last_year}"


class Registration(models.Model):
    """A service reported a project to the office of the area; it may not start before the office accepted it."""

    plan = models.OneToOneField(Plan, primary_key=True, on_delete=models.CASCADE, related_name="registration")
    registered_on = models.DateField()
    registered_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="registered_projects"
    )
    accepted = models.BooleanField(null=True, blank=True)
    reason = models.TextField(max_length=2000, blank=True)
    judged_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted__isnull=True) | (Q(judged_on__isnull=False) & ~Q(reason="")),
                name="a_registration_is_judged_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"registration {self.pk}"
