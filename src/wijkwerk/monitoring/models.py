"""Tables of effects."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.figures.models import NamedFigure
from wijkwerk.thread.models import Thing


class Effect(models.Model):
    """What a piece of work brought."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="effect")
    work = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="effects_of_work")
    outcome = models.TextField(
        max_length=2000, blank=True, help_text="what it brought; what was done is with the work"
    )
    verdict = models.TextField(max_length=2000, blank=True, help_text="residents, in their own words")
    verdict_by = models.CharField(
        max_length=160, blank=True, help_text="how many and how asked, without names"
    )
    figure = models.ForeignKey(
        NamedFigure, null=True, blank=True, on_delete=models.PROTECT, related_name="effects"
    )
    learned_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(verdict="") | ~Q(outcome=""), name="an_effect_says_something")
        ]

    def __str__(self) -> str:
        return f"effect {self.pk}"
