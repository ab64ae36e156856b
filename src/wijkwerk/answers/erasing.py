"""What goes from here when a resident is erased: links, verdicts in words, mail that waits or was kept."""

from __future__ import annotations

from collections.abc import Iterable
from email import message_from_bytes
from email.policy import default as default_policy
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.translation import gettext as _

from wijkwerk.answers.models import Answer, Asker, Delivery, DeliveryState, Solved
from wijkwerk.foundation import clock
from wijkwerk.people import erasure, quotes
from wijkwerk.people.actions import erase_contact
from wijkwerk.people.erasure import is_needed
from wijkwerk.people.models import Contact
from wijkwerk.thread.models import Thing

# Django keeps several mails in one file when they go in the same second.
_BETWEEN_MAILS = b"-" * 79 + b"\n"


def register() -> None:
    """Be called when someone is erased; called once, at start."""
    erasure.register(erase_asker)
    quotes.register_words(words_said, own=[Solved])
    quotes.register_place(lambda words: transaction.on_commit(lambda: remove_kept_mail(words)))


def words_said(contact: Contact) -> Iterable[str]:
    """What they said when asked whether it was solved."""
    return Solved.objects.filter(asker__contact=contact).values_list("words", flat=True)


def erase_asker(contact: Contact) -> None:
    """Nothing is owed to who is gone: links end, words go, and no message that waited goes out any more."""
    askers = Asker.objects.filter(contact=contact)
    _let_go_of_private_answers(contact)
    Solved.objects.filter(asker__in=askers).update(words="")
    Delivery.objects.filter(contact=contact).exclude(state=DeliveryState.SENT).delete()
    askers.update(stopped_at=Coalesce("stopped_at", clock.now()), link_counter=F("link_counter") + 1)


@transaction.atomic
def let_go(asker: Asker) -> None:
    """Forget who asked this; the asking and its answer stay, and who has the link still reads them.

    For a matter that was theirs alone, once answered. Nothing may wait to be sent to them any more.
    """
    contact = asker.contact
    if contact is None:
        return
    for delivery in Delivery.objects.filter(asker=asker, contact=contact):
        delivery.key, delivery.contact = f"gone:{delivery.pk}", None
        delivery.save(update_fields=["key", "contact"])
    asker.contact = None
    asker.save(update_fields=["contact"])
    if not is_needed(contact):
        erase_contact(contact)


def _let_go_of_private_answers(contact: Contact) -> None:
    """What was told to nobody but them was about them."""
    mine = Answer.objects.filter(thing__public=False, about__askers__contact=contact)
    others = Asker.objects.exclude(contact=contact).values("thing")
    ids = list(mine.exclude(about__in=others).values_list("pk", flat=True))
    with translation.override(settings.LANGUAGE_CODE):
        gone = _("Gewist met de gegevens van wie het vroeg.")
    Answer.objects.filter(pk__in=ids).update(text=gone, news=gone[:80], next_text="")
    Thing.objects.filter(pk__in=ids).update(sentence=gone)


def remove_kept_mail(words: list[str]) -> None:
    """Where mail is kept as files (a site without a mail server), what names them goes too."""
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    for file in Path(folder).iterdir() if folder and Path(folder).is_dir() else []:
        mails = [mail for mail in file.read_bytes().split(_BETWEEN_MAILS) if mail.strip()]
        kept = [mail for mail in mails if not _names(mail, words)]
        if not kept:
            file.unlink()
        elif len(kept) < len(mails):
            file.write_bytes(_BETWEEN_MAILS.join([*kept, b""]))


def _names(content: bytes, words: list[str]) -> bool:
    mail = message_from_bytes(content.lstrip(), policy=default_policy)
    said = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
    whole = "\n".join([str(mail["To"]), str(mail["Subject"]), *said])
    return any(word in whole for word in words)
