"""Which items serve the goal of a programme."""

from __future__ import annotations

from django.db import models

from wijkwerk.areas.models import Programme
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class ProgrammeItem(models.Model):
    """An item that serves the goal of a programme, and of no other (DOR-40). A measure says so in its own table."""

    thing = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="programme_item"
    )
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="items")
    tagged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="programme_items")
    tagged_on = models.DateField()

    class Meta:
        ordering = ["-thing_id"]

    def __str__(self) -> str:
        return f"{self.thing_id} for {self.programme_id}"
