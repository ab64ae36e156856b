"""How a letter about an account leaves the house. The outbox is above us and registers itself here.

What is handed over is which letter goes to which account, never its words: those are made when it is sent (see
`letters.compose`), so that no link lies about and its half hour begins on sending.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from django.core.mail import send_mail

from wijkwerk.foundation import clock
from wijkwerk.people.models import Account


class LetterKind(StrEnum):
    """The letters an account can get."""

    SIGN_IN = "account.sign_in"
    INVITATION = "account.invitation"
    NEW_PASSWORD = "account.new_password"  # noqa: S105  (the name of a letter)
    CHANGED = "account.changed"


class Mailer(Protocol):
    """Keeps a letter until it is delivered. The same `key` is the same letter, which goes once."""

    def __call__(self, *, kind: LetterKind, account_id: int, key: str) -> None: ...


def _at_once(*, kind: LetterKind, account_id: int, key: str) -> None:
    from wijkwerk.people.letters import compose

    letter = compose(kind, account_id)
    send_mail(letter.subject, letter.text, None, [letter.to])


_mailer: Mailer = _at_once


def register_mailer(mailer: Mailer) -> None:
    """Make `mailer` the way out; called once, at start. Without one, letters are sent at once."""
    global _mailer
    _mailer = mailer


def send(kind: LetterKind, account: Account) -> None:
    """Send this letter to this account; asked twice in one second it goes once."""
    moment = int(clock.now().timestamp())
    _mailer(kind=kind, account_id=account.pk, key=f"{kind}-{account.pk}-{moment}")
