"""Tables of routes of adoption: which way a thing goes, and which stops it has had."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from wijkwerk.approaches.schema import Approach, Route, StopKind
from wijkwerk.areas.queries import kept
from wijkwerk.decisions.models.decisions import Decision
from wijkwerk.decisions.rules.routes import StopOutcome
from wijkwerk.foundation import clock
from wijkwerk.thread.models import Thing


class AdoptionRoute(models.Model):
    """A thing on its way to adoption, by a route of the approach it was begun under."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="adoption_routes")
    approach_key = models.CharField(max_length=60)
    route_key = models.CharField(max_length=60)
    opened_on = models.DateField()
    refused_on = models.DateField(
        null=True, blank=True, help_text="the last stop said no: only a new round can lead further"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["thing"],
                condition=Q(refused_on__isnull=True),
                name="a_thing_is_on_one_route_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"route of {self.thing_id}"

    @cached_property
    def approach(self) -> Approach:
        """The approach under which it was begun, also when another one holds by now, with what differs here."""
        return kept(self.thing.area_id, self.approach_key).on(self.refused_on or clock.today())

    @property
    def route(self) -> Route:
        """The stops, as the approach has them."""
        return self.approach.route(self.route_key)

    @property
    def rule(self) -> str:
        """What a refusal that rests on this route names as its ground."""
        return f"{self.approach_key}: routes.{self.route_key}"


class StopTaken(models.Model):
    """One stop that was taken; the decision says who, when and why."""

    route = models.ForeignKey(AdoptionRoute, on_delete=models.PROTECT, related_name="taken")
    stop = models.CharField(max_length=60, help_text="key of the stop in the approach")
    kind = models.CharField(max_length=30, choices=[(one.value, one.value) for one in StopKind])
    ending = models.CharField(max_length=20, choices=[(one.value, one.value) for one in StopOutcome])
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="stop")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["route", "stop"], name="a_stop_is_taken_once")]

    def __str__(self) -> str:
        return f"{self.stop} of {self.route_id}"
