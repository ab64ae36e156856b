"""A round in which residents react to the draft of a plan, and what was done with each reaction (DOR-14)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from wijkwerk.decisions.models import AnsweredReaction
from wijkwerk.people.models import Person
from wijkwerk.plans.models.plans import Plan
from wijkwerk.thread.models import Thing


class ConsultationRound(models.Model):
    """Residents hear what a plan intends and can say what they think of it, until a day."""

    plan = models.OneToOneField(Plan, primary_key=True, on_delete=models.CASCADE, related_name="round")
    intention = models.TextField(max_length=2000, help_text="what the plan intends, for residents")
    opened_on = models.DateField()
    open_until = models.DateField(help_text="the last day on which people can react")
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(open_until__gte=F("opened_on")), name="a_round_gives_time")
        ]

    def __str__(self) -> str:
        return f"round {self.pk}"

    def is_open(self, today: date) -> bool:
        """Whether people can react on this day."""
        return self.closed_on is None and today <= self.open_until


class Reaction(AnsweredReaction):
    """What someone thinks of a draft."""

    about = "round__plan__thing"
    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="reaction")
    round = models.ForeignKey(ConsultationRound, on_delete=models.PROTECT, related_name="reactions")
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="answered_reactions"
    )

    class Meta:
        ordering = ["thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(followed="") | (~Q(reason="") & Q(answered_on__isnull=False)),
                name="a_reaction_is_answered_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"reaction {self.pk}"
