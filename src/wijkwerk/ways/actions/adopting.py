"""Adopting: the council's decision, with what it changes; from a day on the areas work under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.difference import About, Change, difference
from wijkwerk.approaches.loading import forget
from wijkwerk.areas.actions import adopt_approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, house_approach
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Currency
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.wording import role_label
from wijkwerk.thread.actions import bear, journal
from wijkwerk.ways.actions.drafts import locked, sound
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.permissions import must_set_approach

DECIDED_ON = (About.RIGHTS, About.MONEY)


@dataclass(frozen=True)
class Adopted:
    """What was adopted, and what the one who writes it down should know. A warning forbids nothing."""

    own: OwnApproach
    changes: tuple[Change, ...]
    warnings: tuple[Reason, ...]


@transaction.atomic
def adopt_draft(
    *,
    draft_id: int,
    areas: Sequence[Area],
    valid_from: date,
    currency: str,
    body: str,
    reason: str,
    public_text: str,
    by: Person,
    edition: int | None = None,
) -> Adopted:
    """Write down that a body adopted this draft, with the difference, and let these areas work under it from a day.

    The text is kept as it was adopted and never changes. The draft is no draft any more.
    """
    must_set_approach(by)
    draft = locked(draft_id)
    _check(draft, areas, valid_from, body, edition)
    approach = sound(draft.key, draft.text)
    before = approach_for(areas[0], valid_from)
    changes = tuple(change for change in difference(before, approach) if change.about in DECIDED_ON)
    thing = bear("approach", area=areas[0], sentence=approach.title.nl, public=True)
    decision = decide(
        thing=thing,
        kind=DecisionKind.ADOPT,
        maker=by,
        body=body.strip(),
        mandate=_mandate(before),
        reason=reason,
        public_text=public_text,
        locked=True,
    )
    own = OwnApproach.objects.create(
        thing=thing,
        key=draft.key,
        text=draft.text,
        before="" if before is house_approach() else before.key,
        adopted_on=clock.today(),
        valid_from=valid_from,
        decision=decision,
        difference=[[str(each.about), each.sentence.nl, each.sentence.within("en")] for each in changes],
    )
    draft.delete()
    journal(Verb.ADOPTED, thing, by=by, detail_id=decision.pk)
    warnings: list[Reason] = []
    forget()
    try:
        for area in areas:
            made = adopt_approach(
                area=area,
                approach_key=own.key,
                valid_from=valid_from,
                currency=currency or approach.budget.currency or Currency.EUR,
                adopted_by=body,
            )
            warnings += made.warnings
    except BaseException:
        forget()  # what was read of an adoption that is undone must not be served once the draft has changed
        raise
    return Adopted(own, changes, tuple(dict.fromkeys(warnings)))


def _check(draft: Draft, areas: Sequence[Area], valid_from: date, body: str, edition: int | None) -> None:
    if edition is not None and draft.edition != edition:
        raise Conflict(
            Reason(
                _("Het concept is veranderd nadat u het las. Lees eerst wat er nu in staat."),
                rule="concept.uitgave",
            )
        )
    if not areas:
        raise Invalid(Reason(_("Kies minstens één gebied."), field="areas"))
    if valid_from < clock.today():
        raise Invalid(
            Reason(
                _(
                    "Een aanpak geldt vanaf vandaag of later: wat gold, blijft gelden voor wat toen gemaakt is."
                ),
                field="valid_from",
            )
        )
    if not body.strip():
        raise Invalid(Reason(_("Zeg wie dit besloot, en wanneer."), field="body"))


def _mandate(before: Approach) -> str:
    holders = [role_label(before, role.key) for role in before.roles_with(Power.SET_APPROACH)]
    return f"{before.key}: {Power.SET_APPROACH} ({', '.join(holders)})"[:200]
