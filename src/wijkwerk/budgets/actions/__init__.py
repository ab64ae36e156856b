"""Writes of money: funds opened, money granted, reserved, committed, paid, released."""

from wijkwerk.budgets.actions.deciders import may_open_budget, may_spend, office_decided, residents_decided
from wijkwerk.budgets.actions.funds import (
    grant_area_budget,
    grant_by_formula,
    grant_from_council,
    open_fund,
    open_regular_fund,
    this_year,
)
from wijkwerk.budgets.actions.ledger import NotEnough
from wijkwerk.budgets.actions.orders import (
    accept_delivery,
    deliver,
    may_deliver,
    may_order_here,
    place_order,
    send_back,
    withdraw_order,
)
from wijkwerk.budgets.actions.proposals import decide_proposal, pay_or_propose
from wijkwerk.budgets.actions.reserving import (
    book_payment,
    commit_money,
    release,
    release_what_is_reserved,
    reserve,
)

__all__ = [
    "NotEnough",
    "accept_delivery",
    "book_payment",
    "commit_money",
    "decide_proposal",
    "deliver",
    "grant_area_budget",
    "grant_by_formula",
    "grant_from_council",
    "may_deliver",
    "may_open_budget",
    "may_order_here",
    "may_spend",
    "office_decided",
    "open_fund",
    "open_regular_fund",
    "pay_or_propose",
    "place_order",
    "release",
    "release_what_is_reserved",
    "reserve",
    "residents_decided",
    "send_back",
    "this_year",
    "withdraw_order",
]
