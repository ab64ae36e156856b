"""Work: started, reported on by those who do it, late and said so, finished, stopped."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.budgets.actions import release_what_is_reserved
from wijkwerk.budgets.models import Reservation
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.next_steps import first_no
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.plans.actions.ready import was_accepted
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Funding, Measure, ProgressReport, Work
from wijkwerk.plans.rules import MEASURE, MeasureStatus
from wijkwerk.signals.actions import handled_through_need
from wijkwerk.signals.rules import FundingSource
from wijkwerk.thread.actions import attach, bear, journal, link
from wijkwerk.thread.models import Role
from wijkwerk.thread.queries import causes_of

STOPPING = Power.DECIDE_CONTENT


def may_report(person: Person | None, measure: Measure) -> Verdict:
    """Executors report on their own measure (DEV-11): who holds a role here for an executing party, residents
    included; or who has the power for the area, as its guides have. That somebody carries out one measure says
    nothing about another."""
    if person is not None:
        executing = {executor.organisation_id for executor in measure.executors.all()}
        here = mandates_of(person).within(measure.thing.area)
        if any(held.organisation_id in executing for held in here):
            return YES
    return may(person, Power.REPORT_PROGRESS, within=measure.thing.area, on=clock.today())


def may_stop(person: Person | None, measure: Measure) -> Verdict:
    """Whether this person ends a measure: whoever decides on content in its area."""
    return may(person, STOPPING, within=measure.thing.area, on=clock.today())


@transaction.atomic
def start_work(*, measure_id: int, due_on: date, by: Person | None) -> Work:
    """The work begins. From the area budget only once the money is committed."""
    measure = _locked_measure(measure_id)
    may_report(by, measure).require()
    MEASURE.require(MeasureStatus(measure.status), MeasureStatus.UNDER_WAY)
    bound = [ReservationState.COMMITTED, ReservationState.PAID]
    money = Reservation.objects.filter(measure=measure.thing, state__in=bound).select_related("thing").first()
    verdict = first_no(money_is_there(measure, money), was_accepted(measure.plan) if measure.plan else YES)
    if not verdict:
        raise Conflict(verdict.reason)
    if due_on < clock.today():
        raise Invalid(Reason(_("De dag waarop het klaar is, ligt in de toekomst."), field="due_on"))
    thing = bear(
        "work",
        area=measure.thing.area,
        neighbourhood=measure.thing.neighbourhood,
        sentence=measure.thing.sentence,
        public=True,
    )
    work = Work.objects.create(thing=thing, measure=measure, starts_on=clock.today(), due_on=due_on)
    link(money.thing if money else measure.thing, thing, Role.CARRIED_OUT_BY)
    measure.status = MeasureStatus.UNDER_WAY
    measure.save(update_fields=["status"])
    journal(Verb.STARTED, thing, by=by)
    return work


def money_is_there(measure: Measure, bound: Reservation | None) -> Verdict:
    """Work from the area budget begins once its money is bound by an order."""
    if measure.funding != Funding.AREA_BUDGET or bound is not None:
        return YES
    return no(
        _("Het geld uit het wijkbudget is nog niet vastgelegd. Daarna kan het werk beginnen."),
        rule="budget.vastgelegd",
    )


def still_going_on(work: Work) -> Verdict:
    """Whether there is still something to tell of this work."""
    if work.done_on is None and work.measure.status == MeasureStatus.UNDER_WAY:
        return YES
    return no(_("Dit werk is klaar of gestopt; er valt niets meer te melden."), rule="werk.klaar")


@transaction.atomic
def report_progress(
    *, work_id: int, text: str, by: Person | None, photo: Photo | None = None
) -> ProgressReport:
    """An executor tells how the work goes. The same words again that day, by a button pressed twice, are one report."""
    work = _locked(work_id)
    may_report(by, work.measure).require()
    _going_on(work)
    if not text.strip():
        raise Invalid(Reason(_("Schrijf in een paar woorden hoe het gaat."), field="text"))
    told = ProgressReport.objects.filter(work=work, by=by, text=text.strip(), reported_on=clock.today())
    if (already := told.first()) is not None:
        return already
    kept = attach(work.thing, photo, alt=text.strip()[:200], by_resident=False) if photo else None
    own = {held.organisation_id for held in mandates_of(by).on()} if by else set()
    executor = next((one for one in work.measure.executors.all() if one.organisation_id in own), None)
    progress = ProgressReport.objects.create(
        work=work, executor=executor, by=by, text=text.strip(), photo=kept, reported_on=clock.today()
    )
    journal(Verb.PROGRESS, work.thing, by=by, detail_id=progress.pk)
    return progress


@transaction.atomic
def tell_late(*, work_id: int, reason: str, due_on: date, by: Person | None) -> Work:
    """The work takes longer: a new date and why, told to everyone who asked."""
    work = _locked(work_id)
    may_report(by, work.measure).require()
    _going_on(work)
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom het later wordt."), field="reason"))
    if due_on <= clock.today():
        raise Invalid(Reason(_("De nieuwe dag ligt in de toekomst."), field="due_on"))
    work.late_reason, work.due_on = reason.strip()[:300], due_on
    work.save(update_fields=["late_reason", "due_on"])
    tell(
        about=work.measure.thing,
        turn="late",
        news=stored(_("het wordt later")),
        text=reason.strip(),
        next_text=stored(_("Op {day} hoort het klaar te zijn.")),
        next_on=due_on,
        by=by,
    )
    journal(Verb.LATE_TOLD, work.thing, by=by)
    return work


@transaction.atomic
def finish_work(
    *, work_id: int, output: str, text: str, by: Person | None, photo: Photo | None = None, function: str = ""
) -> Work:
    """The work is done. `output` is what was done; `text` goes to everyone who asked, with "opgelost?"."""
    work = _locked(work_id)
    may_report(by, work.measure).require()
    _going_on(work)
    MEASURE.require(MeasureStatus(work.measure.status), MeasureStatus.DONE)
    if not output.strip():
        raise Invalid(Reason(_("Schrijf wat er is gedaan."), field="output"))
    if photo is not None:
        attach(work.thing, photo, alt=output.strip()[:200], by_resident=False)
    work.done_on, work.output = clock.today(), output.strip()[:500]
    work.save(update_fields=["done_on", "output"])
    work.measure.status = MeasureStatus.DONE
    work.measure.save(update_fields=["status"])
    handled_through_need(
        thing_ids=causes_of([work.pk])[work.pk], funding_source=FundingSource(work.measure.funding), by=by
    )
    tell(
        about=work.thing,
        turn="done",
        news=stored(_("gedaan")),
        text=text.strip() or work.output,
        by=by,
        function=function,
        closing=True,
        in_story=False,
    )
    journal(Verb.DONE, work.thing, by=by)
    return work


@transaction.atomic
def stop_measure(*, measure_id: int, reason: str, body: str, by: Person | None) -> Measure:
    """A measure goes no further: a decision, told to everyone who asked. What was reserved for it is free again."""
    measure = _locked_measure(measure_id)
    may_stop(by, measure).require()
    MEASURE.require(MeasureStatus(measure.status), MeasureStatus.STOPPED)
    if not reason.strip():
        raise Invalid(
            Reason(_("Schrijf waarom. Iedereen die het vroeg, krijgt dit te lezen."), field="reason")
        )
    if not body.strip():
        raise Invalid(Reason(_("Noem wie hierover besluit."), field="body"))
    measure.status = MeasureStatus.STOPPED
    measure.save(update_fields=["status"])
    measure.thing.ended_on = clock.today()
    measure.thing.save(update_fields=["ended_on"])
    decide(
        thing=measure.thing,
        kind=DecisionKind.STOP,
        reason=reason,
        public_text=stored(_("Deze maatregel gaat niet door")),
        maker=by,
        body=body,
        mandate=STOPPING,
    )
    release_what_is_reserved(measure=measure.thing, by=by, reason=reason)
    tell(
        about=measure.thing,
        turn="stopped",
        news=stored(_("gaat niet door")),
        text=reason,
        by=by,
        in_story=False,
    )
    journal(Verb.STOPPED, measure.thing, by=by)
    return measure


def _going_on(work: Work) -> None:
    verdict = still_going_on(work)
    if not verdict:
        raise Conflict(verdict.reason)


def _locked_measure(measure_id: int) -> Measure:
    return (
        Measure.objects.select_for_update(of=("self",))
        .select_related("thing__area", "thing__neighbourhood", "plan__cycle")
        .get(pk=measure_id)
    )


def _locked(work_id: int) -> Work:
    return (
        Work.objects.select_for_update(of=("self",))
        .select_related("thing__area", "measure__thing__area", "measure__thing__neighbourhood")
        .get(pk=work_id)
    )
