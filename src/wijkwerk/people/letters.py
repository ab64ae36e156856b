"""The words of letters about an account, made at the moment of sending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkwerk.people import sign_in
from wijkwerk.people.mail import LetterKind
from wijkwerk.people.models import Account

SUBJECTS: dict[LetterKind, Promise] = {
    LetterKind.SIGN_IN: _("Uw link om in te loggen"),
    LetterKind.INVITATION: _("Uw account bij Wijkwerk"),
    LetterKind.NEW_PASSWORD: _("Kies een nieuw wachtwoord"),
    LetterKind.CHANGED: _("Er is iets veranderd aan uw account"),
}
_LINKS: dict[LetterKind, Callable[[Account], str]] = {
    LetterKind.SIGN_IN: sign_in.mailed_link,
    LetterKind.INVITATION: sign_in.set_up_link,
    LetterKind.NEW_PASSWORD: sign_in.set_up_link,
}


@dataclass(frozen=True)
class Letter:
    """One letter: to whom, what about, in which words."""

    to: str
    subject: str
    text: str


def compose(kind: LetterKind, account_id: int) -> Letter:
    """The letter of this kind for this account, with a fresh link where it has one, in the active language."""
    account = Account.objects.get(pk=account_id)
    link = _LINKS.get(kind)
    context = {
        "link": link(account) if link else "",
        "minutes": sign_in.LINK_MINUTES,
        "municipality": settings.ENVIRONMENT.municipality,
    }
    text = render_to_string(f"people/mail/{kind.name.lower()}.txt", context).strip() + "\n"
    return Letter(account.email, str(SUBJECTS[kind]), text)
