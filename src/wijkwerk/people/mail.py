"""How a message about signing in leaves the house. The outbox is above us and registers itself here."""

from __future__ import annotations

from typing import Protocol

from django.core.mail import send_mail


class Mailer(Protocol):
    """Keeps a message until it is delivered; the same `key` is the same message, which goes once."""

    def __call__(self, *, to: str, subject: str, text: str, key: str) -> None: ...


def _at_once(*, to: str, subject: str, text: str, key: str) -> None:
    send_mail(subject, text, None, [to])


_mailer: Mailer = _at_once


def register_mailer(mailer: Mailer) -> None:
    """Make `mailer` the way out; called once, at start."""
    global _mailer
    _mailer = mailer


def send_link(*, to: str, subject: str, text: str, key: str) -> None:
    """Send a message to one address."""
    _mailer(to=to, subject=subject, text=text, key=key)
