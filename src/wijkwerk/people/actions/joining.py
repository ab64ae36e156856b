"""Someone new joins: person, account and first role together, or none of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people import mail
from wijkwerk.people.actions.accounts import make_account, send_mailed_link, set_up_link
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
    if not with_password:
        send_mailed_link(account)
        return
    text = render_to_string(
        "people/mail/invitation.txt",
        {"link": set_up_link(account), "municipality": settings.ENVIRONMENT.municipality},
    )
    mail.send_link(
        to=account.email, subject=_("Uw account bij Wijkwerk"), text=text, key=f"invitation-{account.pk}"
    )
