"""Who has to agree before something is paid, who did, and writing that down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets import actions
from wijkwerk.budgets.actions.deciders import SIDES
from wijkwerk.budgets.forms.deciding import ConsentForm, OfficeForm, ResidentsForm
from wijkwerk.budgets.models import Consent, Fund, FundKind
from wijkwerk.budgets.rules import Side, sides_needed
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.people.guards import SignedInRequest, person_of, staff
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import sourced
from wijkwerk.thread.models import Thing


def _thing(number: str) -> Thing:
    return get_object_or_404(Thing.objects.numbered(number).select_related("area").filter(public=True))


def _funds(thing: Thing) -> list[Fund]:
    """The budgets of its area on which more than one side decides."""
    funds = Fund.objects.filter(area=thing.area, kind=FundKind.AREA_BUDGET)
    return [fund for fund in funds if sides_needed(fund.decider)]


@public
@require_safe
def consents(request: HttpRequest, number: str) -> HttpResponse:
    """Who has to agree before this is paid, and who did."""
    thing, reader = _thing(number), person_of(request)
    funds = _funds(thing)
    given = list(Consent.objects.filter(thing=thing).select_related("decision", "fund"))
    said = {Side(one.side) for one in given}
    ways = []
    if reader is not None and funds:
        held = mandates_of(reader)
        powers = {Side.RESIDENTS: Power.RUN_PANEL, Side.OFFICE: Power.RELEASE_BUDGET}
        ways = [
            NextStep(
                _("Schrijf op: besluit van %(who)s") % {"who": SIDES[side]},
                reverse(f"budgets:{side.value}", args=[number]),
                held.may(power, within=thing.area),
            )
            for side, power in powers.items()
            if side not in said
        ]
    approach = approach_for(thing.area)
    known = {
        "thing": thing,
        "rows": [(SIDES[Side(one.side)], one) for one in given],
        "missing": [SIDES[side] for side in Side if side not in said] if funds else [],
        "funds": funds,
        "why": sourced(approach, "", "budget.decided_by"),
        "ways": ways,
    }
    return render(request, "budgets/consents.html", known)


def _write_down(
    request: SignedInRequest,
    thing: Thing,
    form_class: type[ConsentForm],
    act: Callable[[dict[str, Any]], object],
    title: str,
) -> HttpResponse:
    funds = _funds(thing)
    if not funds:
        raise Conflict(
            sourced(
                approach_for(thing.area),
                _("Over het geld van deze wijk beslissen niet twee kanten samen."),
                "budget.decided_by",
            )
        )
    choices = Fund.objects.filter(pk__in=[fund.pk for fund in funds])
    return form_turn(
        request,
        form_class(request.POST or None, funds=choices, initial={"fund": funds[0]}),
        act,
        done=_("Het besluit is opgeschreven."),
        title=title,
        lead=thing.sentence,
        submit=_("Schrijf op"),
        back=Crumb(thing.sentence, reverse("budgets:consents", args=[thing.number])),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def residents(request: SignedInRequest, number: str) -> HttpResponse:
    """Write down what residents decided about paying for something."""
    thing = _thing(number)
    return _write_down(
        request,
        thing,
        ResidentsForm,
        lambda given: actions.residents_decided(thing=thing, by=request.person, **given),
        _("Wat besloten bewoners?"),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def office(request: SignedInRequest, number: str) -> HttpResponse:
    """The office releases money, or does not."""
    thing = _thing(number)
    return _write_down(
        request,
        thing,
        OfficeForm,
        lambda given: actions.office_decided(thing=thing, by=request.person, **given),
        _("Geeft het bureau het geld vrij?"),
    )
