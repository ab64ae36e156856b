"""Reports that wait: to be sorted in my areas, or answered by my service."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Power
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
    tasks = [_task(signal, _("Verdeel"), "signals:triage", "r", new=True) for signal in rows[:MOST]]
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
    tasks = [_task(signal, _("Beantwoord"), "signals:answer", "e") for signal in rows[:MOST]]
    return _bunch(tasks, rows, _("Alle meldingen van mijn dienst"), link("signals:service"))


def _first(rows: SignalQuerySet) -> list[Signal]:
    counted = rows.for_list().longest_waiting().annotate(askers=Count("thing__askers"))
    return list(counted[: MOST + 1])


def _bunch(tasks: list[Task], rows: Iterable[Signal], label: str, url: str) -> Bunch:
    return Bunch(tasks, label, url) if len(list(rows)) > MOST else Bunch(tasks)


def _task(signal: Signal, label: str, name: str, key: str, *, new: bool = False) -> Task:
    thing = signal.thing
    askers: int = signal.askers  # type: ignore[attr-defined]
    waits = ngettext("%(count)s bewoner wacht", "%(count)s bewoners wachten", askers) % {"count": askers}
    places = (thing.area.name, thing.neighbourhood.name if thing.neighbourhood else "", signal.place_text)
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
    )
