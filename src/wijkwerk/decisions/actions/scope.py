"""A doubtful case is decided, and is a precedent from then on (AMF-15, AMF-17)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import ScopeOutcome
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import DecisionKind, ScopeCase
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import Invalid, Reason, Refused, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import bear, journal
from wijkwerk.thread.models import Thing

OUTCOMES = {
    ScopeOutcome.WITHIN: _("hoort bij de wijk"),
    ScopeOutcome.SUPRA_AREA: _("is groter dan de wijk"),
    ScopeOutcome.INDIVIDUAL: _("is hulp voor één persoon"),
    ScopeOutcome.DEPENDS: _("hangt ervan af"),
}


def may_set_scope(person: Person | None, area: Area) -> Verdict:
    """Whether this approach keeps a register, and whether this person decides doubtful cases here."""
    approach = approach_for(area)
    if not approach.options.scope_register:
        return because(
            approach,
            "options.scope_register",
            gettext("De aanpak “%(approach)s” houdt geen lijst bij van wat bij de wijk hoort.")
            % {"approach": approach.title.within(language())},
        )
    return may(person, Power.SET_SCOPE, within=area, on=clock.today())


@transaction.atomic
def decide_scope(
    *,
    area: Area,
    subject: str,
    example: str,
    belongs: ScopeOutcome,
    reason: str,
    body: str,
    by: Person | None,
    depends_on: str = "",
    arose_from: Thing | None = None,
) -> ScopeCase:
    """Decide whether a subject is of the area: yes, no, or it depends and on what. Kept with its example and date.

    Raises Refused without register or power, Invalid for an empty part, or a case that depends on nothing.
    """
    verdict = may_set_scope(by, area)
    if not verdict:
        raise Refused(verdict.reason)
    if not subject.strip():
        raise Invalid(Reason(_("Schrijf waar het over gaat."), field="subject"))
    if not example.strip():
        raise Invalid(Reason(_("Geef een voorbeeld, dan herkennen anderen het geval."), field="example"))
    if belongs is ScopeOutcome.DEPENDS and not depends_on.strip():
        raise Invalid(Reason(_("Schrijf waar het van afhangt."), field="depends_on"))
    told = stored(OUTCOMES[belongs])
    thing = bear("ruling", area=area, sentence=f"{subject.strip()}: {told}", public=True)
    decision = decide(
        thing=thing,
        kind=DecisionKind.SCOPE,
        reason=reason,
        public_text=f"{subject.strip()}: {told}",
        maker=by,
        body=body,
        mandate=Power.SET_SCOPE,
    )
    case = ScopeCase.objects.create(
        thing=thing,
        area=area,
        subject=subject.strip()[:160],
        example=example.strip()[:300],
        belongs=belongs,
        depends_on=depends_on.strip()[:300],
        arose_from=arose_from,
        decided_on=clock.today(),
        decision=decision,
    )
    journal(Verb.SCOPE_SET, thing, by=by)
    return case
