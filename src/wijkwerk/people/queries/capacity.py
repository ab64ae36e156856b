"""Hours against what the approach asks, people of a team against its posts, areas against who covers them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Role, Team
from wijkwerk.approaches.schema.roles import Entry
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.rules.capacity import hardly_enough, outside
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import language, sourced

StepsDue = Callable[[Collection[int], date], Mapping[int, int]]
_steps_due: list[StepsDue] = []


def count_steps_with(steps_due: StepsDue) -> None:
    """Have whoever keeps the years of areas tell how many steps are due in each, from a day on."""
    if steps_due not in _steps_due:
        _steps_due.append(steps_due)


@dataclass(frozen=True)
class AreaHours:
    """The hours a week of those who bring an area through its year; None while nobody's hours are known."""

    area: Area
    hours: Decimal | None
    warning: Reason | None


def hours_of_areas(on: date | None = None, territory: Territory | None = None) -> list[AreaHours]:
    """Every working area with its hours of coordination, and a flag where they are hardly enough (DOR-22)."""
    day = on or clock.today()
    places = (territory or Territory()).working_areas(day)
    held = RoleHeld.objects.on(day).filter(
        area__in=[area.pk for area, _approach in places], hours__isnull=False
    )
    hours: dict[int, Decimal] = {}
    approaches = {area.pk: approach for area, approach in places}
    for each in held.filter(stands_in_for__isnull=True):
        role = approaches[each.area_id or 0].roles.get(each.role)
        if role is not None and coordinates(role) and each.hours is not None and each.area_id:
            hours[each.area_id] = hours.get(each.area_id, Decimal(0)) + each.hours
    few = [area.pk for area, approach in places if _is_few(hours.get(area.pk), approach)]
    due = {pk: steps for each in _steps_due if few for pk, steps in each(few, day).items()}
    return [
        AreaHours(
            area,
            hours.get(area.pk),
            _few_hours(area, hours[area.pk], due.get(area.pk, 0), approach) if area.pk in few else None,
        )
        for area, approach in places
    ]


def coordinates(role: Role) -> bool:
    """Whether this role brings an area from step to step, whatever it is called."""
    return role.may(Power.OPEN_STEP) and not role.is_resident and not role.adopts_areas


def _is_few(hours: Decimal | None, approach: Approach) -> bool:
    return hours is not None and hardly_enough(hours, approach.options.hours_hardly_enough)


def _few_hours(area: Area, hours: Decimal, due: int, approach: Approach) -> Reason:
    """With the steps due in the year ahead; where no year is planned, those that the approach asks in one."""
    said = _(
        "In %(area)s is er %(hours)s uur per week voor %(steps)s stappen in een jaar."
        " Dat is nauwelijks genoeg om plannen te maken."
    )
    return sourced(
        approach,
        said
        % {
            "area": area.name,
            "hours": in_words(hours.normalize(), language()),
            "steps": due or len(approach.cycle.steps),
        },
        "options.hours_hardly_enough",
        str(approach.options.hours_hardly_enough),
        _("Geef wie het gebied coördineert meer uren, of doe minder stappen."),
    )


@dataclass(frozen=True)
class Formation:
    """A team of the approach in an area: how many people, and from where."""

    team: Team
    area: Area
    people: int
    own: int
    seconded: int
    mandated: int
    hours: Decimal
    warning: Reason | None

    @property
    def label(self) -> str:
        """What the approach calls the team."""
        return self.team.label.within(language())

    @property
    def asked(self) -> str:
        """How many posts the approach gives it, in words; empty when it says nothing."""
        band = self.team.posts or self.team.size
        return in_words(band, language()) if band else ""


def formations(area: Area, on: date | None = None) -> list[Formation]:
    """Every team of this area with its people against its posts, in a fixed number of queries (TIL-16, UTR18-09)."""
    day = on or clock.today()
    approach = Territory().approaches(area, day)[0]
    held = list(RoleHeld.objects.on(day).filter(area=area, stands_in_for__isnull=True))
    return [
        _formation(approach, team, area, [each for each in held if each.role in team.members])
        for team in approach.teams.values()
        if team.level == area.level and team.members
    ]


def formations_of(territory: Territory, day: date) -> list[Formation]:
    """The teams of every working area, in one query more than the areas themselves."""
    places = territory.working_areas(day)
    held: dict[int, list[RoleHeld]] = {}
    rows = RoleHeld.objects.on(day).filter(area__in=[area.pk for area, _approach in places])
    for each in rows.filter(stands_in_for__isnull=True):
        held.setdefault(each.area_id or 0, []).append(each)
    return [
        _formation(
            approach, team, area, [each for each in held.get(area.pk, []) if each.role in team.members]
        )
        for area, approach in places
        for team in approach.teams.values()
        if team.level == area.level and team.members
    ]


def _formation(approach: Approach, team: Team, area: Area, held: list[RoleHeld]) -> Formation:
    people = len({each.person_id for each in held})
    lent = {
        entry: len({each.person_id for each in held if each.entry == entry})
        for entry in (Entry.SECONDED, Entry.MANDATED)
    }
    name = "posts" if team.posts else "size"
    band = team.posts or team.size
    warning = None
    if outside(people, band):
        said = _("%(team)s in %(area)s: %(here)s mensen; de aanpak noemt er %(asked)s.") % {
            "team": team.label.within(language()).capitalize(),
            "area": area.name,
            "here": people,
            "asked": in_words(band, language()),
        }
        warning = sourced(approach, said, f"teams.{team.key}.{name}", str(band))
    return Formation(
        team=team,
        area=area,
        people=people,
        own=people - sum(lent.values()),
        seconded=lent[Entry.SECONDED],
        mandated=lent[Entry.MANDATED],
        hours=sum((each.hours for each in held if each.hours is not None), Decimal(0)),
        warning=warning,
    )


@dataclass(frozen=True)
class Spread:
    """Over how many areas one person holds a role that the approach means for a number of areas."""

    person: Person
    label: str
    areas: int
    warning: Reason


def spread_too_far(on: date | None = None, territory: Territory | None = None) -> list[Spread]:
    """Who covers fewer or more areas than the approach asks of the role (ROT-06, ROT-07), in a fixed number of
    queries."""
    day = on or clock.today()
    found = []
    for approach in (territory or Territory()).approaches(None, day):
        asked = {
            key: role for key, role in approach.roles.items() if role.areas_each and not role.adopts_areas
        }
        rows = RoleHeld.objects.on(day).filter(role__in=asked, area__isnull=False).select_related("person")
        places: dict[tuple[Person, str], set[int]] = {}
        for each in rows.order_by("person__first_name", "pk"):
            places.setdefault((each.person, each.role), set()).add(each.area_id or 0)
        for (person, key), areas in places.items():
            if outside(len(areas), asked[key].areas_each):
                found.append(_spread(approach, asked[key], person, len(areas)))
    return found


def _spread(approach: Approach, role: Role, person: Person, areas: int) -> Spread:
    label = role.label.within(language())
    said = _("Gebieden van %(person)s (%(role)s): %(here)s. De aanpak noemt er %(asked)s.") % {
        "person": person,
        "role": label,
        "here": areas,
        "asked": in_words(role.areas_each, language()),
    }
    why = sourced(approach, said, f"roles.{role.key}.areas_each", str(role.areas_each))
    return Spread(person, label, areas, why)
