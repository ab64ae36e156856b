"""Tables of needs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkwerk.thread.models import Thing


class WordsOf(models.TextChoices):
    """In whose words a need is put (DEV-53)."""

    RESIDENT = "resident", _("in de woorden van bewoners")
    OFFICIAL = "official", _("in de woorden van de gemeente")


class Need(models.Model):
    """What is understood behind signals. The public sentence of its thing is in residents' words."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="need")
    asked = models.CharField(max_length=300, help_text="the question as asked")
    underlying = models.CharField(max_length=500, blank=True, help_text="the question behind the question")
    resident_words = models.TextField(max_length=2000, blank=True)
    policy_words = models.TextField(max_length=2000, blank=True)
    words_of = models.CharField(max_length=10, choices=WordsOf.choices, default=WordsOf.RESIDENT)
    theme = models.CharField(max_length=60, blank=True)
    from_residents = models.TextField(max_length=1000, blank=True)
    from_figures = models.TextField(max_length=1000, blank=True)
    from_professionals = models.TextField(max_length=1000, blank=True)
    understood_on = models.DateField()

    def __str__(self) -> str:
        return f"need {self.pk}"

    @property
    def sources(self) -> int:
        """How many of the three sources speak (ROT-11)."""
        return sum(bool(text) for text in (self.from_residents, self.from_figures, self.from_professionals))
