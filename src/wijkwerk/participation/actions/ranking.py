"""Residents put the wishes in order; the count; everybody is told."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import post, tell
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.choice import DEFAULT_TIE_ORDER, Candidate, RankedBallot, borda
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Ballot, Longlist, Ranking, Voter, Wish
from wijkwerk.participation.rules import WISH, RankingStatus, WishStatus, cleaned_order
from wijkwerk.people.models import Account, Contact, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.thread.actions import journal


def prepare_longlist(step: CycleStep, by: Person | None) -> None:
    """Make the longlist when prioritising opens: all wishes of the area that are still listed come onto it."""
    approach = step.cycle.approach
    longlist, _made = Longlist.objects.get_or_create(
        step=step, defaults={"area": step.cycle.area, "limit": approach.longlist.limit or 10}
    )
    Wish.objects.filter(thing__area=step.cycle.area, longlist__isnull=True, status=WishStatus.LISTED).update(
        longlist=longlist
    )


@transaction.atomic
def open_ranking(*, longlist_id: int, closes_on: date, seed: int, by: Person | None) -> Ranking:
    """Residents may put the wishes in order until `closes_on`. The seed of a lot is published now, before any form."""
    longlist = (
        Longlist.objects.select_for_update(of=("self",))
        .select_related("area", "step__cycle")
        .get(pk=longlist_id)
    )
    may(by, Power.MANAGE_LONGLIST, within=longlist.area, on=clock.today()).require()
    level = longlist.step.cycle.approach.ranking_level
    if longlist.area.level != level.key:
        raise Conflict(
            Reason(
                _("Op volgorde zetten gebeurt per %(level)s.") % {"level": level.label},
                rule="levels.ranking",
                value=level.key,
            )
        )
    if longlist.step.status != StepStatus.OPEN:
        raise Conflict(Reason(_("“%(step)s” is niet open.") % {"step": longlist.step.label}))
    if not longlist.wishes.filter(status=WishStatus.LISTED).exists():
        raise Conflict(Reason(_("Er staan geen wensen op de lijst om op volgorde te zetten.")))
    if closes_on <= clock.today():
        raise Invalid(Reason(_("De laatste dag ligt in de toekomst."), field="closes_on"))
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
def ask_for_ballot(
    *, ranking_id: int, contact: Contact, email: str, neighbourhood: Area | None = None
) -> Voter:
    """Send a resident the link to their form; the link proves the address. Asked again, the same link goes again."""
    ranking = _open(ranking_id)
    _only_residents(ranking, email)
    voter, _made = Voter.objects.get_or_create(
        ranking=ranking, contact=contact, defaults={"neighbourhood": neighbourhood, "asked_at": clock.now()}
    )
    if voter.used_on is not None:
        raise _already()
    post(
        kind="ballot",
        key=f"ballot:{voter.pk}:{clock.now():%Y%m%d%H}",
        contact=contact,
        about_id=voter.pk,
        channel=Channel.MAIL,
    )
    return voter


@transaction.atomic
def cast(*, voter_id: int, order: Sequence[int]) -> Ranking:
    """Hand in the form that belongs to a confirmed address; once. The order is kept apart from who gave it."""
    voter = Voter.objects.select_for_update(of=("self",)).select_related("ranking").get(pk=voter_id)
    ranking = _open(voter.ranking_id)
    if voter.used_on is not None:
        raise _already()
    _keep(ranking, voter, order)
    return ranking


@transaction.atomic
def cast_on_paper(
    *,
    ranking_id: int,
    paper_form: str,
    order: Sequence[int],
    by: Person | None,
    contact: Contact | None = None,
    email: str = "",
    neighbourhood: Area | None = None,
) -> Ranking:
    """The desk enters a paper form. Same weight as any other; one per form number, and one per address if one is
    on the form."""
    ranking = _open(ranking_id)
    may(by, Power.ENTER_ON_BEHALF, within=ranking.longlist.area, on=clock.today()).require()
    number = paper_form.strip().upper()
    if not number:
        raise Invalid(Reason(_("Neem het nummer over dat op het formulier staat."), field="paper_form"))
    if Voter.objects.filter(ranking=ranking, paper_form=number).exists():
        raise Conflict(
            Reason(_("Formulier %(number)s is al ingevoerd.") % {"number": number}, field="paper_form")
        )
    if email:
        _only_residents(ranking, email)
    voter = Voter.objects.filter(ranking=ranking, contact=contact).first() if contact else None
    if voter is not None and voter.used_on is not None:
        raise _already()
    if voter is None:
        voter = Voter(ranking=ranking, contact=contact, neighbourhood=neighbourhood, asked_at=clock.now())
    voter.paper_form, voter.on_paper, voter.entered_by = number, True, by
    voter.save()
    _keep(ranking, voter, order)
    return ranking


@transaction.atomic
def count(*, ranking_id: int, missing: str, by: Person | None) -> Ranking:
    """Count the forms and close the ranking. The best wishes, up to the limit, are ranked; the rest are told that they
    do not fit this time. `missing` says in words who took little part; it stands beside the result."""
    ranking = (
        Ranking.objects.select_for_update(of=("self",)).select_related("longlist__area").get(pk=ranking_id)
    )
    longlist = ranking.longlist
    may(by, Power.MANAGE_LONGLIST, within=longlist.area, on=clock.today()).require()
    if ranking.status != RankingStatus.OPEN:
        raise Conflict(Reason(_("Deze telling is al gedaan.")))
    wishes = list(
        Wish.objects.select_for_update(of=("self",))
        .filter(longlist=longlist, status=WishStatus.LISTED)
        .select_related("thing__area")
    )
    approach = longlist.step.cycle.approach
    result = borda(
        [Candidate(id=str(wish.pk), cost=wish.cost_minor) for wish in wishes],
        [RankedBallot(order=tuple(str(pk) for pk in ballot.order)) for ballot in ranking.ballots.all()],
        tie_order=approach.longlist.tie_chain or DEFAULT_TIE_ORDER,
        seed=ranking.seed,
    )
    by_id = {str(wish.pk): wish for wish in wishes}
    for place, key in enumerate(result.order, start=1):
        wish = by_id[key]
        WISH.require(WishStatus(wish.status), WishStatus.RANKED)
        fits = place <= longlist.limit
        wish.status = WishStatus.RANKED if fits else WishStatus.DROPPED
        wish.place = place
        if not fits:
            wish.ended_on = wish.thing.ended_on = clock.today()
            wish.thing.save(update_fields=["ended_on"])
        wish.save()
        of = {"place": place, "of": len(wishes), "forms": result.ballots}
        tell(
            about=wish.thing,
            turn="ranked",
            news=str(_("op plaats %(place)s gezet door bewoners") % of),
            text=str(
                _("Bewoners zetten deze wens op plaats %(place)s van %(of)s. %(forms)s bewoners deden mee.")
                % of
            )
            if fits
            else str(
                _(
                    "Bewoners zetten deze wens op plaats %(place)s van %(of)s. Er is dit jaar plek voor de eerste "
                    "%(limit)s. Deze wens gaat nu niet door; u mag hem volgend jaar opnieuw noemen."
                )
                % {**of, "limit": longlist.limit}
            ),
            next_text=str(_("De eerste wensen komen in het wijkplan.")) if fits else "",
            by=by,
            closing=not fits,
        )
        journal(Verb.RANKED, wish.thing, by=by)
    ranking.status, ranking.counted_on, ranking.missing = RankingStatus.COUNTED, clock.today(), missing
    ranking.result = result.as_json()
    ranking.save()
    journal(Verb.RANKING_COUNTED, by=by, detail_id=ranking.pk)
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
            source=step.cycle.approach.why("longlist.pass_on").source or "",
            way_out=_("Tel de volgorde, geef wensen door of laat ze vallen met een reden."),
        )
    ranked = longlist.wishes.filter(status=WishStatus.RANKED).count()
    if ranked > longlist.limit:
        return no(
            _("De lijst telt %(ranked)s wensen; hoogstens %(limit)s zijn uit te voeren.")
            % {"ranked": ranked, "limit": longlist.limit},
            rule="longlist.limit",
            value=str(longlist.limit),
        )
    return YES


def _keep(ranking: Ranking, voter: Voter, order: Sequence[int]) -> None:
    allowed = list(ranking.longlist.wishes.filter(status=WishStatus.LISTED).values_list("pk", flat=True))
    try:
        cleaned = cleaned_order(order, allowed, ranking.most)
    except ValueError as error:
        raise Invalid(Reason(_ORDER_MISTAKES[str(error)] % {"most": ranking.most}, field="order")) from error
    Ballot.objects.create(id=uuid.uuid4(), ranking=ranking, order=list(cleaned))
    voter.used_on = clock.today()
    voter.save()


_ORDER_MISTAKES = {
    "twice": _("Een wens staat twee keer in uw volgorde. Geef elke wens één plaats."),
    "unknown": _("Een van de wensen staat niet (meer) op de lijst. Laad de pagina opnieuw."),
    "empty": _("Kies minstens één wens."),
    "too many": _("Kies hoogstens %(most)s wensen."),
}


def _open(ranking_id: int) -> Ranking:
    ranking = Ranking.objects.select_related("longlist__area", "longlist__step__cycle").get(pk=ranking_id)
    if ranking.status != RankingStatus.OPEN or clock.today() > ranking.closes_on:
        raise Conflict(
            Reason(
                _("Op volgorde zetten kon tot en met %(day)s.") % {"day": f"{ranking.closes_on:%d-%m-%Y}"},
                way_out=_("Bekijk de uitslag op de pagina van de wijk."),
            )
        )
    return ranking


def _only_residents(ranking: Ranking, email: str) -> None:
    """Staff and advisers do not rank (DEV-10, DEV-13); team members do, as residents."""
    account = Account.objects.filter(email=email.strip().casefold()).select_related("person").first()
    person = getattr(account, "person", None)
    if person is None:
        return
    roles = ranking.longlist.step.cycle.approach.roles
    held = [roles[each.role] for each in mandates_of(person).on(clock.today()) if each.role in roles]
    working = [role for role in held if not role.is_resident]
    if working:
        raise Conflict(
            Reason(
                _(
                    "Alleen bewoners zetten de wensen op volgorde. U hebt een taak als %(role)s; u kunt wel meepraten."
                )
                % {"role": working[0].label},
                rule="longlist.ranked_by_residents_only",
                source=ranking.longlist.step.cycle.approach.why("longlist.ranked_by_residents_only").source
                or "",
            ),
            403,
        )


def _already() -> Conflict:
    return Conflict(
        Reason(
            _("Met dit adres is al een formulier ingeleverd. Iedere bewoner doet één keer mee."),
            rule="longlist.one_form_per_address",
            field="email",
        )
    )
