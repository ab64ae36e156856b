"""Signing in: a password with a second step for staff, a mailed link for team members."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from wijkwerk.foundation import clock, encryption, rate_limits
from wijkwerk.people import mail
from wijkwerk.people.models import Account

LINK_MINUTES = 30
_SALT = "wijkwerk.people.mailed-link"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth in our house: nobody signs up alone, and mail goes out through the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by whoever manages people; a resident needs none."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count attempts in the database too, where every process counts along; then allauth's limits."""
        rate_limits.count("sign-in from", rate_limits.caller(request), limit=60, seconds=3600)
        super().pre_authenticate(request, **credentials)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not of who signed in just now: the first second step is set up right after the password."""
        now = time.time()
        records = get_authentication_records(self.request, self.request.user)
        just_now = any(now - each["at"] < app_settings.REAUTHENTICATION_TIMEOUT for each in records)
        return not just_now and bool(super().is_reauthentication_required(app=app, **more))

    def send_notification_mail(
        self, template_prefix: str, user: Account, context: Any = None, email: str | None = None
    ) -> None:
        """That a password or second step changed: one letter for all of it, through the outbox."""
        mail.send(mail.LetterKind.CHANGED, user)

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:
        """Who signs in by mailed link has no password to forget, and gets such a link instead."""
        kinds = mail.LetterKind
        mail.send(kinds.NEW_PASSWORD if user.has_usable_password() else kinds.SIGN_IN, user)


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step's secrets are kept encrypted, under the same keys as contact data."""

    def encrypt(self, text: str) -> str:
        """Ciphertext as text, as allauth keeps it in JSON."""
        return encryption.encrypt(text).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Back to what it was."""
        return encryption.decrypt(encrypted_text.encode())

    def get_totp_issuer(self) -> str:
        """What stands above the code in someone's authenticator."""
        return f"Wijkwerk {settings.ENVIRONMENT.municipality}".strip()


# --- The mailed link
# -----------------------------------------------------------------------------------------


def mailed_link(account: Account) -> str:
    """The address that signs this account in, once, within half an hour."""
    token = signing.Signer(salt=_SALT).sign_object(
        [account.pk, account.link_counter, int(clock.now().timestamp())]
    )
    return f"{settings.SITE_URL}{reverse('account_mailed_link', args=[token])}"


def account_of_link(token: str) -> Account | None:
    """Whose link this is; None when it was guessed, used, or is too old."""
    try:
        account_id, counter, at = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    age = clock.now().timestamp() - at
    if not -60 <= age < LINK_MINUTES * 60:
        return None
    account = Account.objects.filter(pk=account_id, link_counter=counter, is_active=True).first()
    return account if account and not account.has_usable_password() else None


def set_up_link(account: Account) -> str:
    """An address, valid once and for three days, on which someone chooses a password."""
    address = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    return f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=address)}"
