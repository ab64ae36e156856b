"""Letters about signing in, through the same outbox; `people` has their words and makes their links."""

from __future__ import annotations

from django.template.loader import render_to_string

from wijkwerk.answers.actions import post
from wijkwerk.answers.composing import Message, register_composer
from wijkwerk.answers.models import Delivery
from wijkwerk.answers.rules import Channel
from wijkwerk.people import letters, mail


def register() -> None:
    """Become the way out for letters about accounts; called once, at start."""
    for kind in mail.LetterKind:
        register_composer(kind, compose_account, label=letters.SUBJECTS[kind])
    mail.register_mailer(post_account_letter)


def post_account_letter(*, kind: mail.LetterKind, account_id: int, key: str) -> None:
    """Put one into the outbox: which letter to which account, never its link."""
    post(kind=kind, key=key, contact=None, about_id=account_id, channel=Channel.MAIL)


def compose_account(delivery: Delivery) -> Message:
    """Its words, with a link made now."""
    letter = letters.compose(mail.LetterKind(delivery.kind), delivery.about_id or 0)
    html = render_to_string("answers/mail/account.html", {"subject": letter.subject, "text": letter.text})
    return Message(letter.subject, letter.text, html, to=letter.to)
