"""The words of a message, made from what is stored: subject, plain text and HTML that say the same.

A kind of message belongs to the capability that posts it, which registers how it is composed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkwerk.answers.models import Asker, Delivery
from wijkwerk.foundation import secret_links
from wijkwerk.foundation.language import inner
from wijkwerk.foundation.reasons import Text
from wijkwerk.thread.kinds import kind_of
from wijkwerk.thread.story import beads_of
from wijkwerk.thread.wording import listed

PURPOSE = "asker"


@dataclass(frozen=True)
class Message:
    """One message ready to go: subject, plain text and HTML; `link` and `code` for the QR of a letter.

    `to` names the address where it is no contact's (an account's).
    """

    subject: str
    text: str
    html: str
    link: str = ""
    code: str = ""
    to: str = ""
    context: dict[str, Any] = field(default_factory=dict)


Composer = Callable[[Delivery], Message]
_composers: dict[str, Composer] = {}
_labels: dict[str, Text] = {}


def register_composer(kind: str, compose: Composer, *, label: Text = "") -> None:
    """Say how messages of a kind are worded, and what a list calls one."""
    _composers[kind] = compose
    _labels[kind] = label


def compose(delivery: Delivery) -> Message:
    """The message of a delivery, in the language its reader chose."""
    with in_its_language(delivery):
        return _composers[delivery.kind](delivery)


def in_its_language(delivery: Delivery) -> translation.override:
    """Within this block everything is said in the language of who gets it."""
    return translation.override(delivery.contact.language if delivery.contact else settings.LANGUAGE_CODE)


def title_of(delivery: Delivery) -> str:
    """What a list calls this message, without making it."""
    news = delivery.answer.news if delivery.answer else str(_labels.get(delivery.kind) or _("Bericht"))
    return str(capfirst(f"{news}: {delivery.asker.thing.sentence}" if delivery.asker else news))


def secret_path(asker: Asker) -> str:
    """The path of an asker's own page."""
    return reverse("answers:asker", args=[asker.pk, secret_links.code(PURPOSE, asker.pk, asker.link_counter)])


def secret_code(asker: Asker) -> str:
    """Number and code as printed in letters: `12-7KQ4-9XMP-2FHT-W3RN`."""
    return f"{asker.pk}-{secret_links.readable(secret_links.code(PURPOSE, asker.pk, asker.link_counter))}"


def message(
    template: str, subject: str, context: dict[str, Any], *, link: str = "", code: str = ""
) -> Message:
    """Render `<template>.txt` and `<template>.html` with one context; below it who sends it, and how to reach them."""
    sender = {"municipality": settings.ENVIRONMENT.municipality, "contact": settings.ENVIRONMENT.contact}
    whole = {
        **context,
        **sender,
        "subject": subject,
        "link": link,
        "code": code,
        "site_url": settings.SITE_URL,
    }
    foot = "\n".join(filter(None, ["", *sender.values()]))
    return Message(
        subject=" ".join(subject.split()),
        text=f"{render_to_string(f'{template}.txt', whole).strip()}\n{foot}\n",
        html=render_to_string(f"{template}.html", whole),
        link=link,
        code=code,
        context=whole,
    )


def compose_confirmation(delivery: Delivery) -> Message:
    """ "Wij hebben uw melding": number, what happens now, the secret link."""
    asker = _asker(delivery)
    subject = (
        _("Wij hebben uw %(kind)s ontvangen: %(title)s") if asker.is_theirs else _("U volgt nu: %(title)s")
    )
    subject %= {"kind": kind_of(asker.thing.kind).label, "title": inner(asker.thing.sentence)}
    return message(
        "answers/mail/confirmation",
        subject,
        _about(asker),
        link=settings.SITE_URL + secret_path(asker),
        code=secret_code(asker),
    )


def compose_answer(delivery: Delivery) -> Message:
    """What happened, what is next and when, what the reader can do; then the thread as a list."""
    asker = _asker(delivery)
    answer = delivery.answer
    if answer is None:
        raise ValueError("an answer's delivery names its answer")
    subject = _("Uw %(kind)s “%(title)s”: %(news)s") if asker.is_theirs else _("“%(title)s”: %(news)s")
    subject %= {
        "kind": kind_of(asker.thing.kind).label,
        "title": inner(asker.thing.sentence),
        "news": answer.news,
    }
    return message(
        "answers/mail/answer",
        subject,
        {**_about(asker), "answer": answer},
        link=settings.SITE_URL + secret_path(asker),
        code=secret_code(asker),
    )


def compose_erase(delivery: Delivery) -> Message:
    """The fresh confirmation before someone's data is erased."""
    contact = delivery.contact
    if contact is None:
        raise ValueError("there is nobody to erase")
    code = secret_links.code("erase", contact.pk, contact.link_counter)
    link = settings.SITE_URL + reverse("answers:erase", args=[contact.pk, code])
    return message("answers/mail/erase", _("Wilt u uw gegevens laten wissen?"), {}, link=link)


def _asker(delivery: Delivery) -> Asker:
    if delivery.asker is None:
        raise ValueError("this kind of message goes to an asker")
    return delivery.asker


def _about(asker: Asker) -> dict[str, Any]:
    thing = asker.thing
    return {
        "asker": asker,
        "thing": thing,
        "kind": kind_of(thing.kind),
        "beads": listed(beads_of([thing])[thing.pk]),
        "title": inner(thing.sentence),
    }
