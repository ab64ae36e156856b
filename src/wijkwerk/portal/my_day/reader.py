"""Who is reading: their mandates, looked up once for all sources."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import Organisation, Person, RoleHeld
from wijkwerk.people.permissions import Mandates, mandates_of
from wijkwerk.portal.my_day.tasks import DAYS_AHEAD


class Reader:
    """One person on one day."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.held: Mandates = mandates_of(person)
        self.today = clock.today()
        self._areas: dict[Power, list[Area]] = {}

    def areas(self, power: Power) -> list[Area]:
        """Where this person may do this."""
        if power not in self._areas:
            self._areas[power] = self.held.areas_with(power)
        return self._areas[power]

    @cached_property
    def roles(self) -> list[RoleHeld]:
        """The roles held today."""
        return self.held.on(self.today)

    @cached_property
    def own_areas(self) -> list[Area]:
        """The areas of their roles."""
        return list({held.area.pk: held.area for held in self.roles if held.area}.values())

    @cached_property
    def organisations(self) -> list[Organisation]:
        """The services and groups for which they work."""
        return list(
            {held.organisation.pk: held.organisation for held in self.roles if held.organisation}.values()
        )

    @property
    def last_day(self) -> date:
        """The last day of this week's list."""
        return self.today + timedelta(days=DAYS_AHEAD)

    @cached_property
    def areas_as_resident(self) -> list[Area]:
        """The areas for which they are in a team of residents."""
        found = {held.area.pk: held.area for held in self.roles if held.area and self._as_resident(held)}
        return list(found.values())

    def _as_resident(self, held: RoleHeld) -> bool:
        role = self.held.territory.approaches(held.area, self.today)[0].roles.get(held.role)
        return role is not None and role.is_resident
