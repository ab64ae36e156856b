"""Formal consultation: opened for a time, closed with what was done with the reactions."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import Consultation, ConsultationReaction
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def open_consultation(
    *,
    thing: Thing,
    question: str,
    open_until: date,
    by: Person | None,
    intention: str = "",
    decider: str = "",
) -> Consultation:
    """Let everyone react to a thing until a day. One at a time. `decider` is who decides afterwards, in words.

    Raises Invalid without a question or with a day in the past, Conflict when one is open.
    """
    may(by, Power.EDIT_PLAN, within=thing.area, on=clock.today()).require()
    if not question.strip():
        raise Invalid(Reason(_("Schrijf waar mensen op kunnen reageren."), field="question"))
    if open_until <= clock.today():
        raise Invalid(Reason(_("De laatste dag om te reageren ligt in de toekomst."), field="open_until"))
    Thing.objects.select_for_update().get(pk=thing.pk)
    if Consultation.objects.filter(thing=thing, closed_on__isnull=True).exists():
        raise Conflict(Reason(_("De inspraak hierover loopt al."), rule="inspraak.eenmaal"))
    opened = Consultation.objects.create(
        thing=thing,
        opened_by=by,
        opened_on=clock.today(),
        open_until=open_until,
        question=question.strip()[:300],
        intention=intention.strip()[:2000],
        decider=decider.strip()[:160],
    )
    journal(Verb.CONSULTATION_OPENED, thing, by=by, detail_id=opened.pk)
    return opened


@transaction.atomic
def close_consultation(
    *, consultation_id: int, reactions: int, answer: str, by: Person | None
) -> Consultation:
    """End it after its last day, with how many reacted and what was done with what they said.

    `reactions` counts everyone, who spoke at a meeting too. Raises Conflict before its last day has passed, while
    someone waits for an answer or when it was closed; Invalid without an answer, or with fewer than were received.
    """
    closing = (
        Consultation.objects.select_for_update(of=("self",))
        .select_related("thing__area")
        .get(pk=consultation_id)
    )
    may(by, Power.EDIT_PLAN, within=closing.thing.area, on=clock.today()).require()
    if closing.closed_on is not None:
        raise Conflict(Reason(_("Deze inspraak is al afgesloten."), rule="inspraak.eenmaal"))
    if clock.today() <= closing.open_until:
        raise Conflict(
            Reason(
                _("Mensen kunnen nog reageren tot en met %(day)s.")
                % {"day": day_with_year(closing.open_until)},
                rule="inspraak.termijn",
            )
        )
    received = ConsultationReaction.objects.filter(consultation=closing)
    waiting = received.filter(answered_on__isnull=True).count()
    if waiting:
        raise Conflict(
            Reason(
                _("Nog niet beantwoord: %(number)s. Elke reactie krijgt een antwoord met een reden.")
                % {"number": waiting},
                rule="inspraak.antwoord",
                value=str(waiting),
                way_out=_("Beantwoord eerst wat er binnenkwam."),
            )
        )
    if reactions < received.count():
        raise Invalid(
            Reason(
                _("Er kwamen hier al %(number)s reacties binnen.") % {"number": received.count()},
                field="reactions",
            )
        )
    if not answer.strip():
        raise Invalid(
            Reason(_("Schrijf wat er met de reacties is gedaan, ook als er geen kwamen."), field="answer")
        )
    closing.closed_on, closing.reactions, closing.answer = clock.today(), reactions, answer.strip()
    closing.save(update_fields=["closed_on", "reactions", "answer"])
    journal(Verb.CONSULTATION_CLOSED, closing.thing, by=by, detail_id=closing.pk)
    return closing
