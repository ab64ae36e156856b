"""Tables of formal consultation (inspraak), and of what is too important to decide without."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from wijkwerk.decisions.models.reactions import AnsweredReaction
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class Important(models.Model):
    """Whatever is decided about this thing, everyone could react to it first (AMF-10)."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="important")
    why = models.CharField(max_length=300)
    marked_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="marked_important"
    )
    marked_on = models.DateField()

    def __str__(self) -> str:
        return f"important {self.pk}"


class Consultation(models.Model):
    """Everyone may react to a thing for a time; it ends with what was done with the reactions."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="consultations")
    opened_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="consultations")
    opened_on = models.DateField()
    open_until = models.DateField(help_text="the last day on which people can react")
    question = models.CharField(max_length=300)
    intention = models.TextField(max_length=2000, blank=True, help_text="what is to be decided, for everyone")
    decider = models.CharField(max_length=160, blank=True, help_text="who decides afterwards")
    closed_on = models.DateField(null=True, blank=True)
    reactions = models.PositiveIntegerField(null=True, blank=True, help_text="how many people reacted")
    answer = models.TextField(max_length=4000, blank=True, help_text="what was done with the reactions")

    class Meta:
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(open_until__gte=F("opened_on")), name="people_have_time_to_react"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(answer=""), name="a_consultation_ends_with_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"consultation {self.pk}"

    def is_open(self, today: date) -> bool:
        """Whether people can react on this day."""
        return self.closed_on is None and self.opened_on <= today <= self.open_until


class ConsultationReaction(AnsweredReaction):
    """What someone said in a formal consultation."""

    about = "consultation__thing"
    thing = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="formal_reaction"
    )
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="received")
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="answered_in_consultations"
    )

    class Meta:
        ordering = ["thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(followed="") | (~Q(reason="") & Q(answered_on__isnull=False)),
                name="what_was_said_is_answered_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"reaction {self.pk}"
