"""Writes of politics: a matter is laid before an office, and answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.politics.events import Verb
from wijkwerk.politics.models import Matter, Subject
from wijkwerk.politics.permissions import line_of, may_answer, may_lay_before
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@dataclass(frozen=True)
class Laid:
    """What an officer lays before an office."""

    question: str
    text: str
    subject: Subject = Subject.PROCESS
    about: Thing | None = None


@transaction.atomic
def lay_before(*, area: Area, given: Laid, by: Person) -> Matter:
    """Over the direct line, past whoever leads the officer (DEV-30); one line in the journal, without the words.

    Raises Refused without a line or somebody at its end, Invalid for an empty question or a thing of another area.
    """
    may_lay_before(by, area).require()
    line = line_of(by, area)
    if line is None:
        raise AssertionError("a line was just found")
    if not given.question.strip():
        raise Invalid(Reason(_("Schrijf in één zin wat u vraagt."), field="question"))
    if not given.text.strip():
        raise Invalid(Reason(_("Schrijf op wat er speelt."), field="text"))
    if given.about is not None and given.about.area_id != area.pk:
        raise Invalid(Reason(_("Dit nummer hoort bij een ander gebied."), field="about"))
    matter = Matter.objects.create(
        area=area,
        about=given.about,
        to_role=line.role,
        question=given.question.strip(),
        text=given.text.strip(),
        subject=given.subject,
        sent_by=by,
        sent_at=clock.now(),
    )
    journal(Verb.LAID_BEFORE, given.about, by=by, detail_id=matter.pk)
    return matter


@transaction.atomic
def answer(*, matter_id: int, text: str, by: Person) -> Matter:
    """The office answers; once. Raises Refused for who does not hold it, Conflict when it was answered."""
    found = Matter.objects.select_for_update(of=("self",)).select_related("area", "about").get(pk=matter_id)
    may_answer(by, found).require()
    if not found.is_open:
        raise Conflict(Reason(_("Hier is al antwoord op gegeven.")))
    if not text.strip():
        raise Invalid(Reason(_("Schrijf uw antwoord."), field="answer"))
    found.answer, found.answered_by, found.answered_at = text.strip(), by, clock.now()
    found.save(update_fields=["answer", "answered_by", "answered_at"])
    journal(Verb.ANSWERED, found.about, by=by, detail_id=found.pk)
    return found
