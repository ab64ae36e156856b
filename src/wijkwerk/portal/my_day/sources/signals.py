"""Reports that wait: to be sorted in my areas, or answered by my service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.answers.models import Asker
from wijkwerk.answers.queries import said_not_solved
from wijkwerk.approaches import Power
from wijkwerk.people.models import RoleHeld
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task
from wijkwerk.signals.models import Signal
from wijkwerk.signals.permissions import services_of
from wijkwerk.signals.queries import SignalQuerySet
from wijkwerk.signals.rules import SignalStatus

MOST = 20


def to_sort(reader: Reader) -> Bunch:
    """New reports in the areas whose reports this person sorts."""
    areas = reader.areas(Power.TRIAGE_SIGNAL)
    if not areas:
        return Bunch()
    rows = _first(Signal.objects.within(areas).new())
    waiting = _waiting(rows)
    tasks = [_task(one, waiting, _("Verdeel"), "signals:triage", "r", new=True) for one in rows[:MOST]]
    return _bunch(tasks, rows, _("Alle meldingen die op verdelen wachten"), link("signals:signals"))


def of_my_service(reader: Reader) -> Bunch:
    """Reports sent to the services for which this person answers."""
    if not reader.areas(Power.HANDLE_SERVICE_SIGNALS):
        return Bunch()
    services = services_of(reader.person)
    with_service = Signal.objects.of_service(services).filter(
        status__in=(SignalStatus.WITH_SERVICE, SignalStatus.QUICK)
    )
    rows = _first(with_service)
    waiting = _waiting(rows)
    tasks = [_task(one, waiting, _("Beantwoord"), "signals:answer", "e", new=True) for one in rows[:MOST]]
    return _bunch(tasks, rows, _("Alle meldingen van mijn dienst"), link("signals:service"))


def to_do_myself(reader: Reader) -> Bunch:
    """Quick work that no service does: theirs who took it on, and everyone's in the area once they are gone."""
    areas = reader.areas(Power.TRIAGE_SIGNAL)
    if not areas:
        return Bunch()
    here = RoleHeld.objects.on(reader.today).filter(person=OuterRef("handler"))
    rows = _first(
        Signal.objects.within(areas).quick_ourselves().filter(Q(handler=reader.person) | ~Exists(here))
    )
    waiting = _waiting(rows)
    tasks = [_task(one, waiting, _("Beantwoord"), "signals:answer", "e", new=True) for one in rows[:MOST]]
    return _bunch(tasks, rows, _("Alles wat wij zelf snel doen"), f"{link('signals:signals')}?toon=zelf")


def _first(rows: SignalQuerySet) -> list[Signal]:
    return list(rows.for_list().longest_waiting()[: MOST + 1])


@dataclass(frozen=True)
class Waiting:
    """How many wait for an answer to each signal, and what the last who said "niet opgelost" wrote with it."""

    number: Mapping[int, int]
    said: Mapping[int, str]


def _waiting(signals: Iterable[Signal]) -> Waiting:
    """For what is shown only, in two queries."""
    ids = [signal.pk for signal in signals]
    askers = Asker.objects.filter(thing__in=ids, stopped_at__isnull=True)
    number = dict(askers.order_by().values_list("thing").annotate(number=Count("pk")))
    return Waiting(number, {pk: rows[0].words for pk, rows in said_not_solved(ids).items()})


def _bunch(tasks: list[Task], rows: Iterable[Signal], label: str, url: str) -> Bunch:
    return Bunch(tasks, label, url) if len(list(rows)) > MOST else Bunch(tasks)


def _task(signal: Signal, waiting: Waiting, label: str, name: str, key: str, *, new: bool = False) -> Task:
    thing, askers = signal.thing, waiting.number.get(signal.pk, 0)
    waits = ngettext("%(count)s bewoner wacht", "%(count)s bewoners wachten", askers) % {"count": askers}
    waits = waits if askers else ""
    places = (thing.area.name, thing.neighbourhood.name if thing.neighbourhood else "", signal.place_text)
    if signal.reopened:
        said = Truncator(waiting.said.get(signal.pk, "").strip()).words(14)
        again = _("Heropend: “%(words)s”") % {"words": said} if said else _("Heropend: niet opgelost")
        waits = f"{again} · {waits}" if waits else again
    return Task(
        what=thing.sentence or thing.number,
        where=", ".join(place for place in places if place),
        waits=waits,
        since=thing.born_on,
        due=signal.answer_due_on,
        label=label,
        action=link(name, thing.number, fallback=thing.get_absolute_url()),
        url=thing.get_absolute_url(),
        key=key,
        new=new,
        first=bool(signal.reopened),
    )
