"""The words in which people are read."""

from wijkwerk.people.queries.contacts import contact_by_email
from wijkwerk.people.queries.offices import (
    Mandate,
    Vacancy,
    aldermen_without_area,
    areas_without_alderman,
    mandate_register,
    terms_ending,
    vacancies,
    who_is_it_now,
)
from wijkwerk.people.queries.successors import changes_from, functions_now, lessons_of, successors
from wijkwerk.people.queries.teams import (
    PilotGroup,
    Post,
    TeamNow,
    advisers,
    members_of_team,
    pilot_group,
    teams_of,
    who_for_what,
)

__all__ = [
    "Mandate",
    "PilotGroup",
    "Post",
    "TeamNow",
    "Vacancy",
    "advisers",
    "aldermen_without_area",
    "areas_without_alderman",
    "changes_from",
    "contact_by_email",
    "functions_now",
    "lessons_of",
    "mandate_register",
    "members_of_team",
    "pilot_group",
    "successors",
    "teams_of",
    "terms_ending",
    "vacancies",
    "who_for_what",
    "who_is_it_now",
]
