"""Reads of decisions and of rulings about an area."""

from wijkwerk.decisions.queries.rulings import (
    GroupStanding,
    ScopeRegister,
    consultations_to_work_on,
    deviations_of,
    open_consultations,
    open_consultations_on,
    room_for_residents,
    say_in,
    scope_register,
    standing_of,
    standings_in,
    to_evaluate,
)
from wijkwerk.decisions.queries.searching import earlier_like, moments, search, with_words

__all__ = [
    "GroupStanding",
    "ScopeRegister",
    "consultations_to_work_on",
    "deviations_of",
    "earlier_like",
    "moments",
    "open_consultations",
    "open_consultations_on",
    "room_for_residents",
    "say_in",
    "scope_register",
    "search",
    "standing_of",
    "standings_in",
    "to_evaluate",
    "with_words",
]
