"""People react to what is intended; each reaction is answered: adopted, partly or not, and why.

What is the same for every table of reactions (`receive`, `settle`), and reacting in a formal consultation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import ask, tell
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.answers.on_behalf import OnBehalf, contact_of, note_consent
from wijkwerk.approaches import Power
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import (
    AnsweredReaction,
    Consultation,
    ConsultationReaction,
    Decision,
    Followed,
)
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import inner, stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear, journal
from wijkwerk.thread.models import Thing

LONGEST = 2000
Kept = TypeVar("Kept", bound=AnsweredReaction)


def receive(
    *,
    kind: str,
    subject: Thing,
    text: str,
    keep: Callable[[Thing, str], Kept],
    who: Contact | OnBehalf | None,
    door: Door,
    entered_by: Person | None,
    verb: str,
) -> tuple[Kept, Asker]:
    """Keep what someone says of `subject`, who will hear what was done with it. With `entered_by` for someone else."""
    if entered_by is not None:
        may(entered_by, Power.ENTER_ON_BEHALF, within=subject.area, on=clock.today()).require()
    if not text.strip():
        raise Invalid(Reason(_("Schrijf wat u ervan vindt."), field="text"))
    contact = contact_of(who) if isinstance(who, OnBehalf) else who
    title = stored(_("Reactie op: %(subject)s"), subject=inner(subject.sentence))
    thing = bear(kind, area=subject.area, sentence=title, public=False)
    kept = keep(thing, text.strip()[:LONGEST])
    asker = ask(thing=thing, contact=contact, role=AskerRole.CONTRIBUTOR, door=door, entered_by=entered_by)
    journal(verb, thing, by=entered_by, on_behalf_of=contact if entered_by else None)
    if entered_by is not None and contact is not None:
        note_consent(asker=asker, by=entered_by)
    return kept, asker


def settle(
    reaction: AnsweredReaction,
    *,
    thing: Thing,
    followed: Followed,
    reason: str,
    text_public: bool,
    by: Person | None,
    next_text: str = "",
    next_on: date | None = None,
) -> None:
    """Write down what was done with a reaction and why, and tell who reacted. Sets no `answered_by`."""
    if reaction.answered_on is not None:
        raise Conflict(Reason(_("Op deze reactie is al geantwoord."), rule="reactie.antwoord"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom. Wie reageerde, krijgt dit te lezen."), field="reason"))
    reaction.followed, reaction.reason = followed, reason.strip()[:LONGEST]
    reaction.answered_on, reaction.text_public = clock.today(), text_public
    reaction.save()
    thing.public = text_public
    thing.save(update_fields=["public"])
    tell(
        about=thing,
        turn="reaction_answered",
        news=stored(Followed(followed).label),
        text=reason.strip(),
        next_text=next_text,
        next_on=next_on,
        by=by,
        public=text_public,
    )


def tell_who_reacted(decision: Decision) -> None:
    """Whoever reacted to what is now decided about hears the decision, in every table of reactions."""
    for table in AnsweredReaction.__subclasses__():
        reactions = table._default_manager.filter(**{table.about: decision.thing})
        for reaction in reactions.select_related("thing__area", "thing__neighbourhood"):  # type: ignore[misc]
            tell(
                about=reaction.thing,
                turn="decided",
                news=stored(_("er is een besluit genomen")),
                text=stored(
                    _("U reageerde hierop. Het besluit van %(body)s: %(decided)s. Waarom: %(reason)s"),
                    body=decision.body,
                    decided=decision.public_text.rstrip("."),
                    reason=decision.reason,
                ),
                by=decision.maker,
                in_story=False,
                public=reaction.text_public,
            )


def may_react(consultation: Consultation) -> Verdict:
    """Whether anyone can react today."""
    if consultation.is_open(clock.today()):
        return YES
    return no(
        _("De inspraak hierover is voorbij. Melden kan altijd."),
        rule="inspraak.termijn",
        way_out=_("Meld het via “Meld iets”."),
    )


@transaction.atomic
def react(
    *,
    consultation_id: int,
    text: str,
    who: Contact | OnBehalf | None = None,
    door: Door = Door.WEB,
    entered_by: Person | None = None,
) -> tuple[ConsultationReaction, Asker]:
    """Someone says what they think, with or without leaving an address; at the desk someone else writes it down."""
    consultation = Consultation.objects.select_related("thing__area").get(pk=consultation_id)
    verdict = may_react(consultation)
    if not verdict:
        raise Conflict(verdict.reason)
    return receive(
        kind="formal_reaction",
        subject=consultation.thing,
        text=text,
        keep=lambda thing, said: ConsultationReaction.objects.create(
            thing=thing, consultation=consultation, text=said
        ),
        who=who,
        door=door,
        entered_by=entered_by,
        verb=Verb.REACTED,
    )


@transaction.atomic
def answer_reaction(
    *, reaction_id: int, followed: Followed, reason: str, by: Person | None, text_public: bool = False
) -> ConsultationReaction:
    """Say what was done with it and why; who reacted is told. Whoever answers looks whether the text may be public."""
    reaction = (
        ConsultationReaction.objects.select_for_update(of=("self",))
        .select_related("thing__area", "thing__neighbourhood", "consultation__thing__area")
        .get(pk=reaction_id)
    )
    consultation = reaction.consultation
    may(by, Power.EDIT_PLAN, within=consultation.thing.area, on=clock.today()).require()
    reaction.answered_by = by
    runs = consultation.is_open(clock.today())
    settle(
        reaction,
        thing=reaction.thing,
        followed=followed,
        reason=reason,
        text_public=text_public,
        by=by,
        next_text=stored(_("Iedereen kan nog reageren tot en met {day}. Daarna volgt het besluit."))
        if runs
        else "",
        next_on=consultation.open_until if runs else None,
    )
    journal(Verb.REACTION_ANSWERED, reaction.thing, by=by)
    return reaction
