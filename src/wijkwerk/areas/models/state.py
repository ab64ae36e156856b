"""Which state of the map this is, so that what is worked out from it can be kept and still never be stale."""

from __future__ import annotations

import uuid

from django.db import models


class MapState(models.Model):
    """One row with a name for the present state of areas, groupings and streets; every change gives a new
    one.

    A random name and not a counter: a counter that a rolled-back transaction took back would be given out
    twice.
    """

    name = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.name)

    @classmethod
    def renew(cls) -> None:
        """Say that something on the map changed. Call it in the transaction that changes it."""
        cls.objects.update_or_create(pk=1, defaults={"name": uuid.uuid4()})

    @classmethod
    def current(cls) -> uuid.UUID | None:
        """The name of the present state; None while no action ever changed the map: keep nothing then."""
        return cls.objects.filter(pk=1).values_list("name", flat=True).first()
