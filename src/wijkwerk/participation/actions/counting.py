"""The count: every form weighs the same, every wish gets its place, everybody is told."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import post, tell
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.choice import DEFAULT_TIE_ORDER, Candidate, RankedBallot, RankingResult, borda
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year, stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.actions.ranking import locked
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Ballot, Draft, Ranking, Wish
from wijkwerk.participation.rules import WISH, RankingStatus, WishStatus
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal


def may_be_counted(ranking: Ranking) -> Verdict:
    """Whether it is time: residents had until the last day, and someone took part."""
    if ranking.status != RankingStatus.OPEN:
        return no(_("Deze telling is al gedaan."), rule="ranking.once")
    if clock.today() <= ranking.closes_on:
        return no(
            _("Bewoners kunnen nog tot en met %(day)s meedoen. Tellen kan daarna.")
            % {"day": day_with_year(ranking.closes_on)},
            rule="ranking.closes_on",
            value=day_with_year(ranking.closes_on),
        )
    if not ranking.ballots.exists():
        return no(
            _("Niemand leverde een formulier in. Dan is er geen volgorde van bewoners."),
            rule="ranking.forms",
            value="0",
            way_out=_("Geef bewoners meer tijd, of geef elke wens door of laat hem vallen met een reden."),
        )
    return YES


@transaction.atomic
def count(*, ranking_id: int, missing: str, by: Person | None) -> Ranking:
    """Count the forms and close the ranking. The best wishes, up to the limit, are ranked; the rest are told that they
    do not fit this time. `missing` says in words who took little part; it stands beside the result."""
    ranking = locked(ranking_id)
    longlist = ranking.longlist
    may(by, Power.MANAGE_LONGLIST, within=longlist.area, on=clock.today()).require()
    verdict = may_be_counted(ranking)
    if not verdict:
        raise Conflict(verdict.reason)
    if not missing.strip():
        raise Invalid(
            Reason(
                _("Schrijf wie weinig of niet meedeed. Dat staat bij de uitslag."),
                field="missing",
                rule="ranking.missing",
            )
        )
    wishes = list(
        Wish.objects.select_for_update(of=("self",))
        .filter(longlist=longlist, status=WishStatus.LISTED)
        .select_related("thing__area", "longlist")
    )
    result = count_forms(ranking, wishes)
    by_id = {str(wish.pk): wish for wish in wishes}
    for place, key in enumerate(result.order, start=1):
        _put(by_id[key], place, of=len(wishes), forms=result.ballots, by=by)
    ranking.status, ranking.counted_on = RankingStatus.COUNTED, clock.today()
    ranking.missing, ranking.result = missing.strip()[:300], result.as_json()
    ranking.save()
    _let_go_of_arrival(ranking)
    _mail_who_asked(ranking)
    journal(Verb.RANKING_COUNTED, by=by, detail_id=ranking.pk)
    return ranking


def count_forms(ranking: Ranking, wishes: list[Wish]) -> RankingResult:
    """The forms counted, whoever gave them and in whatever order they came: Borda, the last place one point."""
    approach = ranking.longlist.step.cycle.approach
    return borda(
        [Candidate(id=str(wish.pk), cost=wish.cost_minor) for wish in wishes],
        [RankedBallot(order=tuple(str(pk) for pk in ballot.order)) for ballot in ranking.ballots.all()],
        tie_order=approach.longlist.tie_chain or DEFAULT_TIE_ORDER,
        seed=ranking.seed,
    )


def _put(wish: Wish, place: int, *, of: int, forms: int, by: Person | None) -> None:
    """One wish on its place: within the limit it is ranked, below it drops out for that reason; told either way."""
    limit = wish.longlist.limit if wish.longlist else of
    fits = place <= limit
    wish.place = place
    facts = {"place": place, "of": of, "forms": forms, "limit": limit}
    if fits:
        WISH.require(WishStatus(wish.status), WishStatus.RANKED)
        wish.status = WishStatus.RANKED
        text = _(
            "Bewoners zetten deze wens op plaats %(place)s van %(of)s. Er zijn %(forms)s formulieren geteld."
        )
        next_text = stored(_("De eerste wensen komen in het wijkplan."))
    else:
        WISH.require(WishStatus(wish.status), WishStatus.DROPPED)
        wish.status, wish.ended_on = WishStatus.DROPPED, clock.today()
        wish.thing.ended_on = clock.today()
        wish.thing.save(update_fields=["ended_on"])
        text = _(
            "Bewoners zetten deze wens op plaats %(place)s van %(of)s. Er is dit jaar plek voor de eerste "
            "%(limit)s. Deze wens gaat nu niet door; u mag hem volgend jaar opnieuw noemen."
        )
        next_text = ""
        decide(
            thing=wish.thing,
            kind=DecisionKind.DROP,
            reason=stored(_("Plaats %(place)s van %(of)s; er is plek voor de eerste %(limit)s."), **facts),
            public_text=stored(_("Bewoners zetten andere wensen hoger")),
            maker=by,
            body=stored(_("de bewoners, met hun volgorde")),
            mandate="longlist.limit",
        )
    wish.save()
    tell(
        about=wish.thing,
        turn="ranked",
        news=stored(_("op plaats %(place)s gezet door bewoners"), place=place),
        text=stored(text, **facts),
        next_text=next_text,
        by=by,
        in_story=False,
    )
    journal(Verb.RANKED, wish.thing, by=by)


def _let_go_of_arrival(ranking: Ranking) -> None:
    """Write the forms anew in the order of their random keys: what a database remembers of arrival is gone."""
    forms = sorted(ranking.ballots.all(), key=lambda form: form.pk.hex)
    ranking.ballots.all().delete()
    Ballot.objects.bulk_create(forms)
    Draft.objects.filter(voter__ranking=ranking).delete()


def _mail_who_asked(ranking: Ranking) -> None:
    for voter in ranking.roll.filter(
        used=True, hear_result=True, contact__email_index__isnull=False
    ).select_related("contact"):
        post(
            kind="ranking_result",
            key=f"ranking-result:{voter.pk}",
            contact=voter.contact,
            about_id=ranking.pk,
            channel=Channel.MAIL,
        )
