"""Tables of money: funds and what moves in them, who agreed to spend, orders and proposals."""

from wijkwerk.budgets.models.consents import Consent
from wijkwerk.budgets.models.money import Fund, FundKind, Movement, Pot, Reservation
from wijkwerk.budgets.models.orders import PurchaseOrder
from wijkwerk.budgets.models.proposals import BudgetProposal

__all__ = [
    "BudgetProposal",
    "Consent",
    "Fund",
    "FundKind",
    "Movement",
    "Pot",
    "PurchaseOrder",
    "Reservation",
]
