"""Tables of what goes to a committee or to the board, and of what was agreed with an area alderman."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.models import ValidPeriod
from wijkwerk.people.models import Person
from wijkwerk.politics.models.matters import Subject
from wijkwerk.politics.rules import Forum, ProposalState
from wijkwerk.thread.models import Thing


class Proposal(models.Model):
    """Something that a committee forwarded, or that was put on the list of the board, with what became of it."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="proposal")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="proposals")
    forum = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Forum])
    to = models.CharField(max_length=160, help_text="the committee or body that treats it")
    text = models.TextField(max_length=2000)
    subject = models.CharField(max_length=10, choices=Subject.choices, default=Subject.CONTENT)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposals_brought")
    brought_on = models.DateField()
    state = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in ProposalState],
        default=ProposalState.FORWARDED,
    )
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal"
    )

    class Meta:
        ordering = ["-thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="forwarded", decision__isnull=True)
                | Q(state="treated", decision__isnull=False),
                name="what_was_treated_has_its_decision",
            )
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class ProcessAgreement(ValidPeriod):
    """What was agreed with the alderman of an area about process and content, from–to."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="process_agreements")
    alderman = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="process_agreements")
    text = models.TextField(max_length=2000)
    agreed_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="process_agreements_made"
    )

    class Meta:
        ordering = ["-valid_from", "-id"]

    def __str__(self) -> str:
        return f"agreement with {self.alderman_id}"
