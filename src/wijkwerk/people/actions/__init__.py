"""Everything that is written about people: one function per thing that is done."""

from wijkwerk.people.actions.accounts import (
    make_account,
    request_mailed_link,
    set_second_step,
    use_mailed_link,
)
from wijkwerk.people.actions.contacts import confirm_email, erase_contact, read_contact, remember_contact
from wijkwerk.people.actions.handing_over import hand_over
from wijkwerk.people.actions.joining import bring_in, invite
from wijkwerk.people.actions.keys import rotate_contact_keys
from wijkwerk.people.actions.looking_up import look_up
from wijkwerk.people.actions.organising import open_office, set_up_services
from wijkwerk.people.actions.reorganising import Change, Move, rehearse, reorganise
from wijkwerk.people.actions.roles import appoint, end_role, may_end, renew_term, stand_in
from wijkwerk.people.actions.withdrawing import may_withdraw, withdraw

__all__ = [
    "Change",
    "Move",
    "appoint",
    "bring_in",
    "confirm_email",
    "end_role",
    "erase_contact",
    "hand_over",
    "invite",
    "look_up",
    "make_account",
    "may_end",
    "may_withdraw",
    "open_office",
    "read_contact",
    "rehearse",
    "remember_contact",
    "renew_term",
    "reorganise",
    "request_mailed_link",
    "rotate_contact_keys",
    "set_second_step",
    "set_up_services",
    "stand_in",
    "use_mailed_link",
    "withdraw",
]
