"""Reads of signals."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from wijkwerk.signals.rules import Route, SignalStatus

if TYPE_CHECKING:
    from wijkwerk.areas.models import Area
    from wijkwerk.people.models import Organisation

METRES_PER_DEGREE = 111_320


class SignalQuerySet(models.QuerySet["Signal"]):
    """The vocabulary of signals."""

    def open(self) -> Self:
        """Not yet answered."""
        return self.exclude(status=SignalStatus.ANSWERED)

    def new(self) -> Self:
        """Nobody decided yet where it goes."""
        return self.filter(status=SignalStatus.NEW)

    def within(self, areas: Iterable[Area]) -> Self:
        """In these areas."""
        return self.filter(thing__area__in=areas)

    def of_service(self, services: Iterable[Organisation]) -> Self:
        """Routed to these services."""
        return self.filter(service__in=services)

    def overdue(self, today: date) -> Self:
        """Open, and the promised day of the answer has passed."""
        return self.open().filter(answer_due_on__lt=today)

    def for_list(self) -> Self:
        """Everything a list prints, in one query."""
        return self.select_related("thing__area", "thing__neighbourhood", "service")

    def public_near(self, longitude: float, latitude: float, *, metres: int = 300) -> Self:
        """Open public signals within a square around a point, for "misschien al gemeld"."""
        up = metres / METRES_PER_DEGREE
        side = up / math.cos(math.radians(latitude))
        return self.open().filter(
            thing__public=True,
            longitude__range=(longitude - side, longitude + side),
            latitude__range=(latitude - up, latitude + up),
        )


def handled_shares(area: Area) -> dict[str, int]:
    """How many answered signals of an area were handled from which money (DEV-19)."""
    from wijkwerk.signals.models import Signal

    rows = (
        Signal.objects.filter(thing__area=area, status=SignalStatus.ANSWERED)
        .exclude(route__in=[Route.INDIVIDUAL, Route.SUPRA_AREA, Route.THANKS])
        .values_list("funding_source")
        .annotate(number=models.Count("pk"))
    )
    return dict(rows)
