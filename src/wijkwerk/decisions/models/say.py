"""Tables of how far residents have a say in an area, since when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class SayLevel(models.TextChoices):
    """How far residents go."""

    INFORMED = "informed", _("bewoners krijgen bericht")
    CONSULTED = "consulted", _("bewoners geven hun mening")
    CO_DECIDE = "co_decide", _("bewoners beslissen mee")
    DECIDE = "decide", _("bewoners beslissen")


class SayStep(models.Model):
    """From a day residents of an area go so far; later it is written down how that went."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="say_step")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="say_steps")
    level = models.CharField(max_length=12, choices=SayLevel.choices)
    since = models.DateField()
    evaluation = models.TextField(max_length=4000, blank=True, help_text="how this step went")
    worked = models.BooleanField(null=True, blank=True)
    evaluated_on = models.DateField(null=True, blank=True)
    evaluated_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="say_evaluations"
    )

    class Meta:
        ordering = ["-since", "-thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(evaluated_on__isnull=True) | (~Q(evaluation="") & Q(worked__isnull=False)),
                name="an_evaluation_says_how_it_went",
            )
        ]

    def __str__(self) -> str:
        return f"{self.level} in {self.area_id}"
