"""Residents put the wishes in order: the list is laid ready, the ranking opens, and may run longer."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema.year import RankingRule
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Longlist, Ranking, Wish
from wijkwerk.participation.rules import RankingStatus, WishStatus
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal

DEFAULT_LIMIT = 10


def prepare_longlist(step: CycleStep, by: Person | None) -> None:
    """Make the longlist when prioritising opens: all wishes of the area that are still listed come onto it."""
    approach = step.cycle.approach
    longlist, _made = Longlist.objects.get_or_create(
        step=step, defaults={"area": step.cycle.area, "limit": approach.longlist.limit or DEFAULT_LIMIT}
    )
    Wish.objects.filter(thing__area=step.cycle.area, longlist__isnull=True, status=WishStatus.LISTED).update(
        longlist=longlist
    )


def may_be_opened(longlist: Longlist) -> Verdict:
    """Whether residents can put this list in order now: at the level where wishes are weighed, in its step, once."""
    approach = longlist.step.cycle.approach
    level = approach.ranking_level
    if longlist.area.level != level.key:
        return no(
            _("Op volgorde zetten gebeurt per %(level)s.") % {"level": level.label},
            rule="levels.ranking",
            value=level.key,
            source=_source(approach, f"levels.{level.key}.ranking"),
        )
    if (approach.longlist.rule or RankingRule.BORDA) is not RankingRule.BORDA:
        return no(
            _("Deze aanpak telt op een manier die voor een volgorde van wensen nog niet kan."),
            rule="longlist.rule",
            value=str(approach.longlist.rule),
        )
    if longlist.step.status != StepStatus.OPEN:
        return no(_("“%(step)s” is niet open.") % {"step": longlist.step.label}, rule="cycle.steps")
    if Ranking.objects.filter(longlist=longlist).exists():
        return no(_("Deze lijst is al voor bewoners geopend."), rule="longlist.once")
    if not longlist.wishes.filter(status=WishStatus.LISTED).exists():
        return no(
            _("Er staan geen wensen op de lijst om op volgorde te zetten."),
            rule="longlist.empty",
            way_out=_("Schrijf eerst wensen op bij de vragen van de wijk."),
        )
    return YES


@transaction.atomic
def open_ranking(*, longlist_id: int, closes_on: date, seed: int, by: Person | None) -> Ranking:
    """Residents may put the wishes in order until `closes_on`. The seed of a lot is published now, before any form."""
    longlist = (
        Longlist.objects.select_for_update(of=("self",))
        .select_related("area", "step__cycle")
        .get(pk=longlist_id)
    )
    may(by, Power.MANAGE_LONGLIST, within=longlist.area, on=clock.today()).require()
    verdict = may_be_opened(longlist)
    if not verdict:
        raise Conflict(verdict.reason)
    _check_last_day(closes_on)
    ranking = Ranking.objects.create(
        longlist=longlist,
        opened_on=clock.today(),
        closes_on=closes_on,
        most=longlist.step.cycle.approach.longlist.positions,
        seed=seed,
    )
    journal(Verb.RANKING_OPENED, by=by, detail_id=ranking.pk)
    return ranking


@transaction.atomic
def extend_ranking(*, ranking_id: int, closes_on: date, by: Person | None) -> Ranking:
    """Give residents more time; never less. What they handed in stands."""
    ranking = locked(ranking_id)
    may(by, Power.MANAGE_LONGLIST, within=ranking.longlist.area, on=clock.today()).require()
    if ranking.status != RankingStatus.OPEN:
        raise Conflict(Reason(_("Deze telling is al gedaan.")))
    _check_last_day(closes_on)
    if closes_on <= ranking.closes_on:
        raise Invalid(
            Reason(_("De nieuwe laatste dag ligt na de oude: korter maken kan niet."), field="closes_on")
        )
    ranking.closes_on = closes_on
    ranking.save(update_fields=["closes_on"])
    journal(Verb.RANKING_EXTENDED, by=by, detail_id=ranking.pk)
    return ranking


def longlist_is_ready(step: CycleStep) -> Verdict:
    """Whether prioritising may close: nothing left undecided, and the list within its limit (DEV-10)."""
    longlist = Longlist.objects.filter(step=step).first()
    if longlist is None:
        return YES
    undecided = longlist.wishes.filter(status=WishStatus.LISTED).count()
    if undecided:
        return no(
            _(
                "Er staan nog %(number)s wensen op de groslijst zonder besluit: doorgegeven, afgevallen of op volgorde."
            )
            % {"number": undecided},
            rule="longlist.undecided",
            source=_source(step.cycle.approach, "longlist.pass_on"),
            way_out=_("Tel de volgorde, geef wensen door of laat ze vallen met een reden."),
        )
    ranked = longlist.wishes.filter(status=WishStatus.RANKED).count()
    if ranked > longlist.limit:
        return no(
            _("De lijst telt %(ranked)s wensen; hoogstens %(limit)s zijn uit te voeren.")
            % {"ranked": ranked, "limit": longlist.limit},
            rule="longlist.limit",
            value=str(longlist.limit),
            source=_source(step.cycle.approach, "longlist.limit"),
            way_out=_("Geef de laatste wensen door, of laat ze vallen met een reden."),
        )
    return YES


def locked(ranking_id: int) -> Ranking:
    """The ranking, held: handing in and counting wait for each other, so an acknowledged form is in the count."""
    return (
        Ranking.objects.select_for_update(of=("self",))
        .select_related("longlist__area", "longlist__step__cycle")
        .get(pk=ranking_id)
    )


def _check_last_day(closes_on: date) -> None:
    if closes_on <= clock.today():
        raise Invalid(Reason(_("De laatste dag ligt in de toekomst."), field="closes_on"))


def _source(approach: Approach, path: str) -> str:
    try:
        return approach.why(path).source or ""
    except KeyError:
        return ""
