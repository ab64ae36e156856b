"""Replacing a key: everything that was encrypted is written anew under the newest one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from wijkwerk.foundation import encryption
from wijkwerk.people.actions.contacts import columns_of
from wijkwerk.people.models import Contact
from wijkwerk.people.queries.contacts import details_of

# What allauth keeps encrypted in an authenticator's data (see sign_in.SecondStep).
_SECRETS = ("secret", "seed")


def rotate_contact_keys(*, batch: int = 200) -> int:
    """Write every contact, and every second step of sign-in, anew under the newest key; how many contacts.

    Safe to stop and to run again, also while the site is in use: small transactions, and until an old key is
    taken out of the list everything can be read under either.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            rows = Contact.objects.select_for_update().filter(pk__gt=last, erased_at__isnull=True)
            contacts = list(rows.order_by("pk")[:batch])
            for contact in contacts:
                Contact.objects.filter(pk=contact.pk).update(**columns_of(details_of(contact)))
        if not contacts:
            break
        done, last = done + len(contacts), contacts[-1].pk
    for authenticator_id in list(Authenticator.objects.values_list("pk", flat=True)):
        _rotate_second_step(authenticator_id)
    return done


@transaction.atomic
def _rotate_second_step(authenticator_id: int) -> None:
    authenticator = Authenticator.objects.select_for_update().filter(pk=authenticator_id).first()
    if authenticator is None:
        return
    for name in _SECRETS:
        if name in authenticator.data:
            secret = encryption.decrypt(authenticator.data[name].encode())
            authenticator.data[name] = encryption.encrypt(secret).decode()
    authenticator.save(update_fields=["data"])
