"""What an area orders from departments, and what the board is asked to add."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets import actions
from wijkwerk.budgets.forms.deciding import (
    AcceptForm,
    DecideProposalForm,
    DeliverForm,
    OrderForm,
    ProposeForm,
    WhyForm,
)
from wijkwerk.budgets.models import BudgetProposal, PurchaseOrder, Reservation
from wijkwerk.budgets.ordering import order_row, proposal_row
from wijkwerk.budgets.queries import orders_of, proposals_of
from wijkwerk.budgets.rules import may_order
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Conflict, Refused, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, person_of, staff
from wijkwerk.people.permissions import may
from wijkwerk.thread.models import Thing

MOST = 50
KEPT = gettext_lazy("Het is vastgelegd.")


def _order(pk: int) -> PurchaseOrder:
    rows = PurchaseOrder.objects.select_related("thing__area", "department", "reservation__fund")
    return get_object_or_404(rows, pk=pk)


def _delivers(request: SignedInRequest, pk: int) -> Verdict:
    return actions.may_deliver(request.person, _order(pk))


def _area_of_proposal(_request: SignedInRequest, pk: int) -> Area:
    return get_object_or_404(BudgetProposal.objects.select_related("thing__area"), pk=pk).thing.area


def _orders_here(request: SignedInRequest, area: Area) -> None:
    """A page that says why not: 409 where no team orders in this approach, 403 for who does not order."""
    verdict = actions.may_order_here(request.person, area)
    if not verdict:
        raise (Conflict if may_order(approach_for(area)) else Refused)(verdict.reason)


@public
@require_safe
def area_orders(request: HttpRequest, code: str) -> HttpResponse:
    """What an area ordered, what is late, and for what the board was asked."""
    area, reader = working_area(code), person_of(request)
    ways, orders, decides = [], False, False
    if reader is not None:
        verdict = actions.may_order_here(reader, area)
        address = reverse("budgets:place-order", args=[code])
        ways = [NextStep(_("Bestel bij een dienst"), address, verdict)]
        orders, decides = bool(verdict), bool(may(reader, Power.GRANT_BUDGET, within=area))
    known = {
        "area": area,
        "orders": [order_row(one, reader, orders=orders) for one in orders_of([area])[:MOST]],
        "proposals": [proposal_row(one, decides=decides) for one in proposals_of([area])[:MOST]],
        "ways": ways,
    }
    return render(request, "budgets/orders.html", known)


def _back(area: Area) -> Crumb:
    return Crumb(
        _("Bestellingen van %(area)s") % {"area": area.name}, reverse("budgets:orders", args=[area.code])
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def place(request: SignedInRequest, code: str) -> HttpResponse:
    """Order from a department, with price and term."""
    area = working_area(code)
    _orders_here(request, area)
    return form_turn(
        request,
        OrderForm(request.POST or None, area=area),
        lambda given: actions.place_order(
            area=area, price=given.pop("amount"), year=actions.this_year(), by=request.person, **given
        ),
        done=KEPT,
        title=_("Bestel bij een dienst"),
        lead=_(
            "De prijs gaat meteen van het budget van de wijk af. Betaald wordt als u de levering aanneemt."
        ),
        submit=_("Bestel"),
        back=_back(area),
    )


@permitted(_delivers)
@require_http_methods(["GET", "POST"])
@pressed_once
def deliver(request: SignedInRequest, pk: int) -> HttpResponse:
    """The department says what it delivered."""
    order = _order(pk)
    return form_turn(
        request,
        DeliverForm(request.POST or None),
        lambda given: actions.deliver(order_id=pk, by=request.person, **given),
        done=KEPT,
        title=_("Geleverd"),
        lead=order.what,
        submit=_("Meld dat het geleverd is"),
        back=_back(order.thing.area),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is what was ordered."""
    order = _order(pk)
    _orders_here(request, order.thing.area)
    return form_turn(
        request,
        AcceptForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.accept_delivery(order_id=pk, by=request.person),
        done=KEPT,
        title=_("Neem de levering aan"),
        lead=order.delivered or order.what,
        submit=_("Neem aan"),
        back=_back(order.thing.area),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def send_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is not what was ordered."""
    order = _order(pk)
    _orders_here(request, order.thing.area)
    return form_turn(
        request,
        WhyForm(request.POST or None),
        lambda given: actions.send_back(order_id=pk, by=request.person, **given),
        done=KEPT,
        title=_("Stuur de levering terug"),
        lead=order.delivered or order.what,
        submit=_("Stuur terug"),
        back=_back(order.thing.area),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """The order is no longer wanted."""
    order = _order(pk)
    _orders_here(request, order.thing.area)
    return form_turn(
        request,
        WhyForm(request.POST or None),
        lambda given: actions.withdraw_order(order_id=pk, by=request.person, **given),
        done=KEPT,
        title=_("Trek de bestelling in"),
        lead=order.what,
        submit=_("Trek in"),
        back=_back(order.thing.area),
    )


@staff
@require_http_methods(["GET", "POST"])
@pressed_once
def propose(request: SignedInRequest, number: str) -> HttpResponse:
    """Pay for a wish from the regular budget of a service, or ask the board for what is lacking."""
    thing = get_object_or_404(Thing.objects.numbered(number).select_related("area").filter(public=True))
    return form_turn(
        request,
        ProposeForm(request.POST or None),
        lambda given: actions.pay_or_propose(
            thing=thing, year=actions.this_year(), by=request.person, **given
        ),
        done=_said,
        to=reverse("budgets:orders", args=[thing.area.code]),
        title=_("Betaal uit de gewone begroting"),
        lead=thing.sentence,
        note=_(
            "Past het niet, dan wordt het een begrotingsvoorstel aan het college, als de aanpak dat kent."
        ),
        submit=_("Ga na of het past"),
        back=Crumb(thing.sentence, thing.get_absolute_url()),
    )


def _said(made: Reservation | BudgetProposal) -> str:
    paid = isinstance(made, Reservation)
    return _("Het past en is gereserveerd.") if paid else _("Het college is gevraagd.")


@permitted(Power.GRANT_BUDGET, area=_area_of_proposal)
@require_http_methods(["GET", "POST"])
@pressed_once
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """The board grants what is lacking, or refuses."""
    proposal = get_object_or_404(BudgetProposal.objects.select_related("thing__area", "fund"), pk=pk)
    return form_turn(
        request,
        DecideProposalForm(request.POST or None),
        lambda given: actions.decide_proposal(proposal_id=pk, by=request.person, **given),
        done=KEPT,
        title=_("Komt er %(amount)s bij?") % {"amount": proposal.shortage},
        lead=proposal.thing.sentence,
        submit=_("Besluit"),
        back=_back(proposal.thing.area),
    )
