"""What others may react to."""

from enum import StrEnum


class Verb(StrEnum):
    """Verbs of this capability in the journal."""

    GRANTED = "budgets.granted"
    RESERVED = "budgets.reserved"
    COMMITTED = "budgets.committed"
    PAID = "budgets.paid"
    RELEASED = "budgets.released"
