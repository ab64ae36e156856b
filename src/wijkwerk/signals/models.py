"""Tables of signals."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.answers.models import Asker, Door
from wijkwerk.people.models import Organisation, Person
from wijkwerk.signals.queries import SignalQuerySet
from wijkwerk.signals.rules import FundingSource, Route, SignalStatus
from wijkwerk.thread.models import Thing


class Signal(models.Model):
    """Anything noticed in an area."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="signal")
    text = models.TextField(max_length=4000, blank=True)
    text_public = models.BooleanField(default=False, help_text="a person looked and nothing in it is private")
    category = models.CharField(max_length=40, blank=True, help_text="key of a category of the approach")
    door = models.CharField(max_length=20, choices=Door.choices)
    place_text = models.CharField(max_length=200, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    whole_neighbourhood = models.BooleanField(default=False)
    own_contribution = models.CharField(max_length=500, blank=True)
    resident_words = models.BooleanField(
        default=True, help_text="in a resident's own words, not an official's (DEV-53)"
    )
    status = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in SignalStatus], default=SignalStatus.NEW
    )
    route = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Route], blank=True)
    service = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="signals"
    )
    about = models.ForeignKey(
        Thing,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="additions",
        help_text="what this adds to or corrects, as who reported it says; no link of the thread",
    )
    handler = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="handled_signals",
        help_text="who does it themselves, where no service does",
    )
    funding_source = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in FundingSource], blank=True
    )
    answer_due_on = models.DateField()
    entered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="entered_signals"
    )
    reported_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    handled_on = models.DateField(null=True, blank=True)
    returned_because = models.CharField(
        max_length=300, blank=True, help_text="why the service gave it back; for the area officer only"
    )
    reopened = models.PositiveSmallIntegerField(default=0)
    wiped_at = models.DateTimeField(null=True, blank=True)
    request_key = models.CharField(
        max_length=40,
        null=True,
        blank=True,
        unique=True,
        help_text="the form's own key: a retried request makes no second signal",
    )

    objects = SignalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="answered") | ~Q(funding_source=""),
                name="handled_states_its_funding_source",
            ),
            models.CheckConstraint(
                condition=~Q(route="individual") | Q(text="", place_text="", longitude__isnull=True),
                name="an_individual_matter_keeps_no_text_or_place",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "answer_due_on"]),
            models.Index(fields=["longitude", "latitude"]),
            models.Index(fields=["service", "status"]),
            models.Index(fields=["answer_due_on", "thing"]),
        ]

    def __str__(self) -> str:
        return f"signal {self.pk}"


class Draft(models.Model):
    """A report being filled in, so that going back loses nothing and works without JavaScript.

    Only the browser that wrote it holds the token; here stands a hash of it. Once sent, nothing of what was written
    stays in this row: it then only remembers who asked, so that a request sent twice gives the first answer again.
    """

    key = models.CharField(max_length=64, unique=True, help_text="hash of the token in the browser's cookie")
    content = models.BinaryField(default=b"", blank=True, help_text="encrypted")
    photo = models.BinaryField(null=True, blank=True, help_text="written anew, as JPEG")
    photo_width = models.PositiveIntegerField(default=0)
    photo_height = models.PositiveIntegerField(default=0)
    asker = models.ForeignKey(Asker, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts")
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"])]

    def __str__(self) -> str:
        return f"draft {self.pk}"
