"""Ranking for who runs it: paper forms out and in, more time, the count."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.participation.actions import cast_on_paper, count, extend_ranking, may_be_counted, print_forms
from wijkwerk.participation.forms.ranking import CountForm, ExtendForm, PaperForm, PrintForm
from wijkwerk.participation.models import Ranking
from wijkwerk.participation.queries.ranking import options_of, turnout_of
from wijkwerk.participation.views.ranking import ranking_in
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.wording import resident_text


def area_of_ranking(_request: HttpRequest, ranking_id: int) -> Area:
    """The area of the ranking in the address."""
    return ranking_in(ranking_id).longlist.area


@permitted(Power.ENTER_ON_BEHALF, area=area_of_ranking)
@require_http_methods(["GET", "POST"])
def paper_forms(request: SignedInRequest, ranking_id: int) -> HttpResponse:
    """Print paper forms; each has a number that is good for one form."""
    found = ranking_in(ranking_id)
    form = PrintForm(request.POST or None)

    def act(given: dict[str, Any]) -> list[str]:
        return print_forms(ranking_id=ranking_id, number=given["number"], by=request.person)

    context: dict[str, Any] = {"ranking": found, "area": found.longlist.area, "form": form}
    if request.method == "POST" and (numbers := form.attempt(act)):
        approach = found.longlist.step.cycle.approach
        options = options_of(found)
        context |= {
            "numbers": numbers,
            "options": options,
            "places": range(1, min(found.most or len(options), len(options)) + 1),
            "organised": resident_text(approach, "organised"),
        }
        return render(request, "participation/paper_forms.html", context)
    return render(request, "participation/print_forms.html", context, status=form.status)


@permitted(Power.ENTER_ON_BEHALF, area=area_of_ranking)
@require_http_methods(["GET", "POST"])
def enter(request: SignedInRequest, ranking_id: int) -> HttpResponse:
    """Type over a paper form; it weighs as much as any other."""
    found = ranking_in(ranking_id)
    options = options_of(found)
    form = PaperForm(
        request.POST or None,
        area=found.longlist.area,
        by_number={line.number: line.wish.pk for line in options},
    )

    @transaction.atomic  # a refusal leaves no address behind
    def act(given: dict[str, Any]) -> Ranking:
        email = given["email"]
        return cast_on_paper(
            ranking_id=ranking_id,
            paper_form=given["paper_form"],
            order=given["order"],
            contact=remember_contact(email=email, by_desk=True) if email else None,
            email=email,
            neighbourhood=given["neighbourhood"],
            hear_result=given["hear_result"],
            by=request.person,
        )

    if request.method == "POST" and form.attempt(act) is not None:
        done = _("Formulier %(number)s is ingevoerd. Nu het volgende.") % {
            "number": form.cleaned_data["paper_form"]
        }
        messages.success(request, done)
        return redirect("participation:enter-form", ranking_id=ranking_id)
    context = {
        "ranking": found,
        "area": found.longlist.area,
        "form": form,
        "options": options,
        "turnout": turnout_of(found),
    }
    return render(request, "participation/enter_form.html", context, status=form.status)


@permitted(Power.MANAGE_LONGLIST, area=area_of_ranking)
@require_http_methods(["GET", "POST"])
def counting(request: SignedInRequest, ranking_id: int) -> HttpResponse:
    """Count the forms, with a word on who is missing."""
    found = ranking_in(ranking_id)
    form = CountForm(request.POST or None)

    def act(given: dict[str, Any]) -> Ranking:
        return count(ranking_id=ranking_id, missing=given["missing"], by=request.person)

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("De formulieren zijn geteld. Iedereen die iets wenste, krijgt bericht."))
        return redirect("participation:result", ranking_id=ranking_id)
    context = {
        "ranking": found,
        "area": found.longlist.area,
        "form": form,
        "turnout": turnout_of(found),
        "verdict": may_be_counted(found),
    }
    return render(request, "participation/counting.html", context, status=form.status)


@permitted(Power.MANAGE_LONGLIST, area=area_of_ranking)
@require_http_methods(["GET", "POST"])
def more_time(request: SignedInRequest, ranking_id: int) -> HttpResponse:
    """Give residents more time."""
    found = ranking_in(ranking_id)
    form = ExtendForm(request.POST or None)

    def act(given: dict[str, Any]) -> Ranking:
        return extend_ranking(ranking_id=ranking_id, closes_on=given["closes_on"], by=request.person)

    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("Bewoners hebben meer tijd."))
        return redirect("participation:ranking", ranking_id=ranking_id)
    context = {"ranking": found, "area": found.longlist.area, "form": form}
    return render(request, "participation/more_time.html", context, status=form.status)
