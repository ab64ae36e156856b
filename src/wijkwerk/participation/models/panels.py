"""Tables of panels: who was asked where, and what they said."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import CycleStep
from wijkwerk.thread.models import Thing


class AskedBy(models.TextChoices):
    """Who asked at a session: often residents themselves (DEV-09)."""

    RESIDENT = "resident", _("bewoners")
    OFFICIAL = "official", _("medewerkers")


class PanelRound(models.Model):
    """The asking of one area in one cycle."""

    step = models.OneToOneField(CycleStep, on_delete=models.PROTECT, related_name="panel_round")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="panel_rounds")

    def __str__(self) -> str:
        return f"panel round {self.pk}"


class PanelSession(models.Model):
    """One occasion on which people were asked."""

    round = models.ForeignKey(PanelRound, on_delete=models.PROTECT, related_name="sessions")
    place = models.CharField(max_length=160)
    starts_at = models.DateTimeField()
    asked_by = models.CharField(max_length=10, choices=AskedBy.choices)
    askers_text = models.CharField(max_length=200, blank=True, help_text="who asked, in public words")
    attendance = models.PositiveIntegerField(null=True, blank=True)
    report = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["starts_at", "id"]

    def __str__(self) -> str:
        return f"{self.place} {self.starts_at:%Y-%m-%d}"


class Contribution(models.Model):
    """A problem heard in a panel: a signal, with the session and, where someone spoke for a group, both names."""

    signal = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="contribution"
    )
    round = models.ForeignKey(PanelRound, on_delete=models.PROTECT, related_name="contributions")
    session = models.ForeignKey(
        PanelSession, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    group = models.CharField(max_length=160, blank=True, help_text="on behalf of which group (DEV-46)")
    supporter = models.CharField(max_length=160, blank=True, help_text="who helped them word it")
    wished = models.CharField(max_length=500, blank=True, help_text="the measure they wish for it (DEV-09)")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(group="") | ~Q(supporter=""), name="on_behalf_of_a_group_names_both"
            )
        ]

    def __str__(self) -> str:
        return f"contribution {self.pk}"
