"""Triage: a person looks and says where a signal goes."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.actions.answering import locked
from wijkwerk.signals.actions.destinations import Sorting, destination_of
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SIGNAL, SignalStatus
from wijkwerk.thread.actions import journal, remove_attachments


@transaction.atomic
def triage(*, signal_id: int, sorting: Sorting, by: Person | None) -> Signal:
    """Send a signal where it belongs. Raises Refused, Invalid (destination, missing answer) or StepNotAllowed."""
    signal = locked(signal_id)
    may(by, Power.TRIAGE_SIGNAL, within=signal.thing.area, on=clock.today()).require()
    destination = destination_of(sorting.destination)
    if destination is None:
        raise Invalid(
            Reason(_("Kies waar deze melding heen gaat."), field="destination", value=sorting.destination)
        )
    destination.may(signal, by).require()
    SIGNAL.require(SignalStatus(signal.status), destination.status)
    signal.looked_at, signal.returned_because = signal.looked_at or clock.now(), ""
    if sorting.drop_photo:
        remove_attachments([signal.pk])
    if destination.status is not SignalStatus.ANSWERED:
        signal.status = destination.status
    signal.save()
    destination.act(signal, sorting, by)
    journal(Verb.ROUTED, signal.thing, by=by)
    return signal
