"""What an area gets in a year by the formula of its approach, with where every part of it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from wijkwerk.approaches import Amount, Approach
from wijkwerk.approaches.schema import Decider
from wijkwerk.areas.models import Area, AreaApproach, Inhabitants
from wijkwerk.areas.queries import adopted, approach_for, inhabitants
from wijkwerk.budgets.rules import by_formula
from wijkwerk.foundation.money import Money, in_euros
from wijkwerk.foundation.reasons import Conflict, Reason
from wijkwerk.people.wording import language, role_label, sourced


@dataclass(frozen=True)
class Formula:
    """Per resident × residents, and the words a fund needs. `per_resident` is None for a sum per area."""

    approach: Approach
    label: str
    purpose: str
    chosen_by: str
    formal_decider: str
    legal_ground: str
    per_resident: Money | None
    people: Inhabitants | None
    total: Money
    ceiling: Money | None
    why: Reason
    why_ceiling: Reason
    why_decider: Reason
    chosen_locally: bool

    @property
    def each(self) -> Money | None:
        """What a sum for the whole area comes to per resident, cut to whole cents; None without a count."""
        if self.people is None or not self.people.number:
            return None
        return Money(self.total.minor // self.people.number, self.total.currency)

    @property
    def in_source(self) -> Money | None:
        """The amount per resident as the source prints it, where that is another one or in another currency."""
        budget = self.approach.budget
        if budget.per_resident is None or budget.currency is None:
            return None
        printed = Money.of(budget.per_resident, budget.currency)
        return None if printed == self.per_resident else printed

    @property
    def in_source_euros(self) -> Money | None:
        """The same in euros at the fixed rate, to show beside guilders."""
        printed = self.in_source
        return in_euros(printed) if printed and in_euros(printed) != printed else None

    @property
    def source_total(self) -> Money | None:
        """What this area would get by the amount the source prints."""
        printed = self.in_source
        return by_formula(printed, self.people.number) if printed and self.people else None


CHOOSERS = {
    Decider.RESIDENTS: "Bewoners",
    Decider.OFFICE_AND_RESIDENTS: "Wijkbureau en bewoners samen",
    Decider.COORDINATOR: "De coördinator",
    Decider.TEAM: "Het gebiedsteam",
    Decider.NONE: "",
}


def formula_for(area: Area, year: int) -> Formula:
    """The formula of the approach in force, with the inhabitants of that year or the last known before.

    Raises Conflict with a sentence when the approach gives no budget, or nobody counted the inhabitants.
    """
    day = date(year, 12, 31)
    choice, approach = adopted(area, day), approach_for(area, day)
    budget = approach.budget
    if not budget.exists:
        raise Conflict(
            sourced(
                approach,
                _("De aanpak “%(approach)s” kent geen budget voor een gebied.")
                % {"approach": approach.title.within(language())},
                "budget.decided_by",
            )
        )
    people = inhabitants(area, year)
    per_resident = _per_resident(choice, approach)
    if per_resident is not None and people is None:
        raise Conflict(
            Reason(
                _("Niemand heeft nog ingevuld hoeveel mensen er in %(area)s wonen.") % {"area": area.name},
                rule=f"{approach.key}: budget.per_resident",
                value=str(per_resident),
                way_out=_("Vul eerst het aantal inwoners in, met de bron."),
            )
        )
    total = _total(choice, approach, per_resident, people)
    ceiling = budget.ceiling_for(Amount(amount=total.amount, currency=total.currency))
    ceiling_path = "budget.ceiling" if budget.ceiling is not None else "budget.ceiling_share"
    limit = Money.of(ceiling.amount, total.currency) if ceiling else None
    return Formula(
        approach=approach,
        label=budget.label.within("nl") if budget.label else "wijkbudget",
        purpose=_sentence(budget.purpose.within("nl") if budget.purpose else "maatregelen in het gebied"),
        chosen_by=CHOOSERS[budget.decided_by or Decider.NONE],
        formal_decider=role_label(approach, budget.formal_decider or ""),
        legal_ground=budget.legal_ground.within("nl") if budget.legal_ground else "",
        per_resident=per_resident,
        people=people,
        total=total,
        ceiling=limit,
        why=sourced(
            approach, "", "budget.per_resident" if per_resident else "budget.per_area", _printed(approach)
        ),
        why_ceiling=sourced(approach, "", ceiling_path, str(limit or "")),
        why_decider=sourced(
            approach, "", "budget.formal_decider", role_label(approach, budget.formal_decider or "")
        ),
        chosen_locally=choice is not None and choice.per_resident is not None,
    )


def _per_resident(choice: AreaApproach | None, approach: Approach) -> Money | None:
    if choice is not None and choice.per_resident is not None:
        return choice.per_resident
    if approach.budget.per_resident is None:
        return None
    # Adopted in another currency the number stays: a municipality that wants another one chooses it on adopting.
    return Money.of(
        approach.budget.per_resident, choice.currency if choice else approach.budget.currency or "EUR"
    )


def _total(
    choice: AreaApproach | None, approach: Approach, per_resident: Money | None, people: Inhabitants | None
) -> Money:
    if per_resident is not None and people is not None:
        return by_formula(per_resident, people.number)
    if approach.budget.per_area is not None:
        return Money.of(
            approach.budget.per_area, choice.currency if choice else approach.budget.currency or "EUR"
        )
    raise Conflict(
        Reason(
            _("De aanpak zegt niet hoeveel geld een gebied krijgt."),
            rule=f"{approach.key}: budget.per_resident",
            way_out=_("Kies bij het aannemen van de aanpak een bedrag per inwoner."),
        )
    )


def _printed(approach: Approach) -> str:
    budget = approach.budget
    value: Decimal | None = budget.per_resident if budget.per_resident is not None else budget.per_area
    return str(Money.of(value, budget.currency)) if value is not None and budget.currency else ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words and not words.endswith(".") else words
