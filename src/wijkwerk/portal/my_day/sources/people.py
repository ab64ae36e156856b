"""People: terms that end, areas and aldermen that do not have each other yet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.queries import aldermen_without_area, areas_without_alderman, terms_ending
from wijkwerk.people.queries.overview import WARN_DAYS
from wijkwerk.people.wording import role_label
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def terms(reader: Reader) -> Bunch:
    """Terms that end within some months: ask for renewal, or look for someone new (DEV-47)."""
    areas = {area.pk for area in reader.held.areas_to_staff()}
    if not areas:
        return Bunch()
    ending = [held for held in terms_ending(WARN_DAYS) if held.area_id in areas]
    return Bunch([_term(held, reader) for held in ending[:MOST]])


def _term(held: RoleHeld, reader: Reader) -> Task:
    approach = reader.held.territory.approaches(held.area, reader.today)[0]
    person = {"person": held.person.first_name, "role": role_label(approach, held.role)}
    ends = [day for day in (held.term_ends_on, held.valid_to) if day]
    return Task(
        what=_("De termijn van %(person)s (%(role)s) loopt af") % person,
        where=held.area.name if held.area else _("de hele gemeente"),
        waits=_("vraag of deze persoon doorgaat, of zoek iemand nieuw"),
        due=min(ends),
        label=_("Verleng of vervang"),
        action=link("people:people"),
        new=True,
    )


def not_adopted(reader: Reader) -> Bunch:
    """Areas that nobody of the board adopted, and who of the board adopted none (DEV-20)."""
    if not reader.areas(Power.MANAGE_PEOPLE):
        return Bunch()
    tasks = [
        Task(
            what=_("Niemand van het college adopteerde %(area)s") % {"area": area.name},
            where=area.name,
            label=_("Geef iemand deze taak"),
            action=link("people:give-role"),
            url=link("people:people"),
        )
        for area in areas_without_alderman()[:MOST]
    ]
    tasks += [
        Task(
            what=_("%(person)s adopteerde nog geen gebied") % {"person": person.first_name},
            where=_("de hele gemeente"),
            label=_("Geef een gebied"),
            action=link("people:give-role"),
            url=link("people:people"),
        )
        for person in aldermen_without_area()[:MOST]
    ]
    return Bunch(tasks)
