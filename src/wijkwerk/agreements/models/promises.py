"""Tables of promises."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from wijkwerk.agreements.rules import ENDS, PromiseState
from wijkwerk.areas.models import Area
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class Promise(models.Model):
    """Something promised to residents of an area, about a thing of the thread where there is one."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="promises")
    about = models.ForeignKey(Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    text = models.CharField(max_length=300)
    function = models.CharField(max_length=120, help_text="which function promised")
    made_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="promises"
    )
    made_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=30, choices=[(one.value, one.value) for one in PromiseState], default=PromiseState.OPEN
    )
    message = models.TextField(
        max_length=2000, blank=True, help_text="published message back to the residents"
    )
    told_on = models.DateField(null=True, blank=True, help_text="when the message was published")
    joint_proposal = models.TextField(max_length=2000, blank=True, help_text="worked out with residents")
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="cannot_be_kept_alone") | ~Q(message=""),
                name="what_cannot_be_kept_alone_is_told",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["kept_together", "given_up"]) | ~Q(joint_proposal=""),
                name="it_ends_with_a_joint_proposal",
            ),
        ]
        indexes = [models.Index(fields=["area", "state", "due_on"])]

    def __str__(self) -> str:
        return f"promise {self.pk}"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is due."""
        return PromiseState(self.state) in ENDS

    def is_late(self, today: date) -> bool:
        """Whether the date has passed while it is still open."""
        return not self.is_closed and self.due_on < today
