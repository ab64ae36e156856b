"""The table of activations: how people of an area were asked to take part, by whom, and how many that reached."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.participation.rules import Way
from wijkwerk.people.models import Organisation, Person
from wijkwerk.thread.models import Thing

WAY_LABELS = {
    Way.DOOR: _("aan de deur"),
    Way.STREET: _("op straat"),
    Way.LETTER: _("met een brief"),
    Way.PHONE: _("met een telefoontje"),
    Way.MEETING: _("op een bijeenkomst"),
}


class Beginner(models.TextChoices):
    """Whose idea it was."""

    MUNICIPALITY = "municipality", _("de gemeente")
    ORGANISATION = "organisation", _("een andere organisatie")
    RESIDENTS = "residents", _("bewoners")


class Activation(models.Model):
    """Somebody went to people, or had them come, to get them to take part (UTR97-03, AMF-08)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="activations")
    held_on = models.DateField()
    way = models.CharField(max_length=10, choices=list(WAY_LABELS.items()))
    sentence = models.CharField(max_length=300, help_text="what people were asked, in public words")
    reached = models.PositiveIntegerField(help_text="how many people that reached")
    begun_by = models.CharField(max_length=20, choices=Beginner.choices)
    executor = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activations",
        help_text="who carried it out; null: residents themselves",
    )
    about = models.ForeignKey(
        Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="activations"
    )
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="activations_written")

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["area", "-held_on"], name="activations_of_an_area")]

    def __str__(self) -> str:
        return f"activation {self.pk}"
