"""Accounts: made by whoever manages people; a mailed link asked for and used."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused
from wijkwerk.people import mail, sign_in
from wijkwerk.people.models import Account, Person
from wijkwerk.people.rules import normal_email


@transaction.atomic
def make_account(
    *,
    email: str,
    first_name: str = "",
    last_name: str = "",
    phone: str = "",
    person: Person | None = None,
    password: str | None = None,
) -> Person:
    """An account for a person, new or known. Without password it signs in by mailed link.

    The address counts as confirmed: whoever manages people vouches for it, and nothing can be done before a
    link sent there was opened.
    """
    email = normal_email(email)
    try:
        validate_email(email)
    except ValidationError:
        raise Invalid(
            Reason(_("Dit is geen e-mailadres: %(email)s.") % {"email": email}, field="email")
        ) from None
    if Account.objects.filter(email=email).exists():
        raise Conflict(
            Reason(_("Er is al een account met dit e-mailadres."), field="email", rule="account.uniek")
        )
    if person is None:
        if not first_name.strip():
            raise Invalid(Reason(_("Vul een voornaam in."), field="first_name"))
        person = Person(first_name=first_name.strip(), last_name=last_name.strip(), phone=phone.strip())
    elif person.account_id is not None:
        raise Conflict(Reason(_("Deze persoon heeft al een account."), rule="account.uniek"))
    account = Account.objects.create_user(email, password)
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    person.account = account
    person.save()
    return person


def set_second_step(account: Account, *, secret: str) -> None:
    """Give an account its second step from a known secret (a demo, or a key handed over on paper)."""
    Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
    TOTP.activate(account, secret)


def request_mailed_link(*, email: str, caller: str) -> None:
    """Mail a link to sign in, if this address has an account without password. Tells nobody whether."""
    email = normal_email(email)
    rate_limits.count("mailed link to", email, limit=5, seconds=3600)
    rate_limits.count("mailed link from", caller, limit=30, seconds=3600)
    account = Account.objects.filter(email=email, is_active=True).first()
    if account is not None and not account.has_usable_password():
        mail.send(mail.LetterKind.SIGN_IN, account)


def use_mailed_link(token: str) -> Account:
    """Use a link up and return whose it is. Raises Refused for one that was guessed, used or is too old."""
    account = sign_in.account_of_link(token)
    # The counter is compared and raised in one statement: of two who press at once, one gets in.
    used = account is not None and Account.objects.filter(
        pk=account.pk, link_counter=account.link_counter
    ).update(link_counter=F("link_counter") + 1)
    if account is None or not used:
        raise Refused(link_does_not_work())
    account.refresh_from_db()
    return account


def link_does_not_work() -> Reason:
    """What to tell about a link that is of no use (any more); the same for every cause."""
    return Reason(
        _("Deze link werkt niet (meer). Een link werkt één keer, en niet langer dan %(minutes)s minuten.")
        % {"minutes": sign_in.LINK_MINUTES},
        rule="inloggen.link",
        value=_("%(minutes)s minuten, één keer") % {"minutes": sign_in.LINK_MINUTES},
        way_out=_("Vraag een nieuwe link aan."),
    )
