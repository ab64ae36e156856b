"""Who works in an area: teams, the pilot group that guides them, and who to call for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Role, Standing, Team
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.rules import Guided
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import language


@dataclass(frozen=True)
class Post:
    """A role with who holds it now, and what it is for."""

    role: Role
    held: RoleHeld

    @property
    def label(self) -> str:
        """What the approach calls it."""
        return self.role.label.within(language())

    @property
    def task(self) -> str:
        """What it is for, where the approach says so."""
        return self.role.task.within(language()) if self.role.task else ""

    @property
    def person(self) -> Person:
        """Who holds it."""
        return self.held.person

    @property
    def stands_in(self) -> bool:
        """Whether this is somebody in another's place."""
        return self.held.stands_in_for_id is not None


@dataclass(frozen=True)
class TeamNow:
    """A team of the approach with the people in it on one day."""

    team: Team
    area: Area
    members: tuple[Post, ...]
    guides: tuple[Post, ...]
    advisers: tuple[Post, ...]

    @property
    def label(self) -> str:
        """What the approach calls it."""
        return self.team.label.within(language())

    @property
    def speaks_for_residents(self) -> bool:
        """Whether its advice may count as that of the area: only when it was chosen to represent (DEV-15)."""
        return self.team.standing is Standing.REPRESENTATIVE


@dataclass(frozen=True)
class PilotGroup:
    """Who guide the residents' team: some mainly the residents, some mainly the organisation (DEV-16)."""

    label: str
    posts: tuple[Post, ...]

    def for_whom(self, guided: Guided) -> Post | None:
        """To whom a task of this sort falls first; without a division, to the first of them."""
        return next((post for post in self.posts if guided in post.role.guides), next(iter(self.posts), None))


class Staffing:
    """Who works in an area on one day, read once: a fixed number of queries whatever is asked of it."""

    def __init__(self, area: Area, on: date | None = None) -> None:
        day = on or clock.today()
        territory = Territory()
        self.area = area
        self.approach: Approach = territory.approaches(area, day)[0]
        order = {key: place for place, key in enumerate(self.approach.roles)}
        held = (
            RoleHeld.objects.on(day)
            .filter(area__in=territory.around(area, day), role__in=order)
            .select_related("person", "organisation", "area")
        )
        rows = sorted(
            held, key=lambda row: (order[row.role], row.stands_in_for_id is None, row.person.first_name)
        )
        self.posts = [Post(self.approach.roles[row.role], row) for row in rows]

    def among(self, keys: tuple[str, ...]) -> tuple[Post, ...]:
        """The posts of these roles."""
        return tuple(post for post in self.posts if post.role.key in keys)

    def teams(self) -> list[TeamNow]:
        """Every team which the approach has at the level of this area."""
        return [
            TeamNow(
                team, self.area, self.among(team.members), self.among(team.guides), self.among(team.advisers)
            )
            for team in self.approach.teams.values()
            if team.level == self.area.level
        ]

    def residents_team(self) -> TeamNow | None:
        """The team whose members are residents."""
        residents = {key for key, role in self.approach.roles.items() if role.is_resident}
        return next((team for team in self.teams() if residents & set(team.team.members)), None)

    def pilot_group(self) -> PilotGroup | None:
        """Who guides the residents' team, under the name the approach gives them together."""
        guided = self.residents_team()
        if guided is None:
            return None
        own = next(
            (team for team in self.teams() if set(team.team.members) == set(guided.team.guides)), guided
        )
        return PilotGroup(own.label, guided.guides)


def teams_of(area: Area, on: date | None = None) -> list[TeamNow]:
    """Every team which the approach has at the level of this area, with who is in it."""
    return Staffing(area, on).teams()


def members_of_team(area: Area, on: date | None = None) -> TeamNow | None:
    """The residents' team of this area; None when the approach has none at this level (DEV-12)."""
    return Staffing(area, on).residents_team()


def advisers(area: Area, on: date | None = None) -> list[Post]:
    """Who advises the residents' team: by appointment, or because the role brings it along (DEV-34)."""
    team = members_of_team(area, on)
    return list(team.advisers) if team else []


def pilot_group(area: Area, on: date | None = None) -> PilotGroup | None:
    """Who guides the residents' team of this area; None when there is no such team."""
    return Staffing(area, on).pilot_group()


def who_for_what(area: Area, on: date | None = None) -> list[Post]:
    """Who to call for what in this area: officials, partners and aldermen; residents are nobody's to call."""
    return [post for post in Staffing(area, on).posts if not post.role.is_resident]
