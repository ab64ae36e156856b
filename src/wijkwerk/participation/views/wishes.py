"""The wishes of one need: one or more measures that residents wish for it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.answers.models import Door
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import adopted, approach_for
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation.money import Currency
from wijkwerk.foundation.once import pressed_once
from wijkwerk.needs.models import Need
from wijkwerk.participation.actions import wish
from wijkwerk.participation.forms.wishes import WishForm
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.queries.wishes import lines_of, signals_behind
from wijkwerk.participation.queries.wishes import wishes as all_wishes
from wijkwerk.people.guards import SignedInRequest, permitted


def area_of_need(_request: HttpRequest, need_id: int) -> Area:
    """The area of the need in the address."""
    return _need(need_id).thing.area


@permitted(Power.MANAGE_LONGLIST, area=area_of_need)
@require_http_methods(["GET", "POST"])
@pressed_once
def wishes(request: SignedInRequest, need_id: int) -> HttpResponse:
    """What was wished for this need, and one more wish."""
    need = _need(need_id)
    area = need.thing.area
    approach = approach_for(area)
    in_force = adopted(area)
    longlist = _open_longlist(area)
    signals = list(signals_behind(need.thing))
    form = WishForm(
        request.POST or None,
        approach=approach,
        currency=in_force.currency if in_force and in_force.currency else Currency.EUR,
        signals=signals,
        initial=None if request.GET.get("wens") is None else {"sentence": request.GET["wens"][:120]},
    )

    @transaction.atomic  # a refusal leaves no address behind
    def act(given: dict[str, Any]) -> Wish:
        chosen = set(given.get("heard_in", []))
        return wish(
            need=need.thing,
            given=form.wished(),
            longlist=longlist,
            by=request.person,
            contact=form.contact(by_desk=True),
            heard_in=[thing for thing in signals if thing.pk in chosen],
            door=Door.PANEL,
        )

    if request.method == "POST" and (made := form.attempt(act)):
        messages.success(request, _("“%(wish)s” staat erbij.") % {"wish": made.thing.sentence})
        return redirect("participation:wishes", need_id=need_id)
    context = {
        "need": need,
        "area": area,
        "form": form,
        "lines": lines_of(list(all_wishes().filter(need=need.thing).order_by("pk")), approach),
        "longlist": longlist,
    }
    return render(request, "participation/wishes.html", context, status=form.status)


def _need(need_id: int) -> Need:
    return get_object_or_404(Need.objects.select_related("thing__area", "thing__neighbourhood"), pk=need_id)


def _open_longlist(area: Area) -> Longlist | None:
    """The list that new wishes go on: of the open step, and not yet given to residents. Else they wait for the next."""
    return (
        Longlist.objects.filter(area=area, step__status=StepStatus.OPEN, ranking__isnull=True)
        .order_by("-pk")
        .first()
    )
