"""The vocabulary of reads about areas."""

from wijkwerk.areas.queries.approaches import (
    adopted,
    approach_for,
    house_approach,
    size_warning,
    size_warnings,
    working_areas,
)
from wijkwerk.areas.queries.people import inhabitants, inhabitants_of
from wijkwerk.areas.queries.programmes import ProgrammeStep, programme_areas, programme_history
from wijkwerk.areas.queries.surroundings import descendant_ids, lineage, neighbours

__all__ = [
    "ProgrammeStep",
    "adopted",
    "approach_for",
    "descendant_ids",
    "house_approach",
    "inhabitants",
    "inhabitants_of",
    "lineage",
    "neighbours",
    "programme_areas",
    "programme_history",
    "size_warning",
    "size_warnings",
    "working_areas",
]
