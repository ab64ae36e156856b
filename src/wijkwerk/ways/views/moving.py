"""Going over from one approach to another: seen beforehand, confirmed, public afterwards, taken back in time."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power, load
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people import actions as people
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.models import Reorganisation
from wijkwerk.people.wording import language
from wijkwerk.ways import queries
from wijkwerk.ways.forms import MoveForm, WithdrawForm
from wijkwerk.ways.pages import moving as page
from wijkwerk.ways.views.consequences import known_approach, whole

STEP, DO, BACK = "stap", "doe", "terug"


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def move(request: SignedInRequest, key: str) -> HttpResponse:
    """The change set filled in; then its overview; and only when that was confirmed, done."""
    after = known_approach(key)
    if key in queries.in_force():
        raise Http404  # one goes over to another
    form = MoveForm(
        request.POST if request.method == "POST" else None, after=after, present=page.present(after)
    )
    step = request.POST.get(STEP, "")
    title = after.title.within(language())
    if form.is_bound and step == DO:
        made = form.attempt(
            lambda _given: people.reorganise(areas=form.chosen, change=form.change, by=request.person)
        )
        if made is not None:
            messages.success(request, _("Het staat vast. Iedereen kan lezen wat er verandert."))
            return redirect("ways:change", made.pk)
    elif form.is_bound and step != BACK:
        moves = form.attempt(
            lambda _given: people.rehearse(areas=form.chosen, change=form.change, by=request.person)
        )
        if moves is not None:
            change = form.change
            known = {
                "form": form,
                "key": key,
                "title": title,
                "change": change,
                "areas": form.chosen,
                "overview": page.overview(moves, after, dict(change.areas), clock.today()),
            }
            return render(request, "ways/move_overview.html", known)
    return render(request, "ways/move.html", {"form": form, "key": key, "title": title}, status=form.status)


@public
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Every change of the organisation, the latest first."""
    rows = Reorganisation.objects.order_by("-starts_on", "-pk")
    known = {
        "changes": [
            (
                change,
                load(change.approach_before).title.within(language()),
                load(change.approach_after).title.within(language()),
            )
            for change in rows
        ],
        "may_set": _may_set(request),
        "today": clock.today(),
    }
    return render(request, "ways/changes.html", known)


@public
@require_safe
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from that day: areas, functions, why, and what stays as it was."""
    found = get_object_or_404(
        Reorganisation.objects.select_related("redivision").prefetch_related("areas"), pk=pk
    )
    known = {
        "change": found,
        "page": page.change_page(found),
        "today": clock.today(),
        "may_withdraw": _may_set(request) and bool(people.may_withdraw(found)),
    }
    return render(request, "ways/change.html", known)


def _may_set(request: HttpRequest) -> bool:
    held = mandates(request)
    return bool(held and held.may(Power.SET_APPROACH, within=None))


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a change back before its day."""
    found = get_object_or_404(Reorganisation, pk=pk)
    people.may_withdraw(found).require()
    return form_turn(
        request,
        WithdrawForm(request.POST if request.method == "POST" else None),
        lambda given: people.withdraw(change_id=pk, by=request.person, **given),
        done=_("De verandering gaat niet door. Alles blijft zoals het was."),
        title=_("Zet deze verandering terug"),
        lead=_("Iedereen houdt de taak en het gebied van nu. Dat het niet doorging, blijft te lezen."),
        facts=[(_("Zou ingaan op"), f"{found.starts_on:%d-%m-%Y}"), (_("Besloten door"), found.decided_by)],
        submit=_("Zet terug"),
        back=Crumb(_("Wat er verandert"), reverse("ways:change", args=[pk])),
        danger=True,
    )
