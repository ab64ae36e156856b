"""Pages of money: what an area has and where it goes, and the hands that grant, commit, pay and release."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import working_areas
from wijkwerk.budgets import actions
from wijkwerk.budgets.forms.money import CommitForm, GrantForm, PayForm, RegularForm, ReleaseForm
from wijkwerk.budgets.formula import formula_for
from wijkwerk.budgets.models import Fund, Reservation
from wijkwerk.budgets.pages import area_money, ways_with_area_money, ways_with_reservation
from wijkwerk.budgets.queries import area_balances, balances, regular_funds
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.budgets.wording import SHAPES, STATES
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, before_id, form_turn
from wijkwerk.foundation.reasons import Text
from wijkwerk.foundation.templatetags.wijkwerk import money, number
from wijkwerk.people.guards import SignedInRequest, mandates, permitted, person_of, staff
from wijkwerk.people.permissions import mandates_of
from wijkwerk.thread.models import Thing


@public
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The budgets of all areas this year, and the regular budget they come from."""
    areas, year = working_areas(), actions.this_year()
    found = area_balances(areas, year)
    held = mandates(request)
    known = {
        "year": year,
        "rows": [(area, found.get(area.pk)) for area in areas],
        "regular": balances(list(regular_funds()), year),
        "may_grant": bool(held and held.may(Power.GRANT_BUDGET, within=None)),
    }
    return render(request, "budgets/overview.html", known)


@public
@require_safe
def area_now(_request: HttpRequest, code: str) -> HttpResponse:
    """To the money of this year."""
    return redirect("budgets:area", code, actions.this_year())


@public
@require_safe
def area_year(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The money of an area in a year: one bar, in words and as a table, and per measure."""
    reader = person_of(request)
    held = mandates_of(reader) if reader else None
    page = area_money(
        working_area(code), _year(year), before=before_id(request), staff=bool(held and held.on())
    )
    known = {"page": page, "ways": ways_with_area_money(page, held), "this_year": actions.this_year()}
    return render(request, "budgets/area.html", known)


def _area_of_code(_request: SignedInRequest, code: str, **_address: object) -> Area:
    return working_area(code)


def _area_of_reservation(_request: SignedInRequest, number: str) -> Area:
    return _reservation(number).thing.area


@permitted(Power.GRANT_BUDGET)
@require_http_methods(["GET", "POST"])
@pressed_once
def regular(request: SignedInRequest) -> HttpResponse:
    """Enter what the council made available in the regular budget."""

    def enter(given: dict[str, Any]) -> Fund:
        amount = Money.of(given.pop("amount"), given.pop("currency"))
        return actions.open_regular_fund(
            amount=amount, formal_decider=_("gemeenteraad"), by=request.person, **given
        )

    return form_turn(
        request,
        RegularForm(request.POST or None, initial={"year": actions.this_year()}),
        enter,
        done=lambda fund: _("Het geld staat in %(fund)s.") % {"fund": fund.name},
        title=_("Geld van de raad"),
        lead=_(
            "Wat de raad in de gewone begroting beschikbaar stelt. Daaruit komen de budgetten van de wijken."
        ),
        submit=_("Zet het in de begroting"),
        back=Crumb(_("Geld per wijk"), reverse("budgets:overview")),
    )


@permitted(Power.GRANT_BUDGET, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def open_budget(request: SignedInRequest, code: str, year: int) -> HttpResponse:
    """Grant the budget of an area for a year, by the formula of its approach."""
    area, year = working_area(code), _year(year)
    formula = formula_for(area, year)
    facts: list[tuple[Text, Text]] = [(_("Bedrag"), money(formula.total))]
    if formula.per_resident and formula.people:
        people = f"{number(formula.people.number)} ({formula.people.year}, {formula.people.source})"
        facts += [(_("Per inwoner"), money(formula.per_resident)), (_("Inwoners"), people)]
    ceiling = money(formula.ceiling) or _("geen grens")
    facts += [(_("Doel"), formula.purpose), (_("Hoogstens per maatregel"), ceiling)]
    return form_turn(
        request,
        GrantForm(request.POST or None, currency=formula.total.currency),
        lambda given: actions.grant_by_formula(area=area, year=year, by=request.person, **given),
        done=lambda fund: _("%(fund)s is toegekend.") % {"fund": fund.name},
        title=_("Ken het %(label)s van %(area)s toe, %(year)s")
        % {"label": formula.label, "area": area.name, "year": year},
        facts=facts,
        why=formula.why,
        submit=_("Ken toe"),
        back=Crumb(_("Geld in %(area)s") % {"area": area.name}, reverse("budgets:area", args=[code, year])),
    )


@staff
@require_safe
def reservation(request: SignedInRequest, number: str) -> HttpResponse:
    """The money of one measure, and what can be done with it."""
    one = _reservation(number)
    state = ReservationState(one.state)
    known = {
        "one": one,
        "badge_kind": SHAPES[state],
        "badge_label": STATES[state],
        "ways": ways_with_reservation(one, mandates_of(request.person)),
        "movements": one.movements.select_related("by", "source", "target").order_by("id"),
    }
    return render(request, "budgets/reservation.html", known)


@permitted(Power.COMMIT_MONEY, area=_area_of_reservation)
@require_http_methods(["GET", "POST"])
@pressed_once
def commit(request: SignedInRequest, number: str) -> HttpResponse:
    """Bind the money by an order."""
    one = _reservation(number)
    return form_turn(
        request,
        CommitForm(request.POST if request.method == "POST" else None),
        lambda given: actions.commit_money(reservation_id=one.pk, by=request.person, **given),
        done=_("%(amount)s is vastgelegd.") % {"amount": money(one.amount)},
        title=_("Leg %(amount)s vast") % {"amount": money(one.amount)},
        lead=one.measure.sentence,
        facts=_facts(one),
        submit=_("Leg vast"),
        back=_back(one),
    )


@permitted(Power.BOOK_PAYMENT, area=_area_of_reservation)
@require_http_methods(["GET", "POST"])
@pressed_once
def pay(request: SignedInRequest, number: str) -> HttpResponse:
    """Book that the financial administration paid."""
    one = _reservation(number)
    return form_turn(
        request,
        PayForm(request.POST or None),
        lambda given: actions.book_payment(reservation_id=one.pk, by=request.person, **given),
        done=_("%(amount)s is betaald.") % {"amount": money(one.amount)},
        title=_("Boek de betaling van %(amount)s") % {"amount": money(one.amount)},
        lead=one.measure.sentence,
        facts=_facts(one),
        submit=_("Boek de betaling"),
        back=_back(one),
    )


@permitted(Power.RESERVE_MONEY, area=_area_of_reservation)
@require_http_methods(["GET", "POST"])
def release(request: SignedInRequest, number: str) -> HttpResponse:
    """Give the money back to the fund, with why."""
    one = _reservation(number)
    return form_turn(
        request,
        ReleaseForm(request.POST or None),
        lambda given: actions.release(reservation_id=one.pk, by=request.person, **given),
        done=_("%(amount)s is weer vrij.") % {"amount": money(one.amount)},
        title=_("Geef %(amount)s vrij") % {"amount": money(one.amount)},
        lead=one.measure.sentence,
        facts=_facts(one),
        submit=_("Geef vrij"),
        danger=True,
        back=_back(one),
    )


def _facts(one: Reservation) -> list[tuple[Text, Text]]:
    return [(_("Uit"), f"{one.fund.name}, {one.year}"), (_("Nu"), STATES[ReservationState(one.state)])]


def _back(one: Reservation) -> Crumb:
    return Crumb(one.thing.number, reverse("budgets:reservation", args=[one.thing.number]))


def _reservation(number: str) -> Reservation:
    thing = get_object_or_404(Thing.objects.numbered(number), kind="money")
    return get_object_or_404(
        Reservation.objects.select_related("fund", "thing__area", "measure__area", "ordered_from"),
        pk=thing.pk,
    )


def _year(year: int) -> int:
    if not 1980 <= year <= 2200:
        raise Http404
    return year
