"""Written down for someone else: the same report and the same support, naming both."""

from __future__ import annotations

from django.db import transaction

from wijkwerk.answers.models import Asker
from wijkwerk.answers.on_behalf import OnBehalf, contact_of, note_consent
from wijkwerk.people.models import Person
from wijkwerk.signals.actions.reporting import Report, report, support
from wijkwerk.thread.models import Thing


@transaction.atomic
def enter(*, given: Report, who: OnBehalf, by: Person, same_as: Thing | None = None) -> Asker:
    """Keep what someone said by phone, on paper or at the desk, with equal weight (CXO-12).

    With `same_as` they mean what others reported already. Raises Invalid when a way to reach them was written down
    without telling them what we keep; Refused without the mandate.
    """
    contact = contact_of(who)
    if same_as is not None:
        asker = support(thing=same_as, contact=contact, door=given.door, entered_by=by)
    else:
        _signal, asker = report(given, contact=contact, entered_by=by)
    if contact is not None:
        note_consent(asker=asker, by=by)
    return asker
