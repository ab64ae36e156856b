"""Internal purchase: the team of an area orders from a department and pays from its budget (TIL-20, TIL-22)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import Direction
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets.actions.reserving import bind, release_for_order, reserve
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.models import Fund, PurchaseOrder
from wijkwerk.budgets.rules import ORDER, OrderState, may_order
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import YES, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.people.permissions import holds, may
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import bear, came_of, journal
from wijkwerk.thread.models import Thing

WHO_COMES_TO_WHOM = {
    Direction.COORDINATOR_TO_SERVICE: _("de coördinator gaat naar de dienst en vraagt het"),
    Direction.SERVICE_TO_OFFICE: _("de dienst meldt zich bij het bureau"),
    Direction.TEAM_ORDERS: _("het gebiedsteam bestelt"),
    Direction.NOBODY_CAN_DEMAND: _("niemand kan iets eisen; u kunt het vragen"),
}


def may_order_here(person: Person | None, area: Area, amount: Money | None = None) -> Verdict:
    """Whether teams order from departments in this approach, and whether this person does so here."""
    approach = approach_for(area)
    path = may_order(approach)
    if path:
        direction = approach.options.direction
        told = str(WHO_COMES_TO_WHOM[direction]) if direction else gettext("daarover is niets afgesproken")
        return because(
            approach,
            path,
            gettext("In de aanpak “%(approach)s” kan een gebied niet bestellen bij een dienst: %(instead)s.")
            % {"approach": approach.title.within(language()), "instead": told},
            gettext("Stuur de dienst een vraag."),
        )
    return may(person, Power.ORDER_FROM_SERVICE, within=area, on=clock.today(), amount=amount)


@transaction.atomic
def place_order(
    *,
    area: Area,
    department: Organisation,
    what: str,
    price: Money,
    due_on: date,
    fund: Fund,
    year: int,
    about: Thing | None = None,
    by: Person | None,
) -> PurchaseOrder:
    """Order from a department, with price and term. The price is bound in the budget of the area at once.

    Whoever asked for what the order is `about` hears when it is ordered, accepted or withdrawn. Raises Refused where
    teams do not order or without the power, Invalid for an empty order, a day in the past, a department outside the
    municipality or a thing of another area, NotEnough when less is free.
    """
    may_order_here(by, area, price).require()
    if not what.strip():
        raise Invalid(Reason(_("Schrijf wat u bestelt."), field="what"))
    if due_on <= clock.today():
        raise Invalid(Reason(_("De dag waarop het geleverd is, ligt in de toekomst."), field="due_on"))
    if department.kind != OrganisationKind.SERVICE:
        raise Invalid(Reason(_("Bestellen kan alleen bij een dienst van de gemeente."), field="department"))
    thing = bear("order", area=area, sentence=what, public=True)
    came_of(about, thing)
    reservation = reserve(measure=thing, fund=fund, year=year, amount=price, by=by)
    bind(reservation, department, by)
    order = PurchaseOrder.objects.create(
        thing=thing,
        department=department,
        what=what.strip()[:500],
        reservation=reservation,
        ordered_by=by,
        ordered_on=clock.today(),
        due_on=due_on,
    )
    journal(Verb.ORDERED, thing, by=by)
    _tell(
        order,
        "ordered",
        stored(_("er is iets besteld")),
        stored(_("Besteld bij %(department)s: %(what)s"), department=department.name, what=order.what),
        by,
        next_text=stored(_("Op {day} hoort het geleverd te zijn.")),
        next_on=due_on,
    )
    return order


def may_deliver(person: Person | None, order: PurchaseOrder) -> Verdict:
    """Who works for the department that was asked."""
    if person and any(held.organisation_id == order.department_id for held in holds(person, clock.today())):
        return YES
    return no(
        _("Alleen %(department)s zelf meldt dat het geleverd is.") % {"department": order.department.name},
        rule="bestelling.dienst",
    )


@transaction.atomic
def deliver(*, order_id: int, delivered: str, by: Person | None) -> PurchaseOrder:
    """The department says what it delivered."""
    order = _locked(order_id)
    may_deliver(by, order).require()
    ORDER.require(OrderState(order.state), OrderState.DELIVERED)
    if not delivered.strip():
        raise Invalid(Reason(_("Schrijf wat er is geleverd."), field="delivered"))
    order.state, order.delivered = OrderState.DELIVERED, delivered.strip()[:500]
    order.delivered_on = clock.today()
    order.save()
    journal(Verb.DELIVERED, order.thing, by=by)
    return order


@transaction.atomic
def accept_delivery(*, order_id: int, by: Person | None) -> PurchaseOrder:
    """It is what was ordered: the administration can pay it."""
    order = _locked(order_id)
    may_order_here(by, order.thing.area).require()
    ORDER.require(OrderState(order.state), OrderState.ACCEPTED)
    order.state, order.accepted_on = OrderState.ACCEPTED, clock.today()
    order.save()
    journal(Verb.ACCEPTED, order.thing, by=by)
    _tell(order, "accepted", stored(_("het is geleverd")), order.delivered or order.what, by, closing=True)
    return order


@transaction.atomic
def send_back(*, order_id: int, why: str, by: Person | None) -> PurchaseOrder:
    """It is not what was ordered: the department still owes it."""
    order = _locked(order_id)
    may_order_here(by, order.thing.area).require()
    ORDER.require(OrderState(order.state), OrderState.ORDERED)
    if not why.strip():
        raise Invalid(Reason(_("Schrijf wat er niet goed aan is."), field="why"))
    order.state, order.sent_back = OrderState.ORDERED, why.strip()[:500]
    order.save()
    journal(Verb.SENT_BACK, order.thing, by=by)
    return order


@transaction.atomic
def withdraw_order(*, order_id: int, why: str, by: Person | None) -> PurchaseOrder:
    """The team no longer wants it: its money is free again."""
    order = _locked(order_id)
    may_order_here(by, order.thing.area).require()
    ORDER.require(OrderState(order.state), OrderState.WITHDRAWN)
    if not why.strip():
        raise Invalid(Reason(_("Schrijf waarom u de bestelling intrekt."), field="why"))
    order.state = OrderState.WITHDRAWN
    order.save()
    release_for_order(order.reservation_id, why, by)
    journal(Verb.WITHDRAWN, order.thing, by=by)
    text = stored(
        _("De bestelling “%(what)s” gaat niet door. Waarom: %(why)s"), what=order.what, why=why.strip()
    )
    _tell(order, "withdrawn", stored(_("de bestelling gaat niet door")), text, by, in_story=True)
    return order


def _tell(
    order: PurchaseOrder,
    turn: str,
    news: str,
    text: str,
    by: Person | None,
    *,
    next_text: str = "",
    next_on: date | None = None,
    closing: bool = False,
    in_story: bool = False,
) -> None:
    """For whoever asked for it; the story tells that it was ordered and accepted by itself."""
    tell(
        about=order.thing,
        turn=turn,
        news=news,
        text=text,
        by=by,
        next_text=next_text,
        next_on=next_on,
        closing=closing,
        in_story=in_story,
    )


def _locked(order_id: int) -> PurchaseOrder:
    return (
        PurchaseOrder.objects.select_for_update(of=("self",))
        .select_related("thing__area", "department", "reservation")
        .get(pk=order_id)
    )
