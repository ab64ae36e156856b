"""The municipality steps aside: residents have room within a scope and a term, and are told before it ends (ARN-02)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import DecisionKind, OverruleNotice, SteppedAside
from wijkwerk.decisions.rules.rulings import earliest_overrule
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year, stored
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import bear, journal


def decides_on_room(person: Person | None, area: Area) -> Verdict:
    """Whether this person gives residents room: by the power to step aside, or by deciding on content."""
    steps_aside = may(person, Power.STEP_ASIDE, within=area, on=clock.today())
    return steps_aside if steps_aside else may(person, Power.DECIDE_CONTENT, within=area, on=clock.today())


def may_step_aside(person: Person | None, area: Area) -> Verdict:
    """Whether stepping aside is a way of this approach, and whether this person decides on it here."""
    approach = approach_for(area)
    if not approach.options.step_aside:
        return because(
            approach,
            "options.step_aside",
            gettext("In de aanpak “%(approach)s” doet de gemeente geen stap opzij.")
            % {"approach": approach.title.within(language())},
        )
    return decides_on_room(person, area)


@transaction.atomic
def step_aside(
    *,
    area: Area,
    scope: str,
    limits: str,
    residents: str,
    ends_on: date,
    notice_days: int,
    reason: str,
    body: str,
    by: Person | None,
) -> SteppedAside:
    """Decide that residents do something themselves: within a scope and limits, until a day."""
    verdict = may_step_aside(by, area)
    if not verdict:
        raise Refused(verdict.reason)
    for field, text in (("scope", scope), ("limits", limits), ("residents", residents)):
        if not text.strip():
            raise Invalid(Reason(_("Vul dit in: bewoners moeten weten waar zij aan toe zijn."), field=field))
    if ends_on <= clock.today():
        raise Invalid(Reason(_("De laatste dag ligt in de toekomst."), field="ends_on"))
    if notice_days < 1:
        raise Invalid(Reason(_("Ten minste één dag van tevoren."), field="notice_days"))
    thing = bear(
        "ruling", area=area, sentence=stored(_("Aan bewoners: %(scope)s"), scope=scope.strip()), public=True
    )
    decision = decide(
        thing=thing,
        kind=DecisionKind.STEP_ASIDE,
        reason=reason,
        public_text=stored(
            _("%(residents)s gaan zelf over: %(scope)s"), residents=residents.strip(), scope=scope.strip()
        ),
        maker=by,
        body=body,
        mandate=Power.STEP_ASIDE,
        locked=True,
    )
    given = SteppedAside.objects.create(
        thing=thing,
        area=area,
        scope=scope.strip()[:300],
        limits=limits.strip()[:500],
        residents=residents.strip()[:160],
        starts_on=clock.today(),
        ends_on=ends_on,
        notice_days=notice_days,
        decision=decision,
    )
    journal(Verb.STEPPED_ASIDE, thing, by=by)
    return given


@transaction.atomic
def announce_overrule(
    *, stepped_aside_id: int, reason: str, effective_from: date, by: Person | None
) -> OverruleNotice:
    """Say beforehand that the municipality will decide within the scope after all.

    Raises Invalid without reason or before the term of notice, Conflict when the room is over anyhow.
    """
    given = _locked(stepped_aside_id)
    verdict = may_step_aside(by, given.area)
    if not verdict:
        raise Refused(verdict.reason)
    if not given.holds_on(clock.today()):
        raise Conflict(Reason(_("Deze stap opzij geldt niet meer."), rule="ruimte.termijn"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf aan de bewoners waarom."), field="reason"))
    first = earliest_overrule(clock.today(), given.notice_days)
    if effective_from < first:
        raise Invalid(
            Reason(
                _("Op zijn vroegst op %(day)s: %(count)s dagen van tevoren is afgesproken.")
                % {"day": day_with_year(first), "count": given.notice_days},
                field="effective_from",
                rule="ruimte.aankondiging",
                value=str(given.notice_days),
            )
        )
    notice = OverruleNotice.objects.create(
        stepped_aside=given,
        reason=reason.strip(),
        given_by=by,
        given_on=clock.today(),
        effective_from=effective_from,
    )
    journal(Verb.OVERRULE_ANNOUNCED, given.thing, by=by, detail_id=notice.pk)
    return notice


@transaction.atomic
def overrule(*, stepped_aside_id: int, public_text: str, body: str, by: Person | None) -> OverruleNotice:
    """Decide within the scope after all; only after notice, and once its day has come."""
    given = _locked(stepped_aside_id)
    verdict = may_step_aside(by, given.area)
    if not verdict:
        raise Refused(verdict.reason)
    notice = given.notices.filter(took_effect_on=None).order_by("effective_from").first()
    if notice is None or notice.effective_from > clock.today():
        raise Conflict(
            Reason(
                _("Bewoners gaan hierover tot en met %(day)s. Kondig het eerst aan, met de reden.")
                % {"day": day_with_year(given.ends_on)},
                rule="ruimte.aankondiging",
                value=str(given.notice_days),
                way_out=_("Wacht tot de aangekondigde dag.") if notice else _("Kondig het aan."),
            )
        )
    notice.decision = decide(
        thing=given.thing,
        kind=DecisionKind.OVERRULE,
        reason=notice.reason,
        public_text=public_text,
        maker=by,
        body=body,
        mandate=Power.STEP_ASIDE,
    )
    notice.took_effect_on = clock.today()
    notice.save(update_fields=["decision", "took_effect_on"])
    journal(Verb.OVERRULED, given.thing, by=by, detail_id=notice.pk)
    return notice


def _locked(pk: int) -> SteppedAside:
    return (
        SteppedAside.objects.select_for_update(of=("self",))
        .select_related("thing__area", "area")
        .prefetch_related("notices")
        .get(pk=pk)
    )
