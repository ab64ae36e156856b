"""What services are asked: to answer for my service (once more when reminded), to answer at my office, and where a
service is silent too long."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Power
from wijkwerk.foundation.language import day_in_words
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task
from wijkwerk.requests import queries
from wijkwerk.requests.models import ServiceRequest

MOST = 20


def to_answer(reader: Reader) -> Bunch:
    """What waits for an answer of the services for which this person speaks."""
    areas = reader.areas(Power.HANDLE_SERVICE_SIGNALS)
    if not areas or not reader.organisations:
        return Bunch()
    return _bunch(queries.for_services(reader.organisations, areas), _("Antwoord"), "requests:answer")


def at_office(reader: Reader) -> Bunch:
    """What services reported at the office of my areas."""
    areas = reader.areas(Power.ACCEPT_PROJECT)
    return _bunch(queries.at_office(areas), _("Antwoord"), "requests:answer") if areas else Bunch()


def late(reader: Reader) -> Bunch:
    """Where a service has been silent too long about what was asked for my own areas."""
    may_remind = reader.areas(Power.REMIND)
    here = [area for area in reader.own_areas if area in may_remind]
    unsaid = queries.late_requests(here).exclude(reminders__on=reader.today)  # once a day
    return _bunch(unsaid, _("Herinner"), "requests:remind") if here else Bunch()


def _bunch(rows: QuerySet[ServiceRequest], label: str, name: str) -> Bunch:
    found = list(rows.prefetch_related("reminders")[: MOST + 1])
    tasks = [_task(asked, label, name) for asked in found[:MOST]]
    return Bunch(tasks, _("Alle verzoeken"), link("requests:mine")) if len(found) > MOST else Bunch(tasks)


def _task(asked: ServiceRequest, label: str, name: str) -> Task:
    """A request; who was reminded of it sees it before the rest, also when its day is far or there is none."""
    reminded = [reminder.on for reminder in asked.reminders.all()]
    waits = asked.service.name if asked.service else ""
    if reminded:
        times = ngettext(
            "%(times)s keer herinnerd, op %(day)s",
            "%(times)s keer herinnerd, het laatst op %(day)s",
            len(reminded),
        ) % {"times": len(reminded), "day": day_in_words(max(reminded))}
        waits = f"{waits} · {times}"
    return Task(
        what=asked.sentence,
        where=asked.area.name,
        waits=waits,
        since=asked.asked_on,
        due=asked.due_on,
        label=label,
        action=link(name, asked.pk),
        url=link("requests:request", asked.pk),
        new=bool(reminded),
        first=bool(reminded),
    )
