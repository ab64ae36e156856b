"""A signal is answered, given back, reopened, wiped."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.answers.models import Asker
from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import Photo
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SIGNAL, FundingSource, Route, SignalStatus, answer_due
from wijkwerk.thread.actions import attach, journal, remove_attachments
from wijkwerk.thread.models import Thing

REOPENED_DAYS = 14


@transaction.atomic
def answer_signal(
    *,
    signal_id: int,
    text: str,
    by: Person | None,
    function: str = "",
    funding_source: FundingSource | None = None,
    photo: Photo | None = None,
) -> Signal:
    """Close a signal with an answer to everyone who asked, and say from what money it was handled (DEV-19)."""
    signal = _locked(signal_id)
    power = Power.HANDLE_SERVICE_SIGNALS if signal.service_id else Power.ANSWER
    verdict = may(by, power, within=signal.thing.area, on=clock.today())
    if not verdict:
        may(by, Power.ANSWER, within=signal.thing.area, on=clock.today()).require()
    SIGNAL.require(SignalStatus(signal.status), SignalStatus.ANSWERED)
    if photo is not None:
        attach(signal.thing, photo, alt=str(_("Foto van het resultaat")), by_resident=False)
    close_signal(signal, funding_source or FundingSource(signal.funding_source or FundingSource.REGULAR))
    tell(
        about=signal.thing,
        turn="answered",
        news=str(_("antwoord op uw melding")),
        text=text,
        by=by,
        function=function,
        closing=True,
    )
    journal(Verb.ANSWERED, signal.thing, by=by)
    return signal


@transaction.atomic
def give_back(*, signal_id: int, by: Person | None) -> Signal:
    """The service says: this is not ours. The signal is new again for the area officer."""
    signal = _locked(signal_id)
    may(by, Power.HANDLE_SERVICE_SIGNALS, within=signal.thing.area, on=clock.today()).require()
    SIGNAL.require(SignalStatus(signal.status), SignalStatus.NEW)
    signal.status, signal.route, signal.service, signal.funding_source = SignalStatus.NEW, "", None, ""
    signal.save()
    journal(Verb.GIVEN_BACK, signal.thing, by=by)
    return signal


@transaction.atomic
def take_from_service(*, signal_id: int, service: Organisation, by: Person | None) -> Signal:
    """Another service than thought takes it on; the clock goes on."""
    signal = _locked(signal_id)
    may(by, Power.TRIAGE_SIGNAL, within=signal.thing.area, on=clock.today()).require()
    signal.service = service
    signal.save(update_fields=["service"])
    journal(Verb.ROUTED, signal.thing, by=by)
    return signal


def reopen(thing: Thing, asker: Asker, words: str) -> None:
    """ "Nee, niet opgelost": the signal is new again, with a new term (called in the asker's own transaction)."""
    signal = _locked(thing.pk)
    if signal.status != SignalStatus.ANSWERED or signal.wiped_at is not None:
        return
    signal.status, signal.reopened, signal.handled_on = SignalStatus.NEW, signal.reopened + 1, None
    signal.answer_due_on = answer_due(clock.today(), REOPENED_DAYS)
    signal.save()
    journal(Verb.REOPENED, signal.thing, detail_id=asker.pk)


def close_signal(signal: Signal, funding_source: FundingSource) -> None:
    """The signal is answered; its funding source is part of that."""
    signal.status, signal.handled_on, signal.funding_source = (
        SignalStatus.ANSWERED,
        clock.today(),
        funding_source,
    )
    signal.save()


def wipe(signal: Signal, *, sentence: str) -> None:
    """Text, photo and place go; number, date, door and outcome stay (AMF-16)."""
    remove_attachments([signal.pk])
    signal.text = signal.place_text = signal.own_contribution = signal.category = ""
    signal.longitude = signal.latitude = None
    signal.wiped_at = clock.now()
    signal.save()
    signal.thing.sentence, signal.thing.public, signal.thing.neighbourhood = sentence, False, None
    signal.thing.save(update_fields=["sentence", "public", "neighbourhood"])
    journal(Verb.WIPED, signal.thing)


def erase_words_of(contact: Contact) -> None:
    """What an erased resident wrote goes with them; that something was reported, and what came of it, stays."""
    mine = Signal.objects.filter(
        thing__askers__contact=contact, thing__askers__role="reporter", wiped_at__isnull=True
    )
    for signal in mine.select_related("thing"):
        public, neighbourhood = signal.thing.public, signal.thing.neighbourhood
        wipe(signal, sentence=str(_("Een melding van een bewoner")))
        signal.thing.public, signal.thing.neighbourhood = public, neighbourhood
        signal.thing.save(update_fields=["public", "neighbourhood"])


def _locked(signal_id: int) -> Signal:
    return (
        Signal.objects.select_for_update(of=("self",))
        .select_related("thing__area", "service")
        .get(pk=signal_id)
    )


QUIET_ROUTES = (Route.INDIVIDUAL, Route.SUPRA_AREA, Route.THANKS)
