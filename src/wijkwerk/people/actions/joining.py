"""Someone new joins: person, account and first role together, or none of them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people import mail
from wijkwerk.people.actions.accounts import make_account
from wijkwerk.people.actions.roles import appoint
from wijkwerk.people.models import Account, Person, RoleHeld


@transaction.atomic
def bring_in(
    *,
    first_name: str,
    last_name: str = "",
    phone: str = "",
    email: str = "",
    with_password: bool = True,
    by: Person | None,
    **appointment: Any,
) -> RoleHeld:
    """Make a person, give them a first role (see `appoint`), and mail the way in when there is an address."""
    if not first_name.strip():
        raise Invalid(Reason(_("Vul een voornaam in."), field="first_name", rule="persoon.naam"))
    person = Person.objects.create(
        first_name=first_name.strip(), last_name=last_name.strip(), phone=phone.strip()
    )
    held = appoint(person=person, by=by, **appointment)
    if email:
        make_account(email=email, person=person)
        if person.account is not None:
            invite(person.account, with_password=with_password)
    return held


def invite(account: Account, *, with_password: bool) -> None:
    """Mail someone the way in: a link to choose a password, or one that signs in at once."""
    mail.send(mail.LetterKind.INVITATION if with_password else mail.LetterKind.SIGN_IN, account)
