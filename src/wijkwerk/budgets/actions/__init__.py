"""Writes of money: funds opened, money granted, reserved, committed, paid, released."""

from wijkwerk.budgets.actions.funds import (
    grant_area_budget,
    grant_by_formula,
    grant_from_council,
    open_fund,
    open_regular_fund,
    this_year,
)
from wijkwerk.budgets.actions.ledger import NotEnough
from wijkwerk.budgets.actions.reserving import (
    book_payment,
    commit_money,
    release,
    release_what_is_reserved,
    reserve,
)

__all__ = [
    "NotEnough",
    "book_payment",
    "commit_money",
    "grant_area_budget",
    "grant_by_formula",
    "grant_from_council",
    "open_fund",
    "open_regular_fund",
    "release",
    "release_what_is_reserved",
    "reserve",
    "this_year",
]
