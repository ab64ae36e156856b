"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    GRANTED = "budgets.granted"
    RESERVED = "budgets.reserved"
    COMMITTED = "budgets.committed"
    PAID = "budgets.paid"
    RELEASED = "budgets.released"
    CONSENTED = "budgets.consented"
    ORDERED = "budgets.ordered"
    DELIVERED = "budgets.delivered"
    ACCEPTED = "budgets.delivery_accepted"
    SENT_BACK = "budgets.delivery_sent_back"
    WITHDRAWN = "budgets.order_withdrawn"
    PROPOSED = "budgets.proposal_asked"
    PROPOSAL_DECIDED = "budgets.proposal_decided"
