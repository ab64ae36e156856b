"""Writes of answers: someone asks, everyone is told, a message goes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.events import Verb
from wijkwerk.answers.models import Answer, Asker, AskerRole, Delivery, DeliveryState, Door, Solved
from wijkwerk.answers.queries import askers_up_the_thread, closing_answers_to
from wijkwerk.answers.rules import Channel, channel_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Contact, Person
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import JournalEntry, Role, Thing

LONGEST_TEXT = 4000

Reopener = Callable[[Thing, Asker, str], None]
_reopeners: dict[str, Reopener] = {}


def register_reopener(kind: str, reopen: Reopener) -> None:
    """What "nee, niet opgelost" does to a thing of this kind; called in the asker's own transaction."""
    _reopeners[kind] = reopen


@transaction.atomic
def ask(
    *,
    thing: Thing,
    contact: Contact | None,
    role: AskerRole,
    door: Door,
    entered_by: Person | None = None,
    confirm: bool = True,
) -> Asker:
    """Someone is owed an answer about `thing`. One person asks once about a thing; a second time changes nothing.

    With `confirm`, they get a message with their secret link.
    """
    new = Asker(thing=thing, contact=contact, role=role, door=door, entered_by=entered_by, since=clock.now())
    asker = _kept_once(new)
    if asker is not new:
        if asker.stopped_at:
            asker.stopped_at = None
            asker.save(update_fields=["stopped_at"])
        return asker
    journal(
        Verb.ASKED, thing, by=entered_by, on_behalf_of=contact if entered_by else None, detail_id=asker.pk
    )
    if confirm and contact is not None:
        post(kind="confirmation", key=f"confirmation:{asker.pk}", contact=contact, asker=asker)
    return asker


def _kept_once(new: Asker) -> Asker:
    """The new asker, kept; or the one there was already, also when that came in at this very moment."""
    if new.contact is None:
        new.save()
        return new
    mine = Asker.objects.filter(thing=new.thing, contact=new.contact)
    if known := mine.first():
        return known
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError:
        return mine.get()
    return new


@transaction.atomic
def tell(
    *,
    about: Thing,
    turn: str,
    news: str,
    text: str,
    by: Person | None = None,
    function: str = "",
    next_text: str = "",
    next_on: date | None = None,
    closing: bool = False,
    in_story: bool = True,
    public: bool | None = None,
) -> Answer:
    """Tell everyone who asked about `about`, or about what led to it, what happened at this turn.

    `closing` asks them "opgelost?"; `in_story=False` where the story of the thread tells this turn already (a decision,
    a count). Stores the answer; the worker finds the recipients by reading the journal. An answer is as public as
    what it is about, unless `public` says otherwise.
    """
    text = text.strip()
    if not text:
        raise Invalid(
            Reason(_("Schrijf wat de vragers te horen krijgen."), field="text", rule="antwoord.tekst")
        )
    if len(text) > LONGEST_TEXT:
        raise Invalid(
            Reason(
                _("Het antwoord is %(length)s tekens; hoogstens %(most)s.")
                % {"length": len(text), "most": LONGEST_TEXT},
                field="text",
                rule="antwoord.tekst",
            )
        )
    thing = bear(
        "answer",
        area=about.area,
        neighbourhood=about.neighbourhood,
        sentence=news,
        public=about.public if public is None else public,
    )
    answer = Answer.objects.create(
        thing=thing,
        about=about,
        turn=turn,
        news=news[:80],
        text=text,
        next_text=next_text,
        next_on=next_on,
        by=by,
        function=function,
        told_at=clock.now(),
        closing=closing,
        in_story=in_story,
    )
    link(about, thing, Role.TOLD_IN)
    journal(Verb.TOLD, thing, by=by)
    return answer


def gather(entry: JournalEntry) -> None:
    """Make one delivery for each person owed this answer. Done again, it makes none twice."""
    answer = Answer.objects.select_related("about").get(pk=entry.thing_id)
    now = clock.now()
    deliveries = []
    for asker in askers_up_the_thread(answer.about_id):
        contact = asker.contact
        channel = _channel(contact)
        who = f"contact:{contact.pk}" if contact else f"asker:{asker.pk}"
        deliveries.append(
            Delivery(
                key=f"answer:{answer.pk}:{who}",
                kind="answer",
                answer=answer,
                asker=asker,
                contact=contact,
                channel=channel,
                # What stands on the asker's own page has reached them by standing there.
                state=DeliveryState.SENT if channel is Channel.PAGE else DeliveryState.WAITING,
                sent_at=now if channel is Channel.PAGE else None,
                next_attempt_at=now,
                created_at=now,
            )
        )
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)


def post(
    *,
    kind: str,
    key: str,
    contact: Contact | None,
    asker: Asker | None = None,
    about_id: int | None = None,
    channel: Channel | None = None,
) -> Delivery:
    """Put one message of a kind in the outbox; the same key is sent once."""
    now = clock.now()
    delivery, _made = Delivery.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "contact": contact,
            "asker": asker,
            "about_id": about_id,
            "channel": channel or _channel(contact),
            "next_attempt_at": now,
            "created_at": now,
        },
    )
    return delivery


def _channel(contact: Contact | None) -> Channel:
    if contact is None:
        return Channel.PAGE
    return channel_for(
        email=bool(contact.email_encrypted),
        address=bool(contact.address_encrypted),
        phone=bool(contact.phone_encrypted),
    )


@transaction.atomic
def stop_following(*, asker_id: int) -> Asker:
    """The asker wants to hear no more about this; they may ask again later."""
    asker = Asker.objects.select_for_update().select_related("thing").get(pk=asker_id)
    if asker.stopped_at is None:
        asker.stopped_at = clock.now()
        asker.save(update_fields=["stopped_at"])
        journal(Verb.STOPPED_FOLLOWING, asker.thing, detail_id=asker.pk)
    return asker


@transaction.atomic
def say_solved(*, asker_id: int, answer_id: int, solved: bool, words: str = "") -> Solved:
    """The asker says whether it is solved. "Nee" reopens what they asked; said once per answer."""
    asker = Asker.objects.select_for_update().select_related("thing").get(pk=asker_id)
    answer = Answer.objects.get(pk=answer_id)
    if not answer.closing:
        raise Conflict(Reason(_("Dit is nog niet afgesloten, dus de vraag of het is opgelost komt later.")))
    if not closing_answers_to(asker).filter(pk=answer.pk).exists():
        raise Conflict(Reason(_("Dit antwoord ging niet naar u, dus wij vragen u er niet naar.")))
    if Solved.objects.filter(asker=asker, answer=answer).exists():
        raise Conflict(Reason(_("U hebt deze vraag al beantwoord. Dank u wel.")))
    said = Solved.objects.create(
        asker=asker, answer=answer, solved=solved, words=words.strip()[:2000], said_at=clock.now()
    )
    journal(Verb.SAID_SOLVED if solved else Verb.SAID_NOT_SOLVED, asker.thing, detail_id=said.pk)
    reopen = _reopeners.get(asker.thing.kind)
    if not solved and reopen:
        reopen(asker.thing, asker, said.words)
    return said


@transaction.atomic
def handed_over(*, delivery_id: int, by: Person) -> Delivery:
    """The desk printed this letter or made this call."""
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    if delivery.channel not in {Channel.LETTER, Channel.PHONE}:
        raise Conflict(Reason(_("Alleen een brief of een telefoontje wordt zo afgevinkt.")))
    if delivery.state != DeliveryState.SENT:
        delivery.state, delivery.sent_at = DeliveryState.SENT, clock.now()
        delivery.save(update_fields=["state", "sent_at"])
        verb = Verb.LETTER_PRINTED if delivery.channel == Channel.LETTER else Verb.CALLED
        journal(verb, delivery.asker.thing if delivery.asker else None, by=by, detail_id=delivery.pk)
    return delivery
