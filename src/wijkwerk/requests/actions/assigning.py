"""An assignment recorded, signed by both sides, and looked back on by who may (DH-01, DH-03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Plan, PlanKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused, Verdict
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import sourced
from wijkwerk.requests.events import Verb
from wijkwerk.requests.models import Assignment, Expectation, ExpectedResult
from wijkwerk.requests.rules import Side, may_evaluate, missing_parts
from wijkwerk.requests.wording import PARTS
from wijkwerk.thread.actions import journal

_INSIDE = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.SERVICE})


@dataclass(frozen=True)
class Agreed:
    """What both sides recorded."""

    order: str
    results: tuple[str, ...]
    of_giver: tuple[str, ...]
    of_taker: tuple[str, ...]
    ends_on: date | None = None


def knows_assignments(approach: Approach) -> bool:
    """Whether an assignment with results at the end is recorded under this approach."""
    return any(plan.kind is PlanKind.ASSIGNMENT for plan in approach.plans)


def may_assign(person: Person | None, area: Area) -> Verdict:
    """Whether the approach of this area knows recorded assignments, and this person may give one."""
    try:
        _kind(approach_for(area, clock.today()))
    except Refused as refused:
        return Verdict(False, refused.reason)
    return may(person, Power.DECIDE_CONTENT, within=area, on=clock.today())


@transaction.atomic
def record_assignment(*, area: Area, taker: Person, given: Agreed, by: Person) -> Assignment:
    """Record what is asked of a programme: order, results at the end, what each side expects of the other.

    Refused where the approach knows no recorded assignment; Invalid while a part that it asks is empty.
    """
    may(by, Power.DECIDE_CONTENT, within=area, on=clock.today()).require()
    approach = approach_for(area, clock.today())
    plan = _kind(approach)
    missing = missing_parts(
        plan.parts, order=given.order, results=given.results, of_giver=given.of_giver, of_taker=given.of_taker
    )
    if missing:
        said = _("Dit hoort er nog bij: %(parts)s.") % {
            "parts": ", ".join(str(PARTS[part]) for part in missing)
        }
        raise Invalid(sourced(approach, said, f"plans.{plan.key}.parts", field=str(missing[0])))
    if taker.pk == by.pk:
        raise Invalid(Reason(_("Een opdracht geeft u aan een ander."), field="taker"))
    made = Assignment.objects.create(
        area=area,
        plan=plan.key,
        order=given.order.strip(),
        giver=by,
        taker=taker,
        recorded_on=clock.today(),
        ends_on=given.ends_on,
    )
    ExpectedResult.objects.bulk_create(
        ExpectedResult(assignment=made, text=text.strip()[:300]) for text in given.results if text.strip()
    )
    Expectation.objects.bulk_create(
        Expectation(assignment=made, side=side, text=text.strip()[:300])
        for side, texts in ((Side.GIVER, given.of_giver), (Side.TAKER, given.of_taker))
        for text in texts
        if text.strip()
    )
    journal(Verb.ASSIGNED, by=by, detail_id=made.pk)
    return made


@transaction.atomic
def sign(*, assignment_id: int, by: Person) -> Assignment:
    """One of the two sides puts its name to it, as long as it holds the task for which it does."""
    found = _locked(assignment_id)
    if by.pk not in (found.giver_id, found.taker_id):
        raise Refused(
            Reason(
                _("Ondertekenen doen alleen wie de opdracht geeft en wie haar aanneemt."),
                rule="opdracht.ondertekenen",
                value=f"{found.giver}, {found.taker}",
            )
        )
    if by.pk == found.giver_id:
        may(by, Power.DECIDE_CONTENT, within=found.area, on=clock.today()).require()
    elif not mandates_of(by).on(clock.today()):
        raise Refused(
            Reason(_("U hebt op dit moment geen taak waarmee u tekent."), rule="opdracht.ondertekenen")
        )
    side = "giver_signed_on" if by.pk == found.giver_id else "taker_signed_on"
    if getattr(found, side) is None:
        setattr(found, side, clock.today())
        found.save(update_fields=[side])
        journal(Verb.SIGNED, by=by, detail_id=found.pk)
    return found


@transaction.atomic
def check_results(
    *, assignment_id: int, reached: Mapping[int, bool], conclusion: str, evaluator: Organisation, by: Person
) -> Assignment:
    """At the end: of every result whether it is there. Where the approach asks outside eyes, those look (DH-03)."""
    found = _locked(assignment_id)
    may(by, Power.EVALUATE, within=found.area, on=clock.today()).require()
    if not found.is_signed:
        raise Conflict(Reason(_("Wat niet beiden ondertekenden, is geen opdracht om op terug te kijken.")))
    approach = approach_for(found.area, found.recorded_on)
    if not may_evaluate(approach.options.external_evaluation, inside=evaluator.kind in _INSIDE):
        said = _("Onder deze aanpak kijkt iemand van buiten de gemeente mee.")
        raise Refused(
            sourced(
                approach,
                said,
                "options.external_evaluation",
                evaluator.name,
                _("Kies een partij van buiten."),
            )
        )
    results = list(found.results.all())
    if {result.pk for result in results} != set(reached):
        raise Invalid(Reason(_("Zeg van elk resultaat of het er is."), field="reached"))
    if not conclusion.strip():
        raise Invalid(Reason(_("Schrijf wat u ervan leert."), field="conclusion"))
    for result in results:
        result.reached = reached[result.pk]
        result.save(update_fields=["reached"])
    found.evaluator, found.conclusion, found.checked_on = evaluator, conclusion.strip(), clock.today()
    found.save(update_fields=["evaluator", "conclusion", "checked_on"])
    journal(Verb.CHECKED, by=by, detail_id=found.pk)
    return found


def _kind(approach: Approach) -> Plan:
    """The plan that is a recorded assignment."""
    for plan in approach.plans:
        if plan.kind is PlanKind.ASSIGNMENT:
            return plan
    said = _("Deze aanpak kent geen vastgelegde opdracht met eindresultaten.")
    raise Refused(
        sourced(approach, said, "plans", None, _("Maak een plan van een soort die de aanpak wel kent."))
    )


def _locked(assignment_id: int) -> Assignment:
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("area", "giver", "taker")
    return rows.get(pk=assignment_id)
