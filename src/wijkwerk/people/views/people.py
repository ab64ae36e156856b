"""The pages of people: who holds which role, what is vacant, and giving, renewing and ending a role."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.reasons import Conflict, Invalid, Verdict
from wijkwerk.people.actions import appoint, bring_in, end_role, may_end, renew_term
from wijkwerk.people.forms import AppointForm, EndForm
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.queries.offices import mandate_register
from wijkwerk.people.queries.overview import WARN_DAYS, line, overview

_NEW_PERSON = ("first_name", "last_name", "phone", "email")


def may_give_roles(request: SignedInRequest, **_address: object) -> Verdict:
    """Whoever manages people, or a residents' team, anywhere."""
    return mandates_of(request.person).may_give_roles()


@staff
@require_GET
def people(request: SignedInRequest) -> HttpResponse:
    """Who holds which role where, what is vacant, and whose term ends."""
    mandates = mandates_of(request.person)
    page = overview(mandates, clock.today())
    known = {
        "page": page,
        "may_appoint": bool(mandates.may_give_roles()),
        "may_manage": bool(mandates.may_somewhere(Power.MANAGE_AREAS)),
        "warn_days": WARN_DAYS,
    }
    return render(request, "people/people.html", known)


@staff
@require_GET
def register_of_mandates(request: SignedInRequest) -> HttpResponse:
    """What every role may, up to which amount, and where that is written."""
    approaches = mandates_of(request.person).territory.approaches(None, clock.today())
    registers = [(each.title.within(get_language() or "nl"), mandate_register(each)) for each in approaches]
    return render(request, "people/mandates.html", {"registers": registers})


@permitted(may_give_roles)
@require_http_methods(["GET", "POST"])
def give_role(request: SignedInRequest) -> HttpResponse:
    """Give a role to someone known, or to someone new."""
    form = AppointForm(request.POST or None, mandates=mandates_of(request.person))
    if request.method == "POST" and form.is_valid():
        try:
            held = _give(request, **form.cleaned_data)
        except (Invalid, Conflict) as refused:
            form.refuse(refused.reason)
        else:
            done = _("%(person)s heeft de taak gekregen.") % {"person": held.person.first_name}
            messages.success(request, done)
            return redirect("people:people")
    return render(request, "people/give_role.html", {"form": form}, status=422 if form.errors else 200)


def _give(request: SignedInRequest, *, sign_in: str, **given: Any) -> RoleHeld:
    new = {name: given.pop(name) for name in _NEW_PERSON}
    person = given.pop("person")
    if person is not None:
        return appoint(person=person, by=request.person, **given)
    return bring_in(with_password=sign_in != "link", by=request.person, **new, **given)


@permitted(may_give_roles)
@require_http_methods(["GET", "POST"])
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a role, after a page that says whose."""
    held = get_object_or_404(RoleHeld.objects.select_related("person", "area"), pk=pk)
    may_end(held=held, by=request.person).require()
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_role(held=held, by=request.person, on=form.cleaned_data["on"])
        except Invalid as refused:
            form.add_error("on", str(refused.reason))
        else:
            messages.success(request, _("De taak is beëindigd."))
            return redirect("people:people")
    known = {"form": form, "line": line(mandates_of(request.person), held, clock.today())}
    return render(request, "people/end_role.html", known, status=422 if form.errors else 200)


@permitted(may_give_roles)
@require_POST
@pressed_once
def renew(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more term."""
    held = renew_term(held=get_object_or_404(RoleHeld, pk=pk), by=request.person)
    done = _("De termijn van %(person)s is verlengd.") % {"person": held.person.first_name}
    messages.success(request, done)
    return redirect("people:people")
