"""A reaction of someone to what the municipality intends, and what was done with it: to a plan, or in consultation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkwerk.thread.models import Thing


class Followed(models.TextChoices):
    """What was done with a reaction."""

    ADOPTED = "adopted", pgettext_lazy("reactie", "overgenomen")
    PARTLY = "partly", _("voor een deel overgenomen")
    NOT = "not", _("niet overgenomen")


class AnsweredReaction(models.Model):
    """What someone thinks of it. The text is public only after a person looked and found nothing private.

    A table of reactions has the thing as its key, who answered (`answered_by`), and says in `about` where it finds the
    thing that was reacted to.
    """

    about: ClassVar[str]
    thing: models.OneToOneField[Thing, Thing]
    text = models.TextField(max_length=2000, blank=True)
    text_public = models.BooleanField(default=False)
    followed = models.CharField(max_length=10, choices=Followed.choices, blank=True)
    reason = models.TextField(max_length=2000, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def subject(self) -> Thing:
        """What was reacted to."""
        found: object = self
        for step in self.about.split("__"):
            found = getattr(found, step)
        assert isinstance(found, Thing)
        return found
