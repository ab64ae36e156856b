"""Tables of rulings about an area: stepping aside, and deviating from the policy of the city."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models import Area
from wijkwerk.decisions.models.decisions import Decision
from wijkwerk.decisions.rules.rulings import DeviationState
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class SteppedAside(models.Model):
    """The municipality gives way to residents: within a scope, with limits, for a term (ARN-02)."""

    thing = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="stepped_aside"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="stepped_aside")
    scope = models.CharField(max_length=300, help_text="what residents do and decide themselves")
    limits = models.CharField(max_length=500, help_text="what stays as it is, whatever they choose")
    residents = models.CharField(max_length=160, help_text="to whom it gives way")
    starts_on = models.DateField()
    ends_on = models.DateField(help_text="the last day")
    notice_days = models.PositiveSmallIntegerField(help_text="how long before overruling it says so")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="stepped_aside")

    class Meta:
        ordering = ["-starts_on", "-thing_id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="room_is_given_for_a_term"),
            models.CheckConstraint(condition=Q(notice_days__gt=0), name="overruling_is_told_beforehand"),
        ]

    def __str__(self) -> str:
        return self.scope

    def holds_on(self, day: date) -> bool:
        """Whether residents have this room on a day."""
        overruled = any(one.took_effect_on and one.took_effect_on <= day for one in self.notices.all())
        return self.starts_on <= day <= self.ends_on and not overruled


class OverruleNotice(models.Model):
    """The municipality says beforehand that it will decide within the scope after all, and why."""

    stepped_aside = models.ForeignKey(SteppedAside, on_delete=models.PROTECT, related_name="notices")
    reason = models.TextField(max_length=2000)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="overrule_notices")
    given_on = models.DateField()
    effective_from = models.DateField()
    took_effect_on = models.DateField(null=True, blank=True)
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="overrule_notice"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"notice {self.pk}"


class Deviation(models.Model):
    """An area asks to solve something otherwise than the policy of the city says (ARN-04)."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="deviation")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="deviations")
    policy = models.CharField(max_length=200, help_text="from which policy of the city")
    otherwise = models.TextField(max_length=2000, help_text="what the area wants to do instead")
    why = models.TextField(max_length=2000)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="deviations_asked")
    asked_on = models.DateField()
    state = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in DeviationState],
        default=DeviationState.ASKED,
    )
    weighing = models.TextField(max_length=2000, blank=True, help_text="what speaks for it and against it")
    allowed_until = models.DateField(null=True, blank=True)
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="deviation"
    )
    evaluation = models.TextField(max_length=4000, blank=True)
    evaluated_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["allowed", "evaluated"]) | Q(allowed_until__isnull=False),
                name="a_deviation_is_allowed_for_a_term",
            ),
            models.CheckConstraint(
                condition=~Q(state="evaluated") | ~Q(evaluation=""),
                name="what_was_evaluated_says_how_it_went",
            ),
        ]

    def __str__(self) -> str:
        return self.policy

    def to_evaluate(self, today: date) -> bool:
        """Whether its term is over and nobody wrote down how it went."""
        return self.state == DeviationState.ALLOWED and bool(
            self.allowed_until and self.allowed_until < today
        )
