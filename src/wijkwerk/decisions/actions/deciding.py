"""Writing a decision down."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.decisions.actions.importance import heard_before_deciding, is_important
from wijkwerk.decisions.actions.reacting import tell_who_reacted
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def decide(
    *,
    thing: Thing,
    kind: DecisionKind,
    reason: str,
    public_text: str,
    maker: Person | None,
    body: str,
    mandate: str,
    decided_on: date | None = None,
    locked: bool = False,
    changes: Decision | None = None,
) -> Decision:
    """Write down a decision, and tell who reacted. Whether `maker` may take it is asked by the action that calls this.

    Raises Invalid without a reason or public text, Conflict when an earlier locked decision of the same kind is
    overruled without naming it in `changes`, or when it is important and nobody could react to it yet.
    """
    if not reason.strip():
        raise Invalid(
            Reason(_("Schrijf waarom. Iedereen die het vroeg, krijgt dit te lezen."), field="reason")
        )
    if not public_text.strip():
        raise Invalid(Reason(_("Schrijf in één zin wat er is besloten."), field="public_text"))
    standing = Decision.objects.filter(thing=thing, kind=kind, locked=True, changed_by__isnull=True).first()
    if standing and (changes is None or changes.pk != standing.pk):
        raise Conflict(
            Reason(
                _(
                    "Hierover is op %(day)s al besloten, en dat staat vast. "
                    "Veranderen kan alleen met een nieuw besluit."
                )
                % {"day": day_with_year(standing.decided_on)},
                rule="besluit.vast",
            )
        )
    heard = heard_before_deciding(thing, kind)
    if not heard:
        raise Conflict(heard.reason)
    decision = Decision.objects.create(
        thing=thing,
        kind=kind,
        maker=maker,
        body=body,
        mandate=mandate,
        reason=reason.strip(),
        public_text=public_text.strip()[:300],
        decided_on=decided_on or clock.today(),
        locked=locked,
        important=is_important(thing, kind),
        changes=changes,
    )
    journal(Verb.DECIDED, thing, by=maker, detail_id=decision.pk)
    tell_who_reacted(decision)
    return decision
