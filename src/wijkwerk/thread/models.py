"""Tables of the thread."""

from __future__ import annotations

import re
import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import areas_of
from wijkwerk.thread.kinds import kind_of, kinds

# Who looks at what came in before it is public: whoever triages, answers or enters it, and who may read everything.
_LOOKS = (Power.TRIAGE_SIGNAL, Power.ANSWER, Power.ENTER_ON_BEHALF, Power.READ_EVERYTHING)
_NUMBER = re.compile(r"([A-Z]+)-([1-9][0-9]{3})-([0-9]{4,18})")


class ThingQuerySet(models.QuerySet["Thing"]):
    """The vocabulary of things."""

    def visible_to(self, person: Person | None) -> Self:
        """Public things, and those not yet public in the areas where this person looks at what comes in."""
        if person is None:
            return self.filter(public=True)
        looking = {area.pk for power in _LOOKS for area in areas_of(person, power)}
        return self.filter(Q(public=True) | Q(area__in=looking))

    def numbered(self, number: str) -> Self:
        """The thing with this public number (none when the number is not one)."""
        found = _NUMBER.fullmatch(number.strip().upper())
        if not found:
            return self.none()
        named = [kind.key for kind in kinds() if kind.prefix == found[1]]
        return self.filter(pk=int(found[3]), kind__in=named, born_on__year=int(found[2]))


class Thing(models.Model):
    """One link of the thread. Its own table (signal, need, measure …) shares this primary key."""

    kind = models.CharField(max_length=20)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="things")
    neighbourhood = models.ForeignKey(
        Area,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="things_here",
        help_text="the finer area people experience, where known",
    )
    sentence = models.CharField(
        max_length=200, help_text="public title; for residents, without personal data"
    )
    public = models.BooleanField(default=False)
    born_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = ThingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["area", "kind", "-id"]),
            models.Index(fields=["area", "-id"], condition=Q(public=True), name="thing_public_per_area"),
            models.Index(fields=["neighbourhood", "kind", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("born_on")),
                name="a_thing_ends_after_its_birth",
            )
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The public page of the thread, seen from this thing. Its view combines capabilities, so `config` names it."""
        return reverse("thread", args=[self.number])

    @property
    def number(self) -> str:
        """The public number, such as `M-2026-0181`: prefix of the kind, year of birth, id. Derived, never stored."""
        return f"{kind_of(self.kind).prefix}-{self.born_on.year}-{self.pk:04d}"


class Role(models.TextChoices):
    """What a cause is to its effect."""

    UNDERSTOOD_AS = "understood_as", "begrepen als"
    WISHED = "wished", "gewenst"
    WORKED_OUT_AS = "worked_out_as", "uitgewerkt als"
    ADOPTED_IN = "adopted_in", "vastgesteld in"
    FUNDED_BY = "funded_by", "betaald uit"
    CARRIED_OUT_BY = "carried_out_by", "uitgevoerd door"
    TOLD_IN = "told_in", "verteld in"
    BROUGHT = "brought", "bracht"


class Link(models.Model):
    """Cause → effect."""

    cause = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="effects")
    effect = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="causes")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cause", "effect", "role"], name="one_link_per_role"),
            models.CheckConstraint(condition=~Q(cause=F("effect")), name="nothing_causes_itself"),
        ]
        indexes = [models.Index(fields=["effect", "cause"])]

    def __str__(self) -> str:
        return f"{self.cause_id} → {self.effect_id}"


class JournalEntry(models.Model):
    """Who did what to which thing, when, on whose behalf. Append-only; no free text, names or addresses."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    thing = models.ForeignKey(Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="journal")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="journal")
    on_behalf_of = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="journal_on_behalf"
    )
    detail_id = models.BigIntegerField(
        null=True, blank=True, help_text="id of a row the verb is about, if any"
    )
    transaction = models.BigIntegerField(default=0, help_text="PostgreSQL transaction id; 0 on SQLite")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["thing", "id"]),
            models.Index(fields=["by", "id"]),
            models.Index(fields=["transaction", "id"], name="journal_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.thing_id}"


class JournalPosition(models.Model):
    """How far one listener has read: up to this entry of this transaction (see `listeners`)."""

    listener = models.CharField(max_length=60, primary_key=True)
    transaction = models.BigIntegerField(default=0)
    position = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.listener} at {self.position}"


class Attachment(models.Model):
    """A photo with a thing, written anew by us (see `foundation.photos`)."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="attachments")
    file = models.FileField(upload_to="photos/%Y/%m")
    alt = models.CharField(max_length=200, blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_at = models.DateTimeField()
    by_resident = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"photo {self.pk}"
