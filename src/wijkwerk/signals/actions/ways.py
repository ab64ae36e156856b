"""The ways out of triage that need no other capability: to a service, quick, supra-area, individual, thanks."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.signals.actions.answering import close_signal, wipe
from wijkwerk.signals.actions.destinations import Destination, Sorting, register_destination
from wijkwerk.signals.actions.reporting import answer_days, show
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import FundingSource, Route, SignalStatus, answer_due

FEWEST_DAYS = 3  # of what is promised for a nearer day, whoever now gets it can hardly do it in time


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


def _to_be_kept(signal: Signal) -> str:
    """Never promise a day that is past, or too near for who only now gets it: then a new term begins.

    Gives the words for a promise that was not kept.
    """
    promised, today = signal.answer_due_on, clock.today()
    if promised >= today + timedelta(days=FEWEST_DAYS):
        return ""
    signal.answer_due_on = answer_due(today, answer_days(signal.thing.area, signal.category))
    if promised >= today:
        return ""
    return stored(_("Dit had u op %(day)s moeten horen. Dat is niet gelukt."), day=promised)


def _to_service(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    if sorting.service is None:
        raise Invalid(Reason(_("Kies welke dienst dit oppakt."), field="service"))
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route, signal.service, signal.funding_source = (
        Route.REGULAR,
        sorting.service,
        FundingSource.REGULAR,
    )
    missed = _to_be_kept(signal)
    signal.save()
    tell(
        about=signal.thing,
        turn="routed",
        news=stored(_("doorgegeven aan %(service)s"), service=sorting.service.name),
        text=_joined(
            sorting.answer
            or stored(
                _("Wij hebben dit doorgegeven aan %(service)s. Die pakt het op uit de gewone begroting."),
                service=sorting.service.name,
            ),
            missed,
        ),
        next_text=stored(_("U hoort uiterlijk {day} wat er is gedaan.")),
        next_on=signal.answer_due_on,
        by=by,
    )


def _joined(text: str, missed: str) -> str:
    return f"{missed}\n\n{text}" if missed else text


def _quick(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    signal.route, signal.service, signal.funding_source = Route.QUICK, sorting.service, FundingSource.REGULAR
    # Without a service it is theirs who sorted it: quick work has an owner.
    signal.handler = None if sorting.service else by
    missed = _to_be_kept(signal)
    signal.save()
    usual = (
        stored(_("Dit is snel te regelen. %(service)s komt langs."), service=sorting.service.name)
        if sorting.service
        else stored(_("Dit is snel te regelen. Wij zorgen daar zelf voor."))
    )
    tell(
        about=signal.thing,
        turn="quick",
        news=stored(_("wordt snel opgepakt")),
        text=_joined(sorting.answer or usual, missed),
        next_text=stored(_("U hoort uiterlijk {day} of het klaar is.")),
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
        news=stored(_("dit is groter dan de wijk")),
        text=text,
        by=by,
        closing=True,
    )


def _individual(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    text = _needs_answer(sorting)
    signal.route = Route.INDIVIDUAL
    wipe(signal, sentence=stored(_("Een persoonlijke vraag")))
    close_signal(signal, FundingSource.NONE)
    # The answer goes to who asked and stands on no public page.
    tell(
        about=signal.thing,
        turn="individual",
        news=stored(_("dit is de goede plek voor uw vraag")),
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
        news=stored(_("dank u wel")),
        text=sorting.answer or stored(_("Dank u wel. Wij geven uw woorden door aan wie het deed.")),
        by=by,
    )


def register_own() -> None:
    """The destinations that need no other capability."""
    for one in (
        Destination(
            Route.REGULAR,
            _("Naar een dienst, gewone begroting"),
            SignalStatus.WITH_SERVICE,
            _to_service,
            hint=_("De dienst antwoordt zelf, uiterlijk op de beloofde dag. Zo gaan de meeste meldingen."),
            order=10,
            asks_service=True,
        ),
        Destination(
            Route.QUICK,
            _("Snel te doen, buiten het plan"),
            SignalStatus.QUICK,
            _quick,
            hint=_("Een tegel, een lamp, een praatje: iemand doet het binnenkort."),
            order=30,
            asks_doer=True,
        ),
        Destination(
            Route.SUPRA_AREA,
            _("Groter dan de wijk"),
            SignalStatus.ANSWERED,
            _supra_area,
            hint=_("Hoofdwegen, riolering, schouwburg: antwoord met de goede deur."),
            order=70,
            asks_answer=True,
        ),
        Destination(
            Route.INDIVIDUAL,
            _("Persoonlijke vraag"),
            SignalStatus.ANSWERED,
            _individual,
            hint=_("Hulp, uitkering, zorg: antwoord met de goede deur. Tekst, foto en plaats worden gewist."),
            order=80,
            asks_answer=True,
        ),
        Destination(
            Route.THANKS,
            _("Een bedankje"),
            SignalStatus.ANSWERED,
            _thanks,
            hint=_("Vraagt geen vervolg. U bedankt terug."),
            order=90,
        ),
    ):
        register_destination(one)
