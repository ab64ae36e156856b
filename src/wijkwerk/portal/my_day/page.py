"""The page of my day: what presses, my areas with their step, my hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkwerk.approaches import Power
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import Area
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.wording import language, role_label
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.sources import SOURCES
from wijkwerk.portal.my_day.tasks import Bunch, Press, Task, by_press
from wijkwerk.portal.pages.now import Now, now_in

MOST_AREAS = 4  # of who works in more, the list of all areas is the way
LABELS: dict[Press, Text] = {
    Press.LATE: gettext_lazy("Te laat"),
    Press.TODAY: gettext_lazy("Vandaag"),
    Press.WEEK: gettext_lazy("Deze week"),
    Press.NEW: gettext_lazy("Nieuw"),
}


@dataclass(frozen=True)
class Section:
    """The tasks that press as much."""

    press: Press
    label: Text
    tasks: list[Task]


@dataclass(frozen=True)
class Tab:
    """A count that selects."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class MyRole:
    """One role of the reader: where, what goes on there, the hours for it and the hours asked."""

    label: str
    area: Area | None
    party: str
    now: Now | None
    hours: Decimal | None
    asked: str


@dataclass(frozen=True)
class MyDay:
    """Everything the page prints."""

    roles: list[MyRole]
    hours: Decimal | None
    sections: list[Section]
    tabs: list[Tab]
    more: list[Bunch]
    ways: list[tuple[str, str]]

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return not any(section.tasks for section in self.sections)


def my_day(person: Person, chosen: str = "") -> MyDay:
    """What waits for this person; `chosen` shows only what presses so."""
    reader = Reader(person)
    bunches = [source(reader) for source in SOURCES]
    found = by_press((task for bunch in bunches for task in bunch.tasks), reader.today)
    press = Press(chosen) if chosen in set(Press) else None
    hours = [held.hours for held in reader.roles if held.hours is not None]
    return MyDay(
        roles=_roles(reader),
        hours=sum(hours, Decimal(0)) if hours else None,
        sections=[Section(one, LABELS[one], tasks) for one, tasks in found.items() if press in (None, one)],
        tabs=_tabs(found, press),
        more=[bunch for bunch in bunches if bunch.more_url],
        ways=_ways(reader),
    )


def _tabs(found: dict[Press, list[Task]], press: Press | None) -> list[Tab]:
    total = sum(len(tasks) for tasks in found.values())
    here = link("portal:my-day")
    tabs = [Tab(f"{_('Alles')} {total}", here, press is None)]
    return tabs + [
        Tab(f"{LABELS[one]} {len(tasks)}", f"{here}?toon={one}", press is one) for one, tasks in found.items()
    ]


def _roles(reader: Reader) -> list[MyRole]:
    steps = now_in(reader.own_areas)
    return [_role(held, steps, reader) for held in reader.roles]


def _role(held: RoleHeld, steps: Mapping[int, list[Now]], reader: Reader) -> MyRole:
    approach = reader.held.territory.approaches(held.area, reader.today)[0]
    role = approach.roles.get(held.role)
    now = next(iter(steps.get(held.area_id or 0, [])), None)
    asked = in_words(role.hours, language()) if role and role.hours else ""
    party = held.organisation.name if held.organisation else ""
    return MyRole(role_label(approach, held.role), held.area, party, now, held.hours, asked)


def _ways(reader: Reader) -> list[tuple[str, str]]:
    """Other pages this reader works on, by what they may do."""
    ways: Iterable[tuple[Power, str, str]] = (
        (Power.TRIAGE_SIGNAL, _("Meldingen"), "signals:signals"),
        (Power.HANDLE_SERVICE_SIGNALS, _("Mijn dienst"), "signals:service"),
        (Power.REQUEST_SERVICE, _("Verzoeken"), "requests:mine"),
        (Power.ORDER_FROM_SERVICE, _("Verzoeken"), "requests:mine"),
        (Power.UNDERSTAND_NEED, _("Teams rond vragen"), "meetings:mine"),
        (Power.EXECUTE_MEASURE, _("Mijn werk"), "plans:my-work"),
        (Power.ENTER_ON_BEHALF, _("Balie"), "signals:desk"),
        (Power.COMMIT_MONEY, _("Geld"), "budgets:overview"),
        (Power.GRANT_BUDGET, _("Geld"), "budgets:overview"),
        (Power.READ_EVERYTHING, _("Alle gebieden"), "politics:board"),
        (Power.MANAGE_PEOPLE, _("Mensen"), "people:people"),
    )
    # Two powers may lead to one page, which is named once.
    found = {link(name): label for power, label, name in ways if link(name) and reader.areas(power)}
    found |= _ways_of_areas(reader)
    account = reader.person.account
    if account is not None and account.has_usable_password():
        found[link("mfa_index")] = _("Wachtwoord en code")
    return [(label, url) for url, label in found.items()]


def _ways_of_areas(reader: Reader) -> dict[str, str]:
    """For each area of their roles the pages on which its questions and plans are made, by address."""
    pages = (
        (Power.UNDERSTAND_NEED, _("Vragen in %(area)s"), "needs:needs"),
        (Power.EDIT_PLAN, _("Plannen van %(area)s"), "plans:area"),
    )
    return {
        link(name, area.code): label % {"area": area.name}
        for area in reader.own_areas[:MOST_AREAS]
        for power, label, name in pages
        if link(name, area.code) and area in reader.areas(power)
    }
