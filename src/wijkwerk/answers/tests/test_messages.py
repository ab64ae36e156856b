"""What a mail says: the news first, the same in text and in HTML, in the reader's language, as a plain list."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from wijkwerk.answers.actions import post, tell
from wijkwerk.answers.composing import compose, secret_code, secret_path
from wijkwerk.answers.models import Answer, Asker, Delivery
from wijkwerk.answers.tests.asking import a_thing, asks, someone, told, work
from wijkwerk.people.actions import remember_contact

pytestmark = pytest.mark.django_db(transaction=True)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text)


def words_of_html(text: str) -> list[str]:
    body = text[text.index("<body>") :]
    # What a reader sees as the number before a line of a list is not in the words of the HTML.
    return words(html.unescape(re.sub(r"<[^>]+>", " ", body)))


def sent(kind: str = "answer", language: str = "nl") -> EmailMultiAlternatives:
    thing = a_thing()
    contact = remember_contact(email="ans@example.org", language=language)
    asker = asks(thing, contact, confirm=kind == "confirmation")
    if kind == "answer":
        tell(
            about=thing,
            turn="later",
            news="het wordt later",
            text="Eerste alinea met <b>haakjes</b> & tekens.\n\nTweede alinea: “komt goed”.",
            next_text="Dan hoort het klaar te zijn.",
            next_on=date.today() + timedelta(days=30),
            function="wijkambtenaar",
        )
    elif kind == "closing":
        told(thing, closing=True)
    elif kind == "erase":
        post(kind="erase", key="erase", contact=contact, asker=asker)
    work()
    (message,) = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    return message


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["answer", "closing", "confirmation", "erase"])
def test_text_and_html_say_the_same(kind: str, language: str) -> None:
    message = sent(kind, language)
    text = re.sub(r"(?m)^\d(–\d)?\. ", "", str(message.body))  # the numbers of the list
    assert words(text) == _once(words_of_html(str(message.alternatives[0].content)), text)


def _once(found: list[str], text: str) -> list[str]:
    """A link stands in the HTML as its own words; nothing else is added."""
    assert len(found) == len(words(text)), (found, words(text))
    return found


def test_the_subject_says_the_news_of_what_was_asked() -> None:
    assert str(sent().subject) == "Uw melding “Een signal”: het wordt later"


def test_first_what_happened_then_what_is_next_and_when_then_what_one_can_do_then_the_thread() -> None:
    body = str(sent().body)
    order = [
        "Eerste alinea",
        "Dan hoort het klaar te zijn",
        "op uw eigen pagina",
        "/volg/",
        "1. Gezien",
        "8. Geleerd",
    ]
    places = [body.index(part) for part in order]
    assert places == sorted(places)


def test_markup_in_an_answer_stays_text() -> None:
    message = sent()
    assert "<b>haakjes</b> & tekens" in str(message.body)
    assert "&lt;b&gt;haakjes&lt;/b&gt; &amp; tekens" in str(message.alternatives[0].content)


def test_a_closing_answer_asks_whether_it_is_solved() -> None:
    assert "Is het opgelost?" in str(sent("closing").body)


def test_in_english_for_who_reads_english() -> None:
    message = sent("confirmation", "en")
    assert "received" in str(message.subject)
    assert "Is het" not in str(message.body)
    assert 'lang="en"' in str(message.alternatives[0].content)


def test_a_mail_names_nobody_but_goes_to_one() -> None:
    message = sent()
    assert message.to == ["ans@example.org"]
    assert not message.cc
    assert not message.bcc
    assert "ans@example.org" not in str(message.body)
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_subject_is_one_line_whatever_was_written() -> None:
    thing = a_thing()
    type(thing).objects.filter(pk=thing.pk).update(sentence="Regel\r\nBcc: iemand@example.org")
    contact = someone()
    asks(thing, contact, confirm=True)
    work()
    (message,) = mail.outbox
    assert "\n" not in str(message.subject)
    assert message.recipients() == ["ans@example.org"]


def test_no_link_and_no_words_are_kept_in_the_outbox() -> None:
    asker = asks(a_thing(), someone(), confirm=True)
    kept = " ".join(str(value) for value in vars(Delivery.objects.get()).values())
    assert secret_path(asker).rsplit("/", 1)[1] not in kept
    assert "ans@" not in kept


def test_the_same_message_is_made_again_later_with_the_same_link_and_code() -> None:
    thing = a_thing()
    asks(thing, someone(), confirm=False)
    told(thing)
    work()
    delivery = Delivery.objects.get()
    again = compose(delivery)
    asker = Asker.objects.get()
    assert again.link.endswith(secret_path(asker))
    assert again.code == secret_code(asker)
    assert Answer.objects.get().text in again.text
