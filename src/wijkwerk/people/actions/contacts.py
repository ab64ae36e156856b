"""Residents' contact data: remembered once, read with a trace, erased for good."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock, encryption
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people import erasure
from wijkwerk.people.models import Contact, ContactRead, Person
from wijkwerk.people.queries.contacts import NORMAL, details_of, known_as, same_person
from wijkwerk.people.rules import Details

LONGEST = {"name": 120, "email": 254, "phone": 40, "address": 300}


def remember_contact(
    *,
    name: str = "",
    email: str = "",
    phone: str = "",
    address: str = "",
    language: str = "nl",
    by_desk: bool = False,
) -> Contact:
    """The contact of this person: the one we know already, or a new one.

    What is known is never changed here, only completed; `rules.is_same_person` says when two are one. Raises
    Invalid when there is no way to reach anyone, or a part is too long.
    """
    given = Details(name.strip(), email.strip(), phone.strip(), address.strip())
    _check(given)
    with transaction.atomic():
        known = _find(given, by_desk=by_desk)
        if known is not None:
            return _complete(known, given)
        try:
            with transaction.atomic():
                return Contact.objects.create(**columns_of(given), language=language, created_at=clock.now())
        except IntegrityError:
            # Someone with the same e-mail address came in at this very moment: then it is theirs.
            found = _find(given, by_desk=by_desk)
            if found is None:
                raise
            return _complete(found, given)


def confirm_email(contact: Contact) -> None:
    """Write down on which day the person proved to read this address.

    Not at which moment: who hands in a form proves it with that, and the order in which forms came in would tell
    whose is whose.
    """
    day = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    Contact.objects.filter(pk=contact.pk, email_confirmed_at__isnull=True, erased_at__isnull=True).update(
        email_confirmed_at=day
    )


def read_contact(contact: Contact, *, by: Person | None, purpose: str) -> Details:
    """The details in the clear. Every reading leaves a trace: who (None: the post room itself), why, when.

    Read anew, so that what was erased meanwhile is gone here too.
    """
    ContactRead.objects.create(contact=contact, by=by, purpose=purpose, at=clock.now())
    return details_of(Contact.objects.get(pk=contact.pk))


@transaction.atomic
def erase_contact(contact: Contact) -> None:
    """Empty a contact for good, and have everyone empty what they hold of it, in one transaction.

    The row itself stays, with nobody in it, so that what points here (the journal too) still adds up; its
    links end. Erasing twice does no harm.
    """
    row = Contact.objects.select_for_update().get(pk=contact.pk)
    erasure.run(row)
    Contact.objects.filter(pk=row.pk).update(
        **columns_of(Details()),
        email_confirmed_at=None,
        language="nl",
        link_counter=row.link_counter + 1,
        erased_at=row.erased_at or clock.now(),
    )
    contact.refresh_from_db()


def _check(given: Details) -> None:
    if not given:
        raise Invalid(
            Reason(
                _("Vul een e-mailadres, telefoonnummer of adres in. Anders kunnen wij u niet antwoorden."),
                field="email",
                rule="contact.bereikbaar",
            )
        )
    for part, longest in LONGEST.items():
        if len(getattr(given, part)) > longest:
            raise Invalid(
                Reason(
                    _("Dit is te lang: hoogstens %(longest)s tekens.") % {"longest": longest},
                    field=part,
                    rule="contact.lengte",
                )
            )


def _find(given: Details, *, by_desk: bool) -> Contact | None:
    for contact in known_as(given).select_for_update():
        if same_person(contact, given, by_desk=by_desk):
            return contact
    return None


def _complete(contact: Contact, given: Details) -> Contact:
    """Fill in what was empty; leave what stands there."""
    known = details_of(contact)
    new = {
        part: getattr(given, part) for part in LONGEST if getattr(given, part) and not getattr(known, part)
    }
    columns = columns_of(Details(**new), only=set(new))
    if columns:
        Contact.objects.filter(pk=contact.pk).update(**columns)
        contact.refresh_from_db()
    return contact


def columns_of(details: Details, only: set[str] | None = None) -> dict[str, Any]:
    """The encrypted columns and blind indexes of these details, under the newest key."""
    columns: dict[str, Any] = {}
    for part in LONGEST:
        if only is not None and part not in only:
            continue
        text = getattr(details, part)
        columns[f"{part}_encrypted"] = encryption.encrypt(text)
        if part in NORMAL:
            normal = NORMAL[part](text)
            columns[f"{part}_index"] = encryption.blind_index(normal, kind=part) if normal else None
    return columns
