"""Written down for someone else: who they are, how to reach them, and that they heard what we keep (CXO-12)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.events import Verb
from wijkwerk.answers.models import Asker
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact, Person
from wijkwerk.thread.actions import journal


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


def contact_of(who: OnBehalf) -> Contact | None:
    """Who this is, remembered; None when no way to reach them was written down.

    Raises Invalid when nobody told them what we keep.
    """
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


def note_consent(*, asker: Asker, by: Person) -> None:
    """What we keep and for how long was read out to them, and they agreed."""
    journal(Verb.CONSENT_READ_OUT, asker.thing, by=by, on_behalf_of=asker.contact, detail_id=asker.pk)
