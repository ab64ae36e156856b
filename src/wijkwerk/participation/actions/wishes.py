"""Wishes: put on the longlist, passed on, dropped."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import ask, tell
from wijkwerk.answers.models import AskerRole, Door
from wijkwerk.approaches import Power
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.rules import WISH, WishStatus
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import Role, Thing


@dataclass(frozen=True)
class Wished:
    """What someone wishes for a need. `own_contribution` is what they bring themselves (UTR97-10)."""

    sentence: str
    text: str = ""
    theme: str = ""
    own_contribution: str = ""
    cost: Money | None = None


@transaction.atomic
def wish(
    *,
    need: Thing,
    given: Wished,
    longlist: Longlist | None,
    by: Person | None,
    contact: Contact | None = None,
    door: Door = Door.PANEL,
) -> Wish:
    """A wished measure for a need, on the longlist of this cycle. The wisher is owed an answer."""
    may(by, Power.MANAGE_LONGLIST, within=need.area, on=clock.today()).require()
    if not given.sentence.strip():
        raise Invalid(Reason(_("Schrijf de wens in één zin."), field="sentence"))
    if given.cost is not None and given.cost.minor < 0:
        raise Invalid(Reason(_("De kosten zijn nul of meer."), field="cost"))
    thing = bear(
        "wish", area=need.area, neighbourhood=need.neighbourhood, sentence=given.sentence, public=True
    )
    made = Wish.objects.create(
        thing=thing,
        need=need,
        longlist=longlist,
        text=given.text or given.sentence,
        theme=given.theme,
        own_contribution=given.own_contribution,
        cost_minor=given.cost.minor if given.cost else None,
        currency=given.cost.currency if given.cost else "EUR",
        wished_on=clock.today(),
    )
    link(need, thing, Role.WISHED)
    if contact is not None:
        ask(thing=thing, contact=contact, role=AskerRole.WISHER, door=door, entered_by=by)
    journal(Verb.WISHED, thing, by=by)
    return made


@transaction.atomic
def pass_on(*, wish_id: int, to: Organisation, reason: str, by: Person | None) -> Wish:
    """Give a wish to the body that goes about it; every wisher is told to whom and why (DEV-10)."""
    found = _locked(wish_id)
    verdict = may(by, Power.DECIDE_WISH, within=found.thing.area, on=clock.today())
    verdict.require()
    WISH.require(WishStatus(found.status), WishStatus.PASSED_ON)
    _end(found, WishStatus.PASSED_ON)
    found.passed_to = to
    found.save()
    decide(
        thing=found.thing,
        kind=DecisionKind.PASS_ON,
        reason=reason,
        public_text=str(_("Doorgegeven aan %(who)s") % {"who": to.name}),
        maker=by,
        body=str(_("de loodsgroep van de wijk")),
        mandate=Power.DECIDE_WISH,
    )
    tell(
        about=found.thing,
        turn="passed_on",
        news=str(_("doorgegeven aan %(who)s") % {"who": to.name}),
        text=reason,
        by=by,
        closing=True,
    )
    journal(Verb.PASSED_ON, found.thing, by=by)
    return found


@transaction.atomic
def drop(*, wish_id: int, reason: str, by: Person | None) -> Wish:
    """A wish goes no further this time; every wisher is told why (DEV-10)."""
    found = _locked(wish_id)
    may(by, Power.DECIDE_WISH, within=found.thing.area, on=clock.today()).require()
    WISH.require(WishStatus(found.status), WishStatus.DROPPED)
    _end(found, WishStatus.DROPPED)
    found.save()
    decide(
        thing=found.thing,
        kind=DecisionKind.DROP,
        reason=reason,
        public_text=str(_("Deze wens gaat nu niet door")),
        maker=by,
        body=str(_("de loodsgroep van de wijk")),
        mandate=Power.DECIDE_WISH,
    )
    tell(
        about=found.thing, turn="dropped", news=str(_("gaat nu niet door")), text=reason, by=by, closing=True
    )
    journal(Verb.DROPPED, found.thing, by=by)
    return found


def _end(found: Wish, status: WishStatus) -> None:
    found.status, found.ended_on, found.place = status, clock.today(), None
    found.thing.ended_on = clock.today()
    found.thing.save(update_fields=["ended_on"])


def _locked(wish_id: int) -> Wish:
    return (
        Wish.objects.select_for_update(of=("self",)).select_related("thing__area", "longlist").get(pk=wish_id)
    )
