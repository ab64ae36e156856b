"""With whom the municipality works, and what binds each of them: as the approach says, with what was recorded of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.agreements.actions.joining import PATH
from wijkwerk.agreements.models import CovenantParty
from wijkwerk.agreements.rules import may_be_signed
from wijkwerk.approaches import Approach, wording
from wijkwerk.approaches.schema import AuthorKind, PartnerForm
from wijkwerk.approaches.schema.roles import Entry
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.wording import language, listing, sourced


@dataclass(frozen=True)
class PartnerRow:
    """One partner: who, what binds it, and what it does."""

    name: str
    bound: str
    task: str = ""


@dataclass(frozen=True)
class Partners:
    """The partners under one approach."""

    title: str
    form: str
    rows: list[PartnerRow]
    advice: str
    advice_since: str
    why: Reason


def partners_under(approach: Approach) -> Partners:
    """Who takes part under this approach and how; two queries for however many partners."""
    form = approach.partners.form
    signed = list(_signed()) if may_be_signed(form) else []
    value = wording.choice(form).within(language()) if form else ""
    advice = approach.partners.open_advice
    return Partners(
        title=approach.title.within(language()),
        form=value,
        rows=_rows(approach, signed),
        advice=advice.within(language()) if advice else "",
        advice_since=day_with_year(signed[0].joined_on) if advice and signed else "",
        why=sourced(approach, "", PATH, value),
    )


def _signed() -> list[CovenantParty]:
    day = clock.today()
    holding = Q(left_on__isnull=True) | Q(left_on__gt=day)
    return list(CovenantParty.objects.filter(holding, joined_on__lte=day).select_related("organisation"))


def _rows(approach: Approach, signed: list[CovenantParty]) -> list[PartnerRow]:
    parties = approach.partners.parties
    by_key = {one.organisation.key: one for one in signed}
    lent = _lent() if approach.partners.form is PartnerForm.SECONDED else {}
    rows = []
    for party in parties:
        one = by_key.pop(party.key, None)
        task = one.commitment if one else party.task.within(language()) if party.task else ""
        rows.append(PartnerRow(party.label.within(language()), _bound(approach, party.key, one, lent), task))
    rows += [PartnerRow(one.organisation.name, _joined(one), one.commitment) for one in by_key.values()]
    if approach.partners.form is PartnerForm.CO_MAKERS:
        rows.append(PartnerRow(_("Wie belang heeft bij een wijk"), _made_together(approach)))
    return rows


def _bound(approach: Approach, key: str, signed: CovenantParty | None, lent: dict[str, int]) -> str:
    match approach.partners.form:
        case PartnerForm.PROJECT_GROUP_MEMBER:
            groups = member_of(approach, key)
            return _("zit in: %(groups)s") % {"groups": ", ".join(groups)} if groups else _("geen vaste plek")
        case PartnerForm.SECONDED:
            people = lent.get(key, 0)
            return ngettext(
                "%(people)s mens werkt bij ons bureau", "%(people)s mensen werken bij ons bureau", people
            ) % {"people": people}
        case PartnerForm.CO_MAKERS:
            return _made_together(approach)
        case PartnerForm.INVITED:
            return _("komt als een vraag daarom vraagt")
        case _:
            return _joined(signed) if signed else _("tekende nog niet")


def _joined(one: CovenantParty) -> str:
    return _("tekende op %(day)s") % {"day": day_with_year(one.joined_on)}


def member_of(approach: Approach, key: str) -> list[str]:
    """The groups in which somebody of this partner has a seat (DOR-30)."""
    theirs = {role.key for role in approach.roles.values() if role.employer == key}
    return [
        team.label.within(language()) for team in approach.teams.values() if theirs.intersection(team.members)
    ]


def _lent() -> dict[str, int]:
    """How many people each organisation lends (UTR97-21)."""
    found: dict[str, set[int]] = {}
    rows = RoleHeld.objects.on(clock.today()).filter(entry=Entry.SECONDED, employer__isnull=False)
    for key, person in rows.values_list("employer__key", "person_id"):
        found.setdefault(key, set()).add(person)
    return {key: len(people) for key, people in found.items()}


def _made_together(approach: Approach) -> str:
    plans = [
        plan.label.within(language()) for plan in approach.plans if AuthorKind.STAKEHOLDERS in plan.authors
    ]
    return _("maakt mee: %(plans)s") % {"plans": listing(plans)} if plans else ""
