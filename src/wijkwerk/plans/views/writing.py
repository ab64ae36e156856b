"""Writing a plan: opening it, the foreword, measures from ranked wishes; then adopting it and taking note."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import adopted
from wijkwerk.areas.rules.labels import labels_in
from wijkwerk.cycles.models import Cycle
from wijkwerk.decisions.pages import ways_to_consult
from wijkwerk.foundation.money import Currency
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.templatetags.wijkwerk import money
from wijkwerk.participation.models import Wish
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import listing, who_may
from wijkwerk.plans import actions
from wijkwerk.plans.forms import EXECUTORS, AdoptForm, ForewordForm, MeasureForm, NoteForm
from wijkwerk.plans.forms.measures import initial_from_measure, initial_from_wish
from wijkwerk.plans.models import Plan
from wijkwerk.plans.pages import plan_page
from wijkwerk.plans.queries import measures_without_demand, wishes_to_work_out
from wijkwerk.plans.rules import PLAN, PlanStatus
from wijkwerk.plans.views.acting import acts_for
from wijkwerk.plans.views.finding import area_of_plan, may_write_here, may_write_measure, measure_of, plan_of
from wijkwerk.plans.views.routes import route_step
from wijkwerk.thread.models import Thing


def _area_of_cycle(_request: SignedInRequest, pk: int) -> Area:
    return get_object_or_404(Cycle.objects.select_related("area"), pk=pk).area


@permitted(Power.EDIT_PLAN, area=_area_of_cycle)
@require_http_methods(["GET", "POST"])
def open_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begin the plan of a cycle."""
    cycle = get_object_or_404(Cycle.objects.select_related("area"), pk=pk)
    return form_turn(
        request,
        ForewordForm(request.POST if request.method == "POST" else None),
        lambda given: actions.open_plan(cycle=cycle, by=request.person, **given),
        done=_("Het wijkplan is een concept. Werk nu de wensen uit."),
        to=lambda plan: reverse("plans:edit", args=[plan.thing.number]),
        title=_("Begin het wijkplan van %(area)s, %(name)s") % {"area": cycle.area, "name": cycle},
        lead=_("Het blijft een concept tot het is vastgesteld. Iedereen kan meelezen."),
        submit=_("Begin het wijkplan"),
        back=Crumb(
            _("Wijkplannen van %(area)s") % {"area": cycle.area},
            reverse("plans:area", args=[cycle.area.code]),
        ),
    )


@staff
@require_safe
def edit(request: SignedInRequest, number: str) -> HttpResponse:
    """The desk of one plan: wishes to work out, measures so far, and what can be decided, with the reason where not."""
    plan = plan_of(number)
    held, page = mandates_of(request.person), plan_page(plan)
    writes = first_no(actions.may_write_plan(request.person, plan), actions.may_be_edited(plan))
    adopting = first_no(
        held.may(Power.ADOPT_PLAN, within=plan.area),
        PLAN.verdict(PlanStatus(plan.status), PlanStatus.ADOPTED),
        actions.ready_to_adopt(plan),
    )
    noting = first_no(held.may(Power.TAKE_NOTE_PLAN, within=plan.area), actions.may_be_noted(plan))
    ways = [
        *route_step(plan, writes),
        NextStep(_("Stel het plan vast"), reverse("plans:adopt", args=[number]), adopting),
        NextStep(_("Neem kennis van het plan"), reverse("plans:take-note", args=[number]), noting),
        *(
            []
            if plan.cycle_id
            else [NextStep(_("Zet er een maatregel in"), reverse("plans:put", args=[number]), writes)]
        ),
        NextStep(_("Schrijf het voorwoord"), reverse("plans:foreword", args=[number]), writes),
        *acts_for(plan, request.person),
        *ways_to_consult(plan.thing, request.person),
    ]
    known = {
        "page": page,
        "ways": ways,
        "wishes": wishes_to_work_out(plan),
        "may_write": writes,
        "labels": labels_in(
            [plan.foreword, *(f"{card.measure.thing.sentence} {card.measure.motive}" for card in page.cards)]
        ),
        "loose": measures_without_demand([card.measure for card in page.cards]),
    }
    return render(request, "plans/edit.html", known)


@permitted(may_write_here)
@require_http_methods(["GET", "POST"])
def foreword(request: SignedInRequest, number: str) -> HttpResponse:
    """The words a plan begins with."""
    plan = plan_of(number)
    return form_turn(
        request,
        ForewordForm(request.POST if request.method == "POST" else None, initial={"foreword": plan.foreword}),
        lambda given: actions.edit_plan(plan_id=plan.pk, by=request.person, **given),
        done=_("Het voorwoord is bewaard."),
        title=_("Voorwoord"),
        submit=_("Bewaar"),
        back=_to_edit(plan),
    )


@permitted(may_write_here)
@require_http_methods(["GET", "POST"])
@pressed_once
def draft(request: SignedInRequest, number: str, wish: str) -> HttpResponse:
    """Work a ranked wish out as a measure."""
    plan = plan_of(number)
    thing = get_object_or_404(Thing.objects.numbered(wish), kind="wish")
    wished = get_object_or_404(Wish.objects.select_related("thing", "need"), pk=thing.pk)
    form = _measure_form(request, plan, initial_from_wish(wished))
    if request.method == "POST":
        done = form.attempt(
            lambda _given: actions.draft_measure(
                wish_id=wished.pk, plan=plan, given=form.drafted(), by=request.person
            )
        )
        if done is not None:
            messages.success(request, _("De maatregel staat in het concept."))
            return redirect("plans:edit", number)
    title = _("Werk uit: %(wish)s") % {"wish": wished.thing.sentence}
    return _measure_page(request, form, plan, title, wished.text)


@permitted(may_write_here)
@require_http_methods(["GET", "POST"])
@pressed_once
def put(request: SignedInRequest, number: str) -> HttpResponse:
    """A measure that did not come from a wish: of a sector plan, a programme or a project."""
    plan = plan_of(number)
    form = _measure_form(request, plan, {"funding": "regular", "funding_service": plan.service})
    if request.method == "POST":
        done = form.attempt(
            lambda _given: actions.put_measure(plan_id=plan.pk, given=form.drafted(), by=request.person)
        )
        if done is not None:
            messages.success(request, _("De maatregel staat in het concept."))
            return redirect("plans:edit", number)
    return _measure_page(request, form, plan, _("Zet er een maatregel in"), "")


@permitted(may_write_measure)
@require_http_methods(["GET", "POST"])
def edit_measure(request: SignedInRequest, number: str) -> HttpResponse:
    """Write a measure anew, before its plan is adopted."""
    measure = measure_of(number)
    plan = get_object_or_404(Plan.objects.select_related("thing", "area", "cycle"), pk=measure.plan_id)
    form = _measure_form(request, plan, initial_from_measure(measure))
    if request.method == "POST":
        done = form.attempt(
            lambda _given: actions.edit_measure(
                measure_id=measure.pk, given=form.drafted(), by=request.person
            )
        )
        if done is not None:
            messages.success(request, _("De maatregel is bewaard."))
            return redirect("plans:edit", plan.thing.number)
    return _measure_page(
        request, form, plan, _("Wijzig: %(measure)s") % {"measure": measure.thing.sentence}, ""
    )


@permitted(Power.ADOPT_PLAN, area=area_of_plan)
@require_http_methods(["GET", "POST"])
def adopt(request: SignedInRequest, number: str) -> HttpResponse:
    """Adopt a plan with its measures: a decision, told to everyone who asked."""
    plan = plan_of(number)
    page = plan_page(plan)
    body = listing(who_may(page.approach, Power.ADOPT_PLAN)[:1])
    return form_turn(
        request,
        AdoptForm(request.POST or None, initial={"body": body}),
        lambda given: actions.adopt_plan(plan_id=plan.pk, by=request.person, **given),
        done=_("Het wijkplan is vastgesteld. Wie iets vroeg, krijgt bericht."),
        to=reverse("plans:plan", args=[number]),
        title=_("Stel het wijkplan vast"),
        lead=plan.thing.sentence,
        facts=[
            (_("Maatregelen"), str(len(page.cards))),
            (_("Samen"), " + ".join(map(money, page.total)) or "–"),
        ],
        why=page.deciding,
        note=_("Daarna kan het plan niet meer veranderen zonder nieuw besluit."),
        submit=_("Stel het plan vast"),
        back=_to_edit(plan),
    )


@permitted(Power.TAKE_NOTE_PLAN, area=area_of_plan)
@require_http_methods(["GET", "POST"])
def take_note(request: SignedInRequest, number: str) -> HttpResponse:
    """A body takes note of an adopted plan; that decides nothing."""
    plan = plan_of(number)
    page = plan_page(plan)
    body = listing(who_may(page.approach, Power.TAKE_NOTE_PLAN)[:1])
    return form_turn(
        request,
        NoteForm(request.POST or None, initial={"body": body}),
        lambda given: actions.take_note(plan_id=plan.pk, by=request.person, **given),
        done=_("De kennisneming staat bij het plan."),
        to=reverse("plans:plan", args=[number]),
        title=_("Neem kennis van het wijkplan"),
        lead=_("Kennisnemen is geen besluit: wat bewoners kozen, blijft staan."),
        why=page.noting,
        submit=_("Neem kennis"),
        back=_to_edit(plan),
    )


def _measure_form(request: SignedInRequest, plan: Plan, initial: dict[str, object]) -> MeasureForm:
    in_force = adopted(plan.area)
    return MeasureForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        area=plan.area,
        approach=plan.approach,
        currency=in_force.currency if in_force else Currency.EUR,
    )


def _measure_page(
    request: SignedInRequest, form: MeasureForm, plan: Plan, title: str, wished: str
) -> HttpResponse:
    parties = [(form[f"executor_{place}"], form[f"task_{place}"]) for place in range(1, EXECUTORS + 1)]
    known = {"form": form, "plan": plan, "title": title, "wished": wished, "parties": parties}
    return render(request, "plans/measure_form.html", known, status=form.status)


def _to_edit(plan: Plan) -> Crumb:
    return Crumb(plan.thing.sentence, reverse("plans:edit", args=[plan.thing.number]))
