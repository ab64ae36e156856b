"""A signal is answered, given back, reopened, wiped."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.answers.models import Asker
from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.permissions import may_answer, may_handle
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
    signal = locked(signal_id)
    may_answer(by, signal).require()
    SIGNAL.require(SignalStatus(signal.status), SignalStatus.ANSWERED)
    if not text.strip():
        raise Invalid(
            Reason(_("Schrijf het antwoord aan wie dit meldde."), field="text", rule="lus.gesloten")
        )
    if photo is not None:
        attach(signal.thing, photo, alt=stored(_("Foto van het resultaat")), by_resident=False)
    signal.looked_at = signal.looked_at or clock.now()
    close_signal(signal, funding_source or FundingSource(signal.funding_source or FundingSource.REGULAR))
    tell(
        about=signal.thing,
        turn="answered",
        news=stored(_("antwoord op uw melding")),
        text=text,
        by=by,
        function=function,
        closing=True,
    )
    journal(Verb.ANSWERED, signal.thing, by=by)
    return signal


@transaction.atomic
def give_back(*, signal_id: int, by: Person | None, reason: str = "") -> Signal:
    """The service says: this is not ours, and why. The signal is new again for the area officer."""
    signal = locked(signal_id)
    may_handle(by, signal).require()
    SIGNAL.require(SignalStatus(signal.status), SignalStatus.NEW)
    if not reason.strip():
        raise Invalid(
            Reason(_("Schrijf waarom dit niet bij uw dienst hoort, en bij wie dan wel."), field="because")
        )
    signal.status, signal.route, signal.service, signal.funding_source = SignalStatus.NEW, "", None, ""
    signal.handler = None
    signal.returned_because = reason.strip()[:300]
    signal.save()
    journal(Verb.GIVEN_BACK, signal.thing, by=by)
    return signal


@transaction.atomic
def take_from_service(*, signal_id: int, service: Organisation, by: Person | None) -> Signal:
    """Another service than thought takes it on; the clock goes on."""
    signal = locked(signal_id)
    may(by, Power.TRIAGE_SIGNAL, within=signal.thing.area, on=clock.today()).require()
    if signal.status not in (SignalStatus.WITH_SERVICE, SignalStatus.QUICK):
        raise Conflict(Reason(_("Deze melding ligt nu niet bij een dienst."), field="service"))
    signal.service, signal.handler, signal.returned_because = service, None, ""
    signal.save(update_fields=["service", "handler", "returned_because"])
    journal(Verb.ROUTED, signal.thing, by=by)
    return signal


def reopen(thing: Thing, asker: Asker, words: str) -> None:
    """ "Nee, niet opgelost": back to whoever handled it, else new again; with a new term.

    Called in the asker's own transaction.
    """
    signal = locked(thing.pk)
    if signal.status != SignalStatus.ANSWERED or signal.wiped_at is not None:
        return
    back = SignalStatus.NEW
    if signal.route == Route.REGULAR and signal.service_id:
        back = SignalStatus.WITH_SERVICE
    elif signal.route == Route.QUICK and (signal.service_id or signal.handler_id):
        back = SignalStatus.QUICK
    SIGNAL.require(SignalStatus(signal.status), back)
    signal.status, signal.reopened, signal.handled_on = back, signal.reopened + 1, None
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


def handled_through_need(
    *, thing_ids: Collection[int], funding_source: FundingSource, by: Person | None
) -> list[Signal]:
    """What was done about a need handles the signals behind it: called, in its own transaction, by whoever did it.

    The answer that tells so is theirs. Of `thing_ids` only signals that wait in a need are closed.
    """
    waiting = (
        Signal.objects.select_for_update(of=("self",))
        .select_related("thing")
        .filter(pk__in=thing_ids, status=SignalStatus.IN_NEED)
    )
    handled = list(waiting.order_by("pk"))
    for signal in handled:
        close_signal(signal, funding_source)
        journal(Verb.ANSWERED, signal.thing, by=by)
    return handled


def wipe(signal: Signal, *, sentence: str) -> None:
    """Text, photo and place go; number, date, door and outcome stay (AMF-16)."""
    remove_attachments([signal.pk])
    signal.text = signal.place_text = signal.own_contribution = signal.category = signal.returned_because = ""
    signal.longitude = signal.latitude = None
    signal.whole_neighbourhood = signal.text_public = False
    signal.wiped_at = clock.now()
    signal.save()
    signal.thing.sentence, signal.thing.public, signal.thing.neighbourhood = sentence, False, None
    signal.thing.save(update_fields=["sentence", "public", "neighbourhood"])
    journal(Verb.WIPED, signal.thing)


def locked(signal_id: int) -> Signal:
    """The signal, ours alone until the end of the transaction."""
    return (
        Signal.objects.select_for_update(of=("self",))
        .select_related("thing__area", "service")
        .get(pk=signal_id)
    )
