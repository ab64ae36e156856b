"""The work: a measure as staff see it, someone's own work list, and what executors tell of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.budgets.actions import this_year
from wijkwerk.budgets.models import Fund, FundKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Refused, Text, Verdict
from wijkwerk.foundation.templatetags.wijkwerk import money
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.permissions import mandates_of
from wijkwerk.plans import actions
from wijkwerk.plans.forms import FinishForm, LateForm, ProgressForm, ReserveForm, StartForm, StopForm
from wijkwerk.plans.models import Measure, Work
from wijkwerk.plans.pages import my_work
from wijkwerk.plans.pages.desk import measure_desk
from wijkwerk.plans.views.finding import area_of_measure, measure_of, work_of


@staff
@require_safe
def own_work(request: SignedInRequest) -> HttpResponse:
    """The work of the parties someone holds a role for, and of the areas someone answers for: late first."""
    return render(request, "plans/my_work.html", {"page": my_work(mandates_of(request.person))})


@staff
@require_safe
def measure(request: SignedInRequest, number: str) -> HttpResponse:
    """One measure as those who work on it see it: money, work, and what can be done now."""
    return render(request, "plans/measure.html", {"page": measure_desk(measure_of(number), request.person)})


@permitted(Power.RESERVE_MONEY, area=area_of_measure)
@require_http_methods(["GET", "POST"])
@pressed_once
def reserve(request: SignedInRequest, number: str) -> HttpResponse:
    """Reserve the cost of a measure in the budget of its area."""
    one = measure_of(number)
    if request.method == "GET" and not (verdict := actions.may_be_paid(one)):
        raise Refused(verdict.reason, status=422)
    funds = Fund.objects.filter(area=one.thing.area, kind=FundKind.AREA_BUDGET)
    initial = {"year": this_year(), "fund": funds.order_by("-id").first()}
    return form_turn(
        request,
        ReserveForm(request.POST or None, funds=funds, initial=initial),
        lambda given: actions.paid_from(measure=one, by=request.person, **given),
        done=_("%(amount)s is gereserveerd.") % {"amount": money(one.cost)},
        title=_("Reserveer %(amount)s") % {"amount": money(one.cost)},
        lead=one.thing.sentence,
        submit=_("Reserveer"),
        back=_to_measure(one),
    )


def may_start(request: SignedInRequest, number: str) -> Verdict:
    """Executors of the measure, or who reports progress in its area."""
    return actions.may_report(request.person, measure_of(number))


def may_tell(request: SignedInRequest, number: str) -> Verdict:
    """Executors of the work, or who reports progress in its area."""
    return actions.may_report(request.person, work_of(number).measure)


def may_stop(request: SignedInRequest, number: str) -> Verdict:
    """Whoever ends a measure."""
    return actions.may_stop(request.person, measure_of(number))


@permitted(may_start)
@require_http_methods(["GET", "POST"])
@pressed_once
def start(request: SignedInRequest, number: str) -> HttpResponse:
    """The work begins."""
    one = measure_of(number)
    return form_turn(
        request,
        StartForm(request.POST or None, initial={"due_on": one.expected_on}),
        lambda given: actions.start_work(measure_id=one.pk, by=request.person, **given),
        done=_("Het werk is begonnen."),
        title=_("Begin met het werk"),
        lead=one.thing.sentence,
        submit=_("Begin"),
        back=_to_measure(one),
    )


@permitted(may_stop)
@require_http_methods(["GET", "POST"])
def stop(request: SignedInRequest, number: str) -> HttpResponse:
    """A measure goes no further: a decision on content."""
    one = measure_of(number)
    return form_turn(
        request,
        StopForm(request.POST or None),
        lambda given: actions.stop_measure(measure_id=one.pk, by=request.person, **given),
        done=_("De maatregel is gestopt. Wie het vroeg, krijgt bericht."),
        title=_("Stop deze maatregel"),
        lead=one.thing.sentence,
        submit=_("Stop de maatregel"),
        danger=True,
        back=_to_measure(one),
    )


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
def progress(request: SignedInRequest, number: str) -> HttpResponse:
    """An executor tells how it goes, with a photo if it helps."""
    work = work_of(number)
    form = ProgressForm(request.POST or None, request.FILES or None)
    return form_turn(
        request,
        form,
        lambda cleaned: actions.report_progress(work_id=work.pk, by=request.person, **form.given(cleaned)),
        done=_("Bedankt. Het staat nu in de draad."),
        title=_("Meld hoe het gaat"),
        lead=work.thing.sentence,
        facts=_facts(work),
        submit=_("Meld het"),
        back=_to_my_work(),
    )


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
@pressed_once
def late(request: SignedInRequest, number: str) -> HttpResponse:
    """It takes longer: why, and the new day."""
    work = work_of(number)
    return form_turn(
        request,
        LateForm(request.POST or None),
        lambda given: actions.tell_late(work_id=work.pk, by=request.person, **given),
        done=_("Wie het vroeg, krijgt bericht met de nieuwe dag."),
        title=_("Het wordt later"),
        lead=work.thing.sentence,
        facts=_facts(work),
        submit=_("Vertel het"),
        back=_to_my_work(),
    )


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
def finish(request: SignedInRequest, number: str) -> HttpResponse:
    """It is done: what was done, and what those who asked hear."""
    work = work_of(number)
    form = FinishForm(request.POST or None, request.FILES or None)
    return form_turn(
        request,
        form,
        lambda cleaned: actions.finish_work(work_id=work.pk, by=request.person, **form.given(cleaned)),
        done=_("Klaar. Wie het vroeg, krijgt bericht en de vraag of het is opgelost."),
        title=_("Het is klaar"),
        lead=work.thing.sentence,
        facts=_facts(work),
        submit=_("Meld dat het klaar is"),
        back=_to_my_work(),
    )


def _facts(work: Work) -> list[tuple[Text, Text]]:
    late = f" ({_('te laat')})" if work.days_late(clock.today()) else ""
    return [(_("Klaar op"), day_with_year(work.due_on) + late)]


def _to_my_work() -> Crumb:
    return Crumb(_("Mijn werk"), reverse("plans:my-work"))


def _to_measure(one: Measure) -> Crumb:
    return Crumb(one.thing.number, reverse("plans:measure", args=[one.thing.number]))
