"""Funds are opened; money comes in by the council, and goes from the regular budget to the areas."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import Decider
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets.actions.deciders import may_open_budget
from wijkwerk.budgets.actions.ledger import move, pot, require_amount
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.formula import formula_for
from wijkwerk.budgets.models import Fund, FundKind, Movement
from wijkwerk.budgets.queries import area_fund
from wijkwerk.budgets.rules import Account
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal


@transaction.atomic
def open_fund(
    *,
    name: str,
    kind: FundKind,
    currency: str,
    purpose: str,
    formal_decider: str,
    legal_ground: str,
    area: Area | None = None,
    owner: Organisation | None = None,
    ceiling: Money | None = None,
    chosen_by: str = "",
    decided_by: Decider | None = None,
) -> Fund:
    """A fund with its purpose, legal ground and formal decider; without those it is refused by the database.

    The budget of an area is decided on by whom its approach says; Conflict where it has no such budget (DOR-08).
    """
    decider = None
    if kind == FundKind.AREA_BUDGET and area is not None:
        decider = decided_by or approach_for(area).budget.decided_by or Decider.NONE
        verdict = may_open_budget(area, decider)
        if not verdict:
            raise Conflict(verdict.reason)
    return Fund.objects.create(
        name=name,
        kind=kind,
        area=area,
        owner=owner,
        currency=currency,
        purpose=purpose,
        ceiling_minor=ceiling.minor if ceiling else None,
        chosen_by=chosen_by,
        decided_by=decider or "",
        formal_decider=formal_decider,
        legal_ground=legal_ground,
    )


@transaction.atomic
def open_regular_fund(
    *,
    name: str,
    year: int,
    amount: Money,
    ground: str,
    formal_decider: str,
    legal_ground: str,
    by: Person | None,
) -> Fund:
    """A service line of the regular budget with what the council made available, from which area budgets are taken."""
    may(by, Power.GRANT_BUDGET, within=None, on=clock.today()).require()
    for field, text in (("name", name), ("ground", ground), ("legal_ground", legal_ground)):
        if not text.strip():
            raise Invalid(Reason(_("Vul dit in: zonder naam en grond is het geen fonds."), field=field))
    fund = Fund.objects.filter(kind=FundKind.REGULAR, area=None, name=name.strip()).first() or open_fund(
        name=name.strip()[:120],
        kind=FundKind.REGULAR,
        currency=amount.currency,
        purpose=stored(_("Gewone begroting van de gemeente")),
        formal_decider=formal_decider,
        legal_ground=legal_ground.strip()[:300],
    )
    require_amount(amount, fund)
    # Locked and looked at: a button pressed twice must not double what the council gave.
    Fund.objects.select_for_update().get(pk=fund.pk)
    if Movement.objects.filter(
        source=None, target__fund=fund, target__year=year, minor=amount.minor, ground=ground[:200]
    ).exists():
        raise Conflict(
            Reason(
                _("%(amount)s staat al in %(fund)s van %(year)s met dit besluit.")
                % {"amount": amount, "fund": fund.name, "year": year},
                field="ground",
                rule="budget.eenmaal",
                way_out=_("Is dit een ander bedrag, noem dan het andere besluit."),
            )
        )
    grant_from_council(fund=fund, year=year, amount=amount, ground=ground, by=by)
    return fund


@transaction.atomic
def grant_from_council(
    *, fund: Fund, year: int, amount: Money, ground: str, by: Person | None = None
) -> Movement:
    """Money enters a fund by a decision of the council; `ground` names it."""
    require_amount(amount, fund)
    movement = move(None, pot(fund, year, Account.FREE), amount, by=by, ground=ground)
    journal(Verb.GRANTED, by=by, detail_id=movement.pk)
    return movement


@transaction.atomic
def grant_area_budget(
    *, fund: Fund, regular: Fund, year: int, amount: Money, ground: str, by: Person | None
) -> Movement:
    """Take an area budget out of the regular budget and give it to the area: booked on both sides (DEV-55)."""
    may(by, Power.GRANT_BUDGET, within=fund.area, on=clock.today(), amount=amount).require()
    require_amount(amount, fund)
    require_amount(amount, regular)
    if not ground.strip():
        raise Invalid(Reason(_("Noem het besluit waarmee dit geld naar de wijk gaat."), field="ground"))
    movement = move(
        pot(regular, year, Account.FREE), pot(fund, year, Account.FREE), amount, by=by, ground=ground
    )
    journal(Verb.GRANTED, by=by, detail_id=movement.pk)
    return movement


@transaction.atomic
def grant_by_formula(*, area: Area, year: int, regular: Fund, ground: str, by: Person | None) -> Fund:
    """Open the budget of an area for a year: so much per resident (DEV-17), from the regular budget (DEV-55), with the
    purpose, the ceiling per item and the formal decider of the approach (DEV-18). Once a year.

    Raises Refused without the mandate, Conflict when the approach has no such budget, when nobody knows how many
    people live here, when it was granted before, or when the regular budget has too little left.
    """
    # Locked, so that two who open it at the same moment do not both find it closed.
    Area.objects.select_for_update().get(pk=area.pk)
    formula = formula_for(area, year)
    may(by, Power.GRANT_BUDGET, within=area, on=clock.today(), amount=formula.total).require()
    fund = area_fund(area, formula.total.currency)
    if (
        fund
        and Movement.objects.filter(
            target__fund=fund, target__year=year, target__account=Account.FREE, reservation=None
        ).exists()
    ):
        raise Conflict(
            Reason(
                _("Het %(fund)s van %(year)s is al toegekend.") % {"fund": fund.name, "year": year},
                rule="budget.eenmaal",
            )
        )
    if fund is None:
        fund = open_fund(
            name=f"{formula.label} {area.name}",
            kind=FundKind.AREA_BUDGET,
            area=area,
            currency=formula.total.currency,
            purpose=formula.purpose,
            formal_decider=formula.formal_decider,
            legal_ground=formula.legal_ground,
            ceiling=formula.ceiling,
            chosen_by=formula.chosen_by,
        )
    else:
        # What holds now holds for what is spent from now on.
        decider = formula.approach.budget.decided_by or Decider.NONE
        verdict = may_open_budget(area, decider)
        if not verdict:
            raise Conflict(verdict.reason)
        fund.ceiling_minor = formula.ceiling.minor if formula.ceiling else None
        fund.decided_by, fund.chosen_by = decider, formula.chosen_by
        fund.save(update_fields=["ceiling_minor", "decided_by", "chosen_by"])
    grant_area_budget(fund=fund, regular=regular, year=year, amount=formula.total, ground=ground, by=by)
    return fund


def this_year(day: date | None = None) -> int:
    """The budget year of a day: the calendar year, which is not the year of a cycle."""
    return (day or clock.today()).year
