"""Formal consultation as everyone reads it: what is to be decided, until when, by whom, what was said and done."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions import can_be_marked, may_mark, may_react
from wijkwerk.decisions.models import (
    AdoptionRoute,
    Consultation,
    ConsultationReaction,
    Followed,
    Important,
    SayLevel,
)
from wijkwerk.decisions.rules.routes import adopting_stop
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.reasons import Reason, Text, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import listing, role_label, sourced, who_may
from wijkwerk.thread.models import Thing

MOST = 100


@dataclass(frozen=True)
class ReactionRow:
    """A reaction with what was done with it; its text only where everyone may read it."""

    reaction: ConsultationReaction
    followed: Text


@dataclass(frozen=True)
class ConsultationPage:
    """Everything the page prints."""

    consultation: Consultation
    verdict: Verdict
    decider: str
    say: str
    important: Important | None
    why: Reason
    answered: list[ReactionRow]
    number: int
    waiting: list[ConsultationReaction]
    ways: list[NextStep]


def consultation_page(consultation: Consultation, reader: Person | None) -> ConsultationPage:
    """The page for one reader, in a fixed number of queries. Who answers also reads what waits for an answer."""
    thing = consultation.thing
    approach = approach_for(thing.area)
    received = list(ConsultationReaction.objects.filter(consultation=consultation).select_related("thing"))
    waiting = [each for each in received if each.answered_on is None]
    writes = may(reader, Power.EDIT_PLAN, within=thing.area) if reader else None
    return ConsultationPage(
        consultation=consultation,
        verdict=may_react(consultation),
        decider=consultation.decider or _decider(thing),
        say=str(SayLevel.CONSULTED.label),
        important=Important.objects.filter(thing=thing).first(),
        why=sourced(approach, "", "options.consultation_for_important_decisions", _("ja")),
        answered=[
            ReactionRow(each, Followed(each.followed).label)
            for each in received
            if each.answered_on is not None
        ][:MOST],
        number=len(received),
        waiting=waiting[:MOST] if writes else [],
        ways=_ways(consultation, reader, writes) if reader and writes is not None else [],
    )


def _decider(thing: Thing) -> str:
    """Who takes the adopting stop of its way; else whoever adopts under the approach."""
    walk = AdoptionRoute.objects.filter(thing=thing, refused_on__isnull=True).first()
    ending = adopting_stop(walk.route) if walk else None
    if walk and ending and ending.role:
        return role_label(walk.approach, ending.role)
    able = who_may(approach_for(thing.area), Power.ADOPT_PLAN)
    return listing(able) if able else ""


def _ways(consultation: Consultation, reader: Person, writes: Verdict) -> list[NextStep]:
    ways = []
    if may_react(consultation) and may(reader, Power.ENTER_ON_BEHALF, within=consultation.thing.area):
        address = reverse("decisions:react-on-behalf", args=[consultation.pk])
        ways.append(NextStep(_("Schrijf een reactie op namens een bewoner"), address))
    if writes and consultation.closed_on is None and clock.today() > consultation.open_until:
        ways.append(NextStep(_("Sluit de inspraak af"), reverse("decisions:close", args=[consultation.pk])))
    return ways


def ways_to_consult(thing: Thing, reader: Person) -> list[NextStep]:
    """What there is to do so that everyone can react before something is decided about a thing."""
    writes = may(reader, Power.EDIT_PLAN, within=thing.area)
    running = Consultation.objects.filter(thing=thing, closed_on__isnull=True).first()
    if running is not None:
        consulting = NextStep(_("Bekijk de inspraak"), reverse("decisions:consultation", args=[running.pk]))
    else:
        address = reverse("decisions:consult", args=[thing.number])
        consulting = NextStep(_("Open de inspraak"), address, writes, lesser=True)
    marking = first_no(may_mark(reader, thing), can_be_marked(thing))
    address = reverse("decisions:important", args=[thing.number])
    return [consulting, NextStep(_("Maak dit een belangrijk besluit"), address, marking, lesser=True)]
