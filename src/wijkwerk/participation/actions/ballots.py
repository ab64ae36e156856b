"""A resident asks for a form, works on it and hands it in; the desk does the same from paper."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import post
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.participation.actions.ranking import locked
from wijkwerk.participation.eligibility import only_residents
from wijkwerk.participation.models import Ballot, Draft, Ranking, Voter
from wijkwerk.participation.paper import form_number, read_number
from wijkwerk.participation.rules import RankingStatus, WishStatus, cleaned_order
from wijkwerk.people.actions import confirm_email
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may

MOST_FORMS_AT_ONCE = 500


@transaction.atomic
def ask_for_ballot(
    *, ranking_id: int, contact: Contact, email: str, neighbourhood: Area | None = None
) -> Voter:
    """Send a resident the link to their form; the link proves the address. Asked again, the same link goes again.

    Whether this address took part already is said in the mail only, never to whoever types the address.
    """
    ranking = open_for_residents(ranking_id)
    only_residents(ranking, email)
    voter, _made = Voter.objects.get_or_create(
        ranking=ranking, contact=contact, defaults={"neighbourhood": neighbourhood, "asked_at": clock.now()}
    )
    post(
        kind="ballot",
        key=f"ballot:{voter.pk}:{clock.now():%Y%m%d%H}",
        contact=contact,
        about_id=voter.pk,
        channel=Channel.MAIL,
    )
    return voter


@transaction.atomic
def save_draft(*, voter_id: int, order: Sequence[int]) -> Draft:
    """Keep what someone has so far, so that they can go on later. Unknown wishes and doubles are left out."""
    voter = _unused(voter_id)
    ranking = open_for_residents(voter.ranking_id)
    allowed = set(_listed(ranking))
    kept = [wish for wish in dict.fromkeys(order) if wish in allowed]
    draft, _made = Draft.objects.update_or_create(voter=voter, defaults={"order": kept[: ranking.most]})
    return draft


@transaction.atomic
def cast(*, voter_id: int, order: Sequence[int], hear_result: bool = False) -> Ranking:
    """Hand in the form that belongs to a confirmed address; once. The order is kept apart from who gave it."""
    voter = _unused(voter_id)
    ranking = open_for_residents(voter.ranking_id)
    voter.hear_result = hear_result
    _keep(ranking, voter, order)
    if voter.contact is not None:
        confirm_email(voter.contact)
    return ranking


@transaction.atomic
def print_forms(*, ranking_id: int, number: int, by: Person | None) -> list[str]:
    """Give out so many paper forms; gives their numbers, each good for one form."""
    ranking = locked(ranking_id)
    may(by, Power.ENTER_ON_BEHALF, within=ranking.longlist.area, on=clock.today()).require()
    if ranking.status != RankingStatus.OPEN:
        raise _closed(ranking)
    if not 1 <= number <= MOST_FORMS_AT_ONCE:
        raise Invalid(
            Reason(
                _("Print 1 tot %(most)s formulieren tegelijk.") % {"most": MOST_FORMS_AT_ONCE}, field="number"
            )
        )
    first = ranking.forms_printed + 1
    ranking.forms_printed += number
    ranking.save(update_fields=["forms_printed"])
    return [form_number(ranking, serial) for serial in range(first, first + number)]


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
    hear_result: bool = False,
) -> Ranking:
    """The desk enters a paper form. Same weight as any other; one per form number, and one per address if one is
    on the form. What was handed in on time may be entered until the count."""
    ranking = locked(ranking_id)
    may(by, Power.ENTER_ON_BEHALF, within=ranking.longlist.area, on=clock.today()).require()
    if ranking.status != RankingStatus.OPEN:
        raise _closed(ranking)
    number = _paper_number(ranking, paper_form)
    if email:
        only_residents(ranking, email)
    voter = Voter.objects.filter(ranking=ranking, contact=contact).first() if contact else None
    if voter is None:
        voter = Voter(ranking=ranking, contact=contact, asked_at=clock.now())
    elif voter.used:
        raise _already("email")
    voter.neighbourhood = neighbourhood or voter.neighbourhood
    voter.hear_result = hear_result and contact is not None
    voter.paper_form, voter.on_paper, voter.entered_by = number, True, by
    voter.save()
    _keep(ranking, voter, order)
    return ranking


def open_for_residents(ranking_id: int) -> Ranking:
    """The ranking, held; Conflict when residents can no longer take part."""
    ranking = locked(ranking_id)
    if ranking.status != RankingStatus.OPEN or clock.today() > ranking.closes_on:
        raise _closed(ranking)
    return ranking


def _unused(voter_id: int) -> Voter:
    voter = Voter.objects.select_for_update(of=("self",)).select_related("contact").get(pk=voter_id)
    if voter.used:
        raise _already()
    return voter


def _paper_number(ranking: Ranking, typed: str) -> str:
    """The form's number, once. Where we printed numbered forms, only those count."""
    number = read_number(ranking, typed) if ranking.forms_printed else typed.strip().upper()
    if not typed.strip():
        raise Invalid(Reason(_("Neem het nummer over dat op het formulier staat."), field="paper_form"))
    if not number:
        raise Invalid(
            Reason(
                _("Dit nummer hebben wij niet uitgegeven."),
                rule="ranking.paper_form",
                way_out=_("Lees het nummer nog eens. Klopt het, leg het formulier dan apart."),
                field="paper_form",
            )
        )
    if Voter.objects.filter(ranking=ranking, paper_form=number).exists():
        raise Conflict(
            Reason(_("Formulier %(number)s is al ingevoerd.") % {"number": number}, field="paper_form")
        )
    return number


def _listed(ranking: Ranking) -> list[int]:
    return list(ranking.longlist.wishes.filter(status=WishStatus.LISTED).values_list("pk", flat=True))


def _keep(ranking: Ranking, voter: Voter, order: Sequence[int]) -> None:
    try:
        cleaned = cleaned_order(order, _listed(ranking), ranking.most)
    except ValueError as error:
        raise Invalid(Reason(_ORDER_MISTAKES[str(error)] % {"most": ranking.most}, field="order")) from error
    Ballot.objects.create(id=uuid.uuid4(), ranking=ranking, order=list(cleaned))
    Draft.objects.filter(voter=voter).delete()
    voter.used = True
    voter.save()


_ORDER_MISTAKES = {
    "twice": _("Een wens staat twee keer in uw volgorde. Geef elke wens één plaats."),
    "unknown": _("Een van de wensen staat niet (meer) op de lijst. Laad de pagina opnieuw."),
    "empty": _("Kies minstens één wens."),
    "too many": _("Kies hoogstens %(most)s wensen."),
}


def _closed(ranking: Ranking) -> Conflict:
    return Conflict(
        Reason(
            _("Op volgorde zetten kon tot en met %(day)s.") % {"day": day_with_year(ranking.closes_on)},
            rule="ranking.closes_on",
            value=day_with_year(ranking.closes_on),
            way_out=_("Bekijk de uitslag op de pagina van de wijk."),
        )
    )


def _already(field: str = "") -> Conflict:
    return Conflict(
        Reason(
            _("Met dit adres is al een formulier ingeleverd. Iedere bewoner doet één keer mee."),
            rule="longlist.one_form_per_address",
            value=str(_("ja")),
            way_out=_("Wie bij u woont, doet mee met een eigen adres of met een formulier op papier."),
            field=field,
        )
    )
