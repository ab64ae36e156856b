"""Adopting: the council's decision, with what it changes; from a day on the areas work under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.difference import About, Change, difference
from wijkwerk.approaches.loading import forget
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, house_approach, warnings_within
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.actions import Change as ChangeSet
from wijkwerk.people.actions import Move, rehearse, reorganise
from wijkwerk.people.models import Person, Reorganisation
from wijkwerk.people.wording import role_label
from wijkwerk.thread.actions import bear, journal
from wijkwerk.ways.actions.drafts import locked, sound
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.permissions import must_set_approach

DECIDED_ON = (About.RIGHTS, About.MONEY)


class Adoption(TypedDict):
    """What the council decided on a draft; its change set says what becomes of every task and area."""

    draft_id: int
    areas: Sequence[Area]
    change: ChangeSet
    public_text: str
    by: Person
    edition: int | None


@dataclass(frozen=True)
class Adopted:
    """What was adopted, what it moved, and what the one who writes it down should know. A warning forbids nothing."""

    own: OwnApproach
    change: Reorganisation
    changes: tuple[Change, ...]
    warnings: tuple[Reason, ...]


@transaction.atomic
def adopt_draft(
    *,
    draft_id: int,
    areas: Sequence[Area],
    change: ChangeSet,
    public_text: str,
    by: Person,
    edition: int | None = None,
) -> Adopted:
    """Write down that a body adopted this draft, with the difference, and let these areas work under it from a day.

    `change` says what becomes of every task and area, as for going over to any other approach; its text is why.
    The text of the draft is kept as it was adopted and never changes. The draft is no draft any more.
    """
    must_set_approach(by)
    draft = locked(draft_id)
    change = replace(change, approach_key=draft.key)
    _check(draft, areas, change, edition)
    approach = sound(draft.key, draft.text)
    before = approach_for(areas[0], change.starts_on)
    changes = tuple(each for each in difference(before, approach) if each.about in DECIDED_ON)
    thing = bear("approach", area=areas[0], sentence=approach.title.nl, public=True)
    decision = decide(
        thing=thing,
        kind=DecisionKind.ADOPT,
        maker=by,
        body=change.decided_by.strip(),
        mandate=_mandate(before),
        reason=change.public_text,
        public_text=public_text,
        locked=True,
    )
    own = OwnApproach.objects.create(
        thing=thing,
        key=draft.key,
        text=draft.text,
        before="" if before is house_approach() else before.key,
        adopted_on=clock.today(),
        valid_from=change.starts_on,
        decision=decision,
        difference=[[str(each.about), each.sentence.nl, each.sentence.within("en")] for each in changes],
    )
    draft.delete()
    journal(Verb.ADOPTED, thing, by=by, detail_id=decision.pk)
    forget()
    try:
        moved = reorganise(areas=areas, change=change, by=by)
    except BaseException:
        forget()  # what was read of an adoption that is undone must not be served once the draft has changed
        raise
    warnings = [each for area in areas for each in warnings_within(area, approach, change.starts_on)]
    return Adopted(own, moved, changes, tuple(dict.fromkeys(warnings)))


def rehearse_adoption(**given: Unpack[Adoption]) -> list[Move]:
    """What adopting would do to whoever holds a role on that day. It is done, looked at, and undone."""
    try:
        return rehearse(
            areas=given["areas"],
            change=given["change"],
            by=given["by"],
            make=lambda: adopt_draft(**given).change,
        )
    finally:
        forget()


def _check(draft: Draft, areas: Sequence[Area], change: ChangeSet, edition: int | None) -> None:
    if edition is not None and draft.edition != edition:
        raise Conflict(
            Reason(
                _("Het concept is veranderd nadat u het las. Lees eerst wat er nu in staat."),
                rule="concept.uitgave",
            )
        )
    if not areas:
        raise Invalid(Reason(_("Kies minstens één gebied."), field="areas"))
    if change.starts_on < clock.today():
        raise Invalid(
            Reason(
                _(
                    "Een aanpak geldt vanaf vandaag of later: wat gold, blijft gelden voor wat toen gemaakt is."
                ),
                field="starts_on",
            )
        )
    if not change.decided_by.strip():
        raise Invalid(Reason(_("Zeg wie dit besloot, en wanneer."), field="decided_by"))


def _mandate(before: Approach) -> str:
    holders = [role_label(before, role.key) for role in before.roles_with(Power.SET_APPROACH)]
    return f"{before.key}: {Power.SET_APPROACH} ({', '.join(holders)})"[:200]
