"""Orders and budget proposals as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.budgets.actions import may_deliver
from wijkwerk.budgets.models import BudgetProposal, PurchaseOrder
from wijkwerk.budgets.rules import ORDER, OrderState, ProposalState
from wijkwerk.budgets.wording import ORDERS
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.models import Person


@dataclass(frozen=True)
class OrderRow:
    """One order, how far it is, and what the reader may do with it."""

    order: PurchaseOrder
    badge_kind: str
    badge_label: Text
    ways: list[NextStep]


@dataclass(frozen=True)
class ProposalRow:
    """One proposal to the board."""

    proposal: BudgetProposal
    badge_kind: str
    badge_label: str
    ways: list[NextStep]


def order_row(order: PurchaseOrder, reader: Person | None, *, orders: bool) -> OrderRow:
    """An order for one reader, who `orders` here or not; late goes before "besteld"."""
    state = OrderState(order.state)
    kind, label = ("late", _("te laat")) if order.is_late(clock.today()) else ORDERS[state]
    steps = [
        (_("Meld dat het geleverd is"), "deliver", OrderState.DELIVERED),
        (_("Neem de levering aan"), "accept", OrderState.ACCEPTED),
        (_("Stuur de levering terug"), "send-back", OrderState.ORDERED),
        (_("Trek de bestelling in"), "withdraw", OrderState.WITHDRAWN),
    ]
    ways = []
    if reader is not None:
        delivers = may_deliver(reader, order)
        ways = [
            NextStep(words, reverse(f"budgets:{name}", args=[order.pk]), extra=order.thing.sentence)
            for words, name, target in steps
            if ORDER.allows(state, target) and (delivers if target is OrderState.DELIVERED else orders)
        ]
    return OrderRow(order, kind, label, ways)


def proposal_row(proposal: BudgetProposal, *, decides: bool) -> ProposalRow:
    """A proposal for a reader who decides on it, or not."""
    state = ProposalState(proposal.state)
    kind, label = {
        ProposalState.ASKED: ("now", _("aangevraagd")),
        ProposalState.GRANTED: ("done", _("toegekend")),
        ProposalState.REFUSED: ("stopped", _("geweigerd")),
    }[state]
    step = NextStep(_("Besluit hierover"), reverse("budgets:decide-proposal", args=[proposal.pk]))
    return ProposalRow(proposal, kind, label, [step] if decides and state is ProposalState.ASKED else [])
