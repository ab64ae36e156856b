"""Pages of assignments: recorded by one side, signed by both, looked back on."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.pages import working_area
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import YES, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.requests import actions
from wijkwerk.requests.forms import AssignmentForm, LookBackForm
from wijkwerk.requests.models import Assignment
from wijkwerk.requests.rules import Side


@staff
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """Every recorded assignment, and where the reader may give one."""
    held = mandates_of(request.person)
    content = held.areas_with(Power.DECIDE_CONTENT)
    known = {
        "assignments": Assignment.objects.select_related("area", "giver", "taker"),
        "areas": [
            area
            for area, approach in held.territory.working_areas(clock.today())
            if area in content and actions.knows_assignments(approach)
        ],
    }
    return render(request, "requests/assignments.html", known)


def may_record(request: SignedInRequest, code: str) -> Verdict:
    """Whether an assignment can be recorded here, by this reader."""
    return actions.may_assign(request.person, working_area(code))


@permitted(may_record)
@require_http_methods(["GET", "POST"])
@pressed_once
def record(request: SignedInRequest, code: str) -> HttpResponse:
    """Record what is asked of a programme."""
    area = working_area(code)
    return form_turn(
        request,
        AssignmentForm(request.POST or None, people=_officials(request.person)),
        lambda given: actions.record_assignment(
            area=area,
            taker=given["taker"],
            given=actions.Agreed(
                order=given["order"],
                results=_lines(given["results"]),
                of_giver=_lines(given["of_giver"]),
                of_taker=_lines(given["of_taker"]),
                ends_on=given["ends_on"],
            ),
            by=request.person,
        ),
        done=_("De opdracht staat er. Nu ondertekent u beiden."),
        to=lambda made: reverse("requests:assignment", args=[made.pk]),
        title=_("Leg een opdracht vast voor %(area)s") % {"area": area.name},
        lead=_(
            "Vraag goed door: wat is de opdracht, wat moet er aan het eind zijn, wat verwacht u van elkaar?"
        ),
        submit=_("Bewaar de opdracht"),
        back=Crumb(_("Opdrachten"), reverse("requests:assignments")),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _officials(reader: Person) -> QuerySet[Person]:
    held = RoleHeld.objects.on(clock.today())
    return Person.objects.filter(pk__in=held.values("person"), account__isnull=False).exclude(pk=reader.pk)


@staff
@require_safe
def one(request: SignedInRequest, pk: int) -> HttpResponse:
    """One assignment: the order, what each expects, and what came of it."""
    found = _assignment(pk)
    sides = {found.giver_id: found.giver_signed_on, found.taker_id: found.taker_signed_on}
    evaluates = mandates_of(request.person).may(Power.EVALUATE, within=found.area)
    known = {
        "assignment": found,
        "results": found.results.all(),
        "of_giver": found.expectations.filter(side=Side.GIVER),
        "of_taker": found.expectations.filter(side=Side.TAKER),
        "may_sign": request.person.pk in sides and sides[request.person.pk] is None,
        "may_look_back": found.is_signed and found.checked_on is None and bool(evaluates),
    }
    return render(request, "requests/assignment.html", known)


def may_sign(request: SignedInRequest, pk: int) -> Verdict:
    """The action says who signs."""
    _assignment(pk)
    return YES


@permitted(may_sign)
@require_POST
def sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """One side signs."""
    actions.sign(assignment_id=pk, by=request.person)
    messages.success(request, _("U hebt de opdracht ondertekend."))
    return redirect("requests:assignment", pk)


def may_look_back(request: SignedInRequest, pk: int) -> Verdict:
    """Who evaluates in the area."""
    return mandates_of(request.person).may(Power.EVALUATE, within=_assignment(pk).area)


@permitted(may_look_back)
@require_http_methods(["GET", "POST"])
def look_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say of every result whether it is there."""
    found = _assignment(pk)
    form = LookBackForm(request.POST or None, results=list(found.results.all()))
    return form_turn(
        request,
        form,
        lambda given: actions.check_results(
            assignment_id=pk,
            reached=form.reached(),
            conclusion=given["conclusion"],
            evaluator=given["evaluator"],
            by=request.person,
        ),
        done=_("Wat ervan kwam, staat erbij."),
        title=_("Kijk terug op de opdracht"),
        submit=_("Bewaar"),
        back=Crumb(_("De opdracht"), reverse("requests:assignment", args=[pk])),
    )


def _assignment(pk: int) -> Assignment:
    rows = Assignment.objects.select_related("area", "giver", "taker", "evaluator")
    return get_object_or_404(rows, pk=pk)
