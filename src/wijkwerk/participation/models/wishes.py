"""Tables of the longlist."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Organisation
from wijkwerk.thread.models import Thing


class Longlist(models.Model):
    """The raw list of wishes of one area in one cycle."""

    step = models.OneToOneField(CycleStep, on_delete=models.PROTECT, related_name="longlist")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="longlists")
    limit = models.PositiveSmallIntegerField(help_text="how many wishes can be carried out")

    def __str__(self) -> str:
        return f"longlist {self.pk}"


class Wish(models.Model):
    """A wished measure for a need."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="wish")
    need = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="wishes")
    longlist = models.ForeignKey(
        Longlist, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes"
    )
    text = models.TextField(max_length=1000)
    theme = models.CharField(max_length=60, blank=True)
    own_contribution = models.CharField(max_length=500, blank=True)
    cost_minor = models.PositiveBigIntegerField(null=True, blank=True, help_text="estimate, minor units")
    currency = models.CharField(max_length=3, default="EUR")
    status = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in WishStatus], default=WishStatus.LISTED
    )
    passed_to = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes_passed_on"
    )
    place = models.PositiveSmallIntegerField(null=True, blank=True, help_text="place in the residents' order")
    wished_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place", "thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="passed_on") | Q(passed_to__isnull=False), name="passed_on_names_to_whom"
            ),
            models.UniqueConstraint(
                fields=["longlist", "place"], condition=Q(place__isnull=False), name="one_wish_per_place"
            ),
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"

    @property
    def cost(self) -> Money | None:
        """The estimate; None while nobody made one."""
        return None if self.cost_minor is None else Money(self.cost_minor, Currency(self.currency))
