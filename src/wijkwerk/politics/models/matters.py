"""Tables of politics."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class Subject(models.TextChoices):
    """What a matter is about: how it goes, or what is decided."""

    PROCESS = "process", _("hoe het gaat (proces)")
    CONTENT = "content", _("wat er gebeurt (inhoud)")


class Matter(models.Model):
    """Something laid before an office over the direct line, and the answer."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="matters")
    about = models.ForeignKey(Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="matters")
    to_role = models.CharField(max_length=60, help_text="role key of the office it lies before")
    question = models.CharField(max_length=160, help_text="what is asked, in one sentence")
    text = models.TextField(max_length=2000)
    subject = models.CharField(max_length=10, choices=Subject.choices, default=Subject.PROCESS)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="matters_sent")
    sent_at = models.DateTimeField()
    answer = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="matters_answered"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="", answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="an_answered_matter_has_its_answer",
            )
        ]
        indexes = [models.Index(fields=["area", "to_role", "-sent_at"])]

    def __str__(self) -> str:
        return f"matter {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered_at is None
