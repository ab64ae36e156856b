"""Taking stock per term of the council: for everyone to read, for the policy officer to write."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.ways import actions
from wijkwerk.ways.forms import IssueForm, ReviewForm
from wijkwerk.ways.models import OpenIssue, TermReview
from wijkwerk.ways.views.consequences import whole


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What was found in each term, who was asked, and what became of what was handed over."""
    held = mandates(request)
    known = {
        "reviews": TermReview.objects.prefetch_related("issues"),
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=None)),
    }
    return render(request, "ways/reviews.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def make(request: SignedInRequest) -> HttpResponse:
    """Write a review down."""
    return form_turn(
        request,
        ReviewForm(request.POST if request.method == "POST" else None),
        lambda given: actions.review_term(by=request.person, **given),
        done=_("De terugblik staat er. De kwesties zijn overgedragen."),
        title=_("Blik terug op een raadsperiode"),
        lead=_("Wat is er bereikt, en wat moet de nieuwe raad oppakken?"),
        submit=_("Bewaar de terugblik"),
        back=Crumb(_("Terugblik per raadsperiode"), reverse("ways:reviews")),
    )


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def settle(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what became of an issue."""
    issue = get_object_or_404(OpenIssue.objects.select_related("review"), pk=pk)
    return form_turn(
        request,
        IssueForm(request.POST if request.method == "POST" else None, initial={"state": issue.state}),
        lambda given: actions.settle_issue(issue_id=pk, by=request.person, **given),
        done=_("Het staat erbij."),
        title=_("Wat is hiervan geworden?"),
        facts=[(_("Kwestie"), issue.sentence), (_("Uit de terugblik op"), issue.review.term)],
        submit=_("Bewaar"),
        back=Crumb(_("Terugblik per raadsperiode"), reverse("ways:reviews")),
    )
