"""The words in which people are read."""

from wijkwerk.people.queries.capacity import (
    AreaHours,
    Formation,
    Spread,
    formations,
    formations_of,
    hours_of_areas,
    spread_too_far,
)
from wijkwerk.people.queries.contacts import contact_by_email
from wijkwerk.people.queries.coverage import Coverage, coverage, office_at, offices_for
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
from wijkwerk.people.queries.units import UnitView, unit_of
from wijkwerk.people.queries.where import Whereabouts, may_have_an_office, where_to_find

__all__ = [
    "AreaHours",
    "Coverage",
    "Formation",
    "Mandate",
    "PilotGroup",
    "Post",
    "Spread",
    "TeamNow",
    "UnitView",
    "Vacancy",
    "Whereabouts",
    "advisers",
    "aldermen_without_area",
    "areas_without_alderman",
    "changes_from",
    "contact_by_email",
    "coverage",
    "formations",
    "formations_of",
    "functions_now",
    "hours_of_areas",
    "lessons_of",
    "mandate_register",
    "may_have_an_office",
    "members_of_team",
    "office_at",
    "offices_for",
    "pilot_group",
    "spread_too_far",
    "successors",
    "teams_of",
    "terms_ending",
    "unit_of",
    "vacancies",
    "where_to_find",
    "who_for_what",
    "who_is_it_now",
]
