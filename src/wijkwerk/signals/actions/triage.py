"""Triage: a person looks and says where a signal goes. Higher capabilities register their own destinations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Invalid, Reason, Text, Verdict
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.actions.answering import close_signal, wipe
from wijkwerk.signals.actions.reporting import show
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SIGNAL, FundingSource, Route, SignalStatus
from wijkwerk.thread.actions import journal


@dataclass(frozen=True)
class Sorting:
    """What the officer decided in triage.

    `sentence` is the public wording (empty: the resident's own text, shortened); `hide_text` keeps the whole text off
    the public page, because it names someone; `answer` what the askers are told,
    compulsory where triage is the end of the road; `service` for the regular route; `data` for other destinations.
    """

    destination: str
    sentence: str = ""
    hide_text: bool = False
    answer: str = ""
    service: Organisation | None = None
    data: dict[str, Any] = field(default_factory=dict)


def _always(_signal: Signal, _by: Person | None) -> Verdict:
    return YES


@dataclass(frozen=True)
class Destination:
    """Where a signal can go. `act` runs inside triage's own transaction, after the signal's status has changed."""

    key: str
    label: Text
    status: SignalStatus
    act: Callable[[Signal, Sorting, Person | None], None]
    may: Callable[[Signal, Person | None], Verdict] = _always
    hint: Text = ""
    order: int = 50


_destinations: dict[str, Destination] = {}


def register_destination(destination: Destination) -> None:
    """Add a way out of triage."""
    _destinations[destination.key] = destination


def destinations() -> list[Destination]:
    """All ways out of triage, the commonest first."""
    return sorted(_destinations.values(), key=lambda one: (one.order, one.key))


@transaction.atomic
def triage(*, signal_id: int, sorting: Sorting, by: Person | None) -> Signal:
    """Send a signal where it belongs. Raises Refused, Invalid (destination, missing answer) or StepNotAllowed."""
    signal = (
        Signal.objects.select_for_update(of=("self",))
        .select_related("thing__area", "service")
        .get(pk=signal_id)
    )
    may(by, Power.TRIAGE_SIGNAL, within=signal.thing.area, on=clock.today()).require()
    destination = _destinations.get(sorting.destination)
    if destination is None:
        raise Invalid(
            Reason(_("Kies waar deze melding heen gaat."), field="destination", value=sorting.destination)
        )
    destination.may(signal, by).require()
    SIGNAL.require(SignalStatus(signal.status), destination.status)
    signal.looked_at = signal.looked_at or clock.now()
    if destination.status is not SignalStatus.ANSWERED:
        signal.status = destination.status
    signal.save()
    destination.act(signal, sorting, by)
    journal(Verb.ROUTED, signal.thing, by=by)
    return signal


def _needs_answer(sorting: Sorting) -> str:
    if not sorting.answer.strip():
        raise Invalid(
            Reason(
                _(
                    "Schrijf het antwoord. Wie dit meldde, krijgt het te lezen en weet dan bij wie hij wel moet zijn."
                ),
                field="answer",
                rule="lus.gesloten",
            )
        )
    return sorting.answer


def _to_service(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    if sorting.service is None:
        raise Invalid(Reason(_("Kies welke dienst dit oppakt."), field="service"))
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route, signal.service, signal.funding_source = (
        Route.REGULAR,
        sorting.service,
        FundingSource.REGULAR,
    )
    signal.save()
    tell(
        about=signal.thing,
        turn="routed",
        news=str(_("doorgegeven aan %(service)s") % {"service": sorting.service.name}),
        text=sorting.answer
        or str(
            _("Wij hebben dit doorgegeven aan %(service)s. Die pakt het op uit de gewone begroting.")
            % {"service": sorting.service.name}
        ),
        next_text=str(_("U hoort uiterlijk dan wat er is gedaan.")),
        next_on=signal.answer_due_on,
        by=by,
    )


def _quick(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route, signal.service, signal.funding_source = Route.QUICK, sorting.service, FundingSource.REGULAR
    signal.save()
    tell(
        about=signal.thing,
        turn="quick",
        news=str(_("wordt snel opgepakt")),
        text=sorting.answer or str(_("Dit is snel te regelen. De ploeg in de wijk komt langs.")),
        next_text=str(_("U hoort uiterlijk dan of het klaar is.")),
        next_on=signal.answer_due_on,
        by=by,
    )


def _supra_area(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    text = _needs_answer(sorting)
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route = Route.SUPRA_AREA
    close_signal(signal, FundingSource.NONE)
    tell(
        about=signal.thing,
        turn="supra_area",
        news=str(_("dit is groter dan de wijk")),
        text=text,
        by=by,
        closing=True,
    )


def _individual(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    text = _needs_answer(sorting)
    signal.route = Route.INDIVIDUAL
    wipe(signal, sentence=str(_("Een persoonlijke vraag")))
    close_signal(signal, FundingSource.NONE)
    # The answer goes to who asked and stands on no public page.
    tell(
        about=signal.thing,
        turn="individual",
        news=str(_("dit is de goede plek voor uw vraag")),
        text=text,
        by=by,
        closing=True,
        public=False,
    )


def _thanks(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route = Route.THANKS
    close_signal(signal, FundingSource.NONE)
    tell(
        about=signal.thing,
        turn="thanks",
        news=str(_("dank u wel")),
        text=sorting.answer or str(_("Dank u wel. Wij geven uw woorden door aan wie het deed.")),
        by=by,
        closing=True,
    )


def register_own() -> None:
    """The destinations that need no other capability."""
    for one in (
        Destination(
            Route.REGULAR,
            _("Naar een dienst, gewone begroting"),
            SignalStatus.WITH_SERVICE,
            _to_service,
            order=10,
        ),
        Destination(Route.QUICK, _("Snel te doen, buiten het plan"), SignalStatus.QUICK, _quick, order=30),
        Destination(
            Route.SUPRA_AREA,
            _("Groter dan de wijk"),
            SignalStatus.ANSWERED,
            _supra_area,
            hint=_("Hoofdwegen, riolering, schouwburg: antwoord met de goede deur."),
            order=70,
        ),
        Destination(
            Route.INDIVIDUAL,
            _("Persoonlijke vraag"),
            SignalStatus.ANSWERED,
            _individual,
            hint=_("Hulp, uitkering, zorg: antwoord met de goede deur. Tekst, foto en plaats worden gewist."),
            order=80,
        ),
        Destination(Route.THANKS, _("Een bedankje"), SignalStatus.ANSWERED, _thanks, order=90),
    ):
        register_destination(one)
