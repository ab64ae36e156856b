"""The work: a measure as staff see it, someone's own work list, and what executors tell of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.budgets.actions import this_year
from wijkwerk.budgets.models import Fund, FundKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_page
from wijkwerk.foundation.reasons import Refused, Verdict
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
    form = ReserveForm(request.POST or None, funds=funds, initial=initial)
    if request.method == "POST":
        done = form.attempt(lambda given: actions.paid_from(measure=one, by=request.person, **given))
        if done is not None:
            return _done(request, one, _("%(amount)s is gereserveerd.") % {"amount": money(one.cost)})
    return form_page(
        request,
        form,
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


@permitted(may_start)
@require_http_methods(["GET", "POST"])
@pressed_once
def start(request: SignedInRequest, number: str) -> HttpResponse:
    """The work begins."""
    one = measure_of(number)
    form = StartForm(request.POST or None, initial={"due_on": one.expected_on})
    if request.method == "POST":
        done = form.attempt(lambda given: actions.start_work(measure_id=one.pk, by=request.person, **given))
        if done is not None:
            return _done(request, one, _("Het werk is begonnen."))
    return form_page(
        request,
        form,
        title=_("Begin met het werk"),
        lead=one.thing.sentence,
        submit=_("Begin"),
        back=_to_measure(one),
    )


@permitted(Power.DECIDE_CONTENT, area=area_of_measure)
@require_http_methods(["GET", "POST"])
def stop(request: SignedInRequest, number: str) -> HttpResponse:
    """A measure goes no further: a decision on content."""
    one = measure_of(number)
    form = StopForm(request.POST or None)
    if request.method == "POST":
        done = form.attempt(lambda given: actions.stop_measure(measure_id=one.pk, by=request.person, **given))
        if done is not None:
            return _done(request, one, _("De maatregel is gestopt. Wie het vroeg, krijgt bericht."))
    return form_page(
        request,
        form,
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
    if request.method == "POST":
        done = form.attempt(
            lambda cleaned: actions.report_progress(work_id=work.pk, by=request.person, **form.given(cleaned))
        )
        if done is not None:
            return _told(request, _("Bedankt. Het staat nu in de draad."))
    return _about_work(request, form, work, title=_("Meld hoe het gaat"), submit=_("Meld het"))


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
@pressed_once
def late(request: SignedInRequest, number: str) -> HttpResponse:
    """It takes longer: why, and the new day."""
    work = work_of(number)
    form = LateForm(request.POST or None)
    if request.method == "POST":
        done = form.attempt(lambda given: actions.tell_late(work_id=work.pk, by=request.person, **given))
        if done is not None:
            return _told(request, _("Wie het vroeg, krijgt bericht met de nieuwe dag."))
    return _about_work(request, form, work, title=_("Het wordt later"), submit=_("Vertel het"))


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
def finish(request: SignedInRequest, number: str) -> HttpResponse:
    """It is done: what was done, and what those who asked hear."""
    work = work_of(number)
    form = FinishForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        done = form.attempt(
            lambda cleaned: actions.finish_work(work_id=work.pk, by=request.person, **form.given(cleaned))
        )
        if done is not None:
            return _told(request, _("Klaar. Wie het vroeg, krijgt bericht en de vraag of het is opgelost."))
    return _about_work(request, form, work, title=_("Het is klaar"), submit=_("Meld dat het klaar is"))


def _about_work(
    request: HttpRequest, form: ReasonedForm, work: Work, *, title: str, submit: str
) -> HttpResponse:
    days = work.days_late(clock.today())
    facts: list[tuple[Any, Any]] = [
        (_("Klaar op"), day_with_year(work.due_on) + (f" ({_('te laat')})" if days else ""))
    ]
    return form_page(
        request,
        form,
        title=title,
        lead=work.thing.sentence,
        facts=facts,
        submit=submit,
        back=Crumb(_("Mijn werk"), reverse("plans:my-work")),
    )


def _told(request: HttpRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("plans:my-work")


def _done(request: HttpRequest, one: Measure, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("plans:measure", one.thing.number)


def _to_measure(one: Measure) -> Crumb:
    return Crumb(one.thing.number, reverse("plans:measure", args=[one.thing.number]))
