"""Written down for someone else: the same report and the same support, naming both."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Asker
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact, Person
from wijkwerk.signals.actions.reporting import Report, note_consent, report, support
from wijkwerk.thread.models import Thing


@dataclass(frozen=True)
class OnBehalf:
    """Who it is written down for, how to reach them, and whether they heard what we keep."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    language: str = "nl"
    consent: bool = False

    @property
    def reachable(self) -> bool:
        """Whether there is any way to answer."""
        return bool(self.email or self.phone or self.address)


@transaction.atomic
def enter(*, given: Report, who: OnBehalf, by: Person, same_as: Thing | None = None) -> Asker:
    """Keep what someone said by phone, on paper or at the desk, with equal weight (CXO-12).

    With `same_as` they mean what others reported already. Raises Invalid when a way to reach them was written down
    without telling them what we keep; Refused without the mandate.
    """
    contact = _contact(who)
    if same_as is not None:
        asker = support(thing=same_as, contact=contact, door=given.door, entered_by=by)
    else:
        _signal, asker = report(given, contact=contact, entered_by=by)
    if contact is not None:
        note_consent(asker=asker, by=by)
    return asker


def _contact(who: OnBehalf) -> Contact | None:
    if not who.reachable:
        return None
    if not who.consent:
        raise Invalid(
            Reason(
                _(
                    "Lees voor wat wij bewaren en hoe lang, en vink dit aan."
                    " Wil iemand dat niet, laat de gegevens dan leeg."
                ),
                field="consent",
                rule="balie.toestemming",
            )
        )
    return remember_contact(
        name=who.name,
        email=who.email,
        phone=who.phone,
        address=who.address,
        language=who.language,
        by_desk=True,
    )
