"""Wishes: put on the longlist, passed on, dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import ask, tell
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.approaches import Power
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Longlist, Ranking, Wish
from wijkwerk.participation.rules import WISH, RankingStatus, WishStatus
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import bear, journal, link, shortened
from wijkwerk.thread.models import Link, Role, Thing


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
    heard_in: Iterable[Thing] = (),
    door: Door = Door.PANEL,
) -> Wish:
    """A wished measure for a need, on the longlist of this cycle; without longlist it waits for the next one.

    Whoever wished it is owed an answer: `contact`, and whoever left contact data with the signals `heard_in`.
    """
    may(by, Power.MANAGE_LONGLIST, within=need.area, on=clock.today()).require()
    _check(given)
    if longlist is not None and longlist.area_id != need.area_id:
        raise Invalid(Reason(_("Deze groslijst is van een andere wijk dan de vraag."), field="longlist"))
    if longlist is not None and Ranking.objects.filter(longlist=longlist).exists():
        raise Conflict(
            Reason(
                _("Deze lijst is al voor bewoners geopend; er komt niets meer bij."),
                rule="longlist.frozen",
                way_out=_("Zet de wens op de lijst van het volgende jaar."),
            )
        )
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
    for wisher in {each.pk: each for each in _wishers(contact, heard_in)}.values():
        ask(thing=thing, contact=wisher, role=AskerRole.WISHER, door=door, entered_by=by)
    journal(Verb.WISHED, thing, by=by)
    return made


@transaction.atomic
def estimate(*, wish_id: int, given: Wished, by: Person | None) -> Wish:
    """Word a listed wish better and say what it costs, for as long as residents are not putting the list in order."""
    found = _locked(wish_id)
    may(by, Power.MANAGE_LONGLIST, within=found.thing.area, on=clock.today()).require()
    _check(given)
    if found.status != WishStatus.LISTED:
        raise Conflict(Reason(_("Deze wens staat niet meer op de groslijst."), rule="longlist.listed"))
    verdict = may_change(found)
    if not verdict:
        raise Conflict(verdict.reason)
    found.thing.sentence = shortened(given.sentence)
    found.thing.save(update_fields=["sentence"])
    found.text = given.text or given.sentence
    found.theme, found.own_contribution = given.theme, given.own_contribution
    found.cost_minor = given.cost.minor if given.cost else None
    found.currency = given.cost.currency if given.cost else found.currency
    found.save()
    journal(Verb.ESTIMATED, found.thing, by=by)
    return found


def may_change(found: Wish) -> Verdict:
    """Whether this wish can be changed, passed on or dropped now: not while residents put its list in order."""
    ranking = Ranking.objects.filter(longlist=found.longlist_id, status=RankingStatus.OPEN).first()
    if ranking is None:
        return YES
    return no(
        _("Bewoners zetten deze lijst nu op volgorde. Tot de telling verandert er niets aan."),
        rule="longlist.frozen",
        value=f"{ranking.opened_on:%d-%m-%Y} – {ranking.closes_on:%d-%m-%Y}",
        way_out=_("Na de telling kunt u deze wens nog doorgeven of laten vallen."),
    )


@transaction.atomic
def pass_on(*, wish_id: int, to: Organisation, reason: str, by: Person | None) -> Wish:
    """Give a wish to the body that goes about it; every wisher is told to whom and why (DEV-10)."""
    found = _locked(wish_id)
    may(by, Power.DECIDE_WISH, within=found.thing.area, on=clock.today()).require()
    _check_end(found, WishStatus.PASSED_ON)
    _end(found, WishStatus.PASSED_ON)
    found.passed_to = to
    found.save()
    decide(
        thing=found.thing,
        kind=DecisionKind.PASS_ON,
        reason=reason,
        public_text=stored(_("Doorgegeven aan %(who)s"), who=to.name),
        maker=by,
        body=stored(_("de begeleiders van de wijk")),
        mandate=Power.DECIDE_WISH,
    )
    tell(
        about=found.thing,
        turn="passed_on",
        news=stored(_("doorgegeven aan %(who)s"), who=to.name),
        text=reason,
        by=by,
        in_story=False,
    )
    journal(Verb.PASSED_ON, found.thing, by=by)
    return found


@transaction.atomic
def drop(*, wish_id: int, reason: str, by: Person | None) -> Wish:
    """A wish goes no further this time; every wisher is told why (DEV-10)."""
    found = _locked(wish_id)
    may(by, Power.DECIDE_WISH, within=found.thing.area, on=clock.today()).require()
    _check_end(found, WishStatus.DROPPED)
    _end(found, WishStatus.DROPPED)
    found.save()
    decide(
        thing=found.thing,
        kind=DecisionKind.DROP,
        reason=reason,
        public_text=stored(_("Deze wens gaat nu niet door")),
        maker=by,
        body=stored(_("de begeleiders van de wijk")),
        mandate=Power.DECIDE_WISH,
    )
    tell(
        about=found.thing,
        turn="dropped",
        news=stored(_("gaat nu niet door")),
        text=reason,
        by=by,
        in_story=False,
    )
    journal(Verb.DROPPED, found.thing, by=by)
    return found


def _check(given: Wished) -> None:
    if not given.sentence.strip():
        raise Invalid(Reason(_("Schrijf de wens in één zin."), field="sentence"))
    if given.cost is not None and given.cost.minor < 0:
        raise Invalid(Reason(_("De kosten zijn nul of meer."), field="cost"))


def _wishers(contact: Contact | None, heard_in: Iterable[Thing]) -> list[Contact]:
    askers = Asker.objects.filter(
        thing__in=[thing.pk for thing in heard_in], contact__isnull=False, stopped_at__isnull=True
    )
    found = [asker.contact for asker in askers.select_related("contact") if asker.contact]
    return [contact, *found] if contact is not None else found


def _check_end(found: Wish, status: WishStatus) -> None:
    WISH.require(WishStatus(found.status), status)
    verdict = may_change(found)
    if not verdict:
        raise Conflict(verdict.reason)
    # Worked out as a measure, its story goes on there: it ends with the measure, not behind its back.
    if Link.objects.filter(cause=found.thing, role=Role.WORKED_OUT_AS).exists():
        raise Conflict(
            Reason(
                _("Deze wens is al uitgewerkt als maatregel."),
                rule="wish.worked_out",
                way_out=_("Verander of stop de maatregel in het plan."),
            )
        )


def _end(found: Wish, status: WishStatus) -> None:
    found.status, found.ended_on, found.place = status, clock.today(), None
    found.thing.ended_on = clock.today()
    found.thing.save(update_fields=["ended_on"])


def _locked(wish_id: int) -> Wish:
    return (
        Wish.objects.select_for_update(of=("self",)).select_related("thing__area", "longlist").get(pk=wish_id)
    )
