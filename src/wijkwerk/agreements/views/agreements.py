"""What was agreed in an area, how often it was changed, and telling those who made it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.agreements import actions
from wijkwerk.agreements.forms.agreements import AgreementForm, ChangeForm
from wijkwerk.agreements.models import Agreement
from wijkwerk.agreements.pages import AGREED, agreement_row, locked_here
from wijkwerk.agreements.queries import agreements_of, changed_agreements, waiting_notices
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, before_id, form_turn
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, person_of, signed_in

PER_PAGE = 25


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


def _agreement(pk: int) -> Agreement:
    return get_object_or_404(Agreement.objects.select_related("area", "thing"), pk=pk)


def _may_change(request: SignedInRequest, pk: int) -> Verdict:
    return actions.may_change(request.person, _agreement(pk).area)


@public
@require_safe
def area_agreements(request: HttpRequest, code: str) -> HttpResponse:
    """What was agreed in an area, and how many agreements were changed later."""
    area, reader = working_area(code), person_of(request)
    found = agreements_of(area, before=before_id(request), most=PER_PAGE)
    may_change = actions.may_change(reader, area) if reader else None
    made, changed = changed_agreements(area)
    known = {
        "area": area,
        "rows": [agreement_row(one, bool(may_change)) for one in found[:PER_PAGE]],
        "made": made,
        "changed": changed,
        "why": locked_here(area),
        "notices": list(waiting_notices(reader)) if reader else [],
        "may_make": bool(may_change),
        "next_url": f"?voor={found[PER_PAGE - 1].pk}" if len(found) > PER_PAGE else "",
        "first_url": "?" if before_id(request) else "",
    }
    return render(request, "agreements/agreements.html", known)


@permitted(Power.PROMISE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def make_agreement(request: SignedInRequest, code: str) -> HttpResponse:
    """Write down what was agreed, with everyone who agreed to it."""
    area = working_area(code)
    form = AgreementForm(request.POST or None, area=area)
    return form_turn(
        request,
        form,
        lambda given: actions.make_agreement(
            area=area,
            text=given["text"],
            makers=form.everyone(),
            about=given["about"],
            by=request.person,
        ),
        done=_("De afspraak staat op de pagina van de wijk."),
        title=_("Leg een afspraak vast"),
        lead=_("Wie erbij was, krijgt bericht als iemand de afspraak later verandert."),
        why=locked_here(area),
        submit=_("Leg de afspraak vast"),
        back=_back(area),
    )


@permitted(_may_change)
@require_http_methods(["GET", "POST"])
@pressed_once
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what was agreed; everyone who made it is told."""
    agreement = _agreement(pk)
    return form_turn(
        request,
        ChangeForm(request.POST or None, initial={"text": agreement.text}),
        lambda given: actions.change_agreement(agreement_id=pk, by=request.person, **given),
        done=_("De afspraak is veranderd. Wie hem maakte, krijgt bericht."),
        title=_("Verander een afspraak"),
        lead=agreement.text,
        why=locked_here(agreement.area),
        submit=_("Verander de afspraak"),
        back=_back(agreement.area),
    )


@signed_in
@require_POST
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """I have read of this change."""
    notice = get_object_or_404(waiting_notices(request.person), pk=pk)
    actions.read_notice(notice_id=notice.pk, by=request.person)
    return redirect("agreements:agreements", notice.change.agreement.area.code)


def _back(area: Area) -> Crumb:
    return Crumb(AGREED % {"area": area.name}, reverse("agreements:agreements", args=[area.code]))
