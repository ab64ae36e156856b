"""Finding and opening contact data."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from wijkwerk.foundation import encryption
from wijkwerk.people.models import Contact
from wijkwerk.people.rules import Details, is_same_person, normal_address, normal_email, normal_phone

NORMAL = {"email": normal_email, "phone": normal_phone, "address": normal_address}


def details_of(contact: Contact) -> Details:
    """The details in the clear. Callers outside use `actions.read_contact`, which leaves a trace."""
    return Details(
        name=encryption.decrypt(contact.name_encrypted),
        email=encryption.decrypt(contact.email_encrypted),
        phone=encryption.decrypt(contact.phone_encrypted),
        address=encryption.decrypt(contact.address_encrypted),
    )


def indexed(part: str, text: str) -> Q:
    """Rows whose blind index says this, under any key in use."""
    normal = NORMAL[part](text)
    return Q(**{f"{part}_index__in": encryption.blind_indexes(normal, kind=part)}) if normal else Q(pk__in=[])


def known_as(given: Details) -> QuerySet[Contact]:
    """The contacts that may be this person: by e-mail address, else by telephone, else by postal address."""
    part = next(part for part in ("email", "phone", "address") if getattr(given, part))
    return Contact.objects.filter(indexed(part, getattr(given, part)), erased_at__isnull=True).order_by("pk")


def same_person(contact: Contact, given: Details, *, by_desk: bool) -> bool:
    """`rules.is_same_person`, on a row."""
    return is_same_person(details_of(contact), given, by_desk=by_desk)


def contact_by_email(email: str) -> Contact | None:
    """The contact with this e-mail address."""
    return Contact.objects.filter(indexed("email", email), erased_at__isnull=True).first()
