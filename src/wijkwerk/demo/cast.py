"""Everyone and everything on the stage, findable by the keys of the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.budgets.models import Fund
from wijkwerk.cycles.models import Cycle
from wijkwerk.demo.calendar import Calendar
from wijkwerk.needs.models import Need
from wijkwerk.participation.models import PanelRound, PanelSession, Ranking, Wish
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.plans.models import Measure, Work
from wijkwerk.signals.models import Signal

AreaKey = str


@dataclass
class Cast:
    """What the scenes point at, filled as they are played. `chance` is the only source of what is drawn by lot."""

    approach: Approach
    calendar: Calendar
    chance: Random
    areas: dict[AreaKey, Area] = field(default_factory=dict)
    buurten: dict[str, Area] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    by_role: dict[tuple[str, AreaKey], Person] = field(default_factory=dict)
    by_organisation: dict[tuple[str, AreaKey], Person] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    funds: dict[AreaKey, Fund] = field(default_factory=dict)
    regular: Fund | None = None
    cycles: dict[tuple[AreaKey, int], Cycle] = field(default_factory=dict)
    rounds: dict[tuple[AreaKey, int], PanelRound] = field(default_factory=dict)
    sessions: dict[str, PanelSession] = field(default_factory=dict)
    services: dict[str, Organisation] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    needs_on: dict[str, datetime] = field(default_factory=dict)
    needs: dict[str, Need] = field(default_factory=dict)
    wishes: dict[str, Wish] = field(default_factory=dict)
    rankings: dict[tuple[AreaKey, int], Ranking] = field(default_factory=dict)
    paper_forms: dict[tuple[AreaKey, int], list[str]] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)

    def holder(self, role: str, area: AreaKey = "") -> Person:
        """Who holds a role in an area, or in the whole city."""
        return self.by_role.get((role, area)) or self.by_role[(role, "")]

    def officer(self, area: AreaKey) -> Person:
        """The area officer."""
        return self.holder("area_officer", area)

    def neighbour(self, area: AreaKey, number: int) -> Contact:
        """A resident who left an e-mail address in a made household of this area."""
        return remember_contact(email=f"buur{number}.{area}@example.org")

    def for_organisation(self, key: str, area: AreaKey) -> Person | None:
        """Someone who holds a role for an organisation in this area, or for the whole city."""
        return self.by_organisation.get((key, area)) or self.by_organisation.get((key, ""))

    def title(self, person: Person) -> str:
        """What the approach calls the first role of someone."""
        held = person.roles.order_by("pk").first()
        return self.approach.roles[held.role].label.nl if held else ""
