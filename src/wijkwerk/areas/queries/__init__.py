"""The vocabulary of reads about areas."""

from wijkwerk.areas.queries.approaches import (
    adopted,
    adoptions,
    approach_for,
    former_approaches,
    house_approach,
    size_warning,
    size_warnings,
    warnings_within,
    working_areas,
)
from wijkwerk.areas.queries.differences import Difference, differences, every_difference
from wijkwerk.areas.queries.kept import Kept, kept
from wijkwerk.areas.queries.people import inhabitants, inhabitants_of
from wijkwerk.areas.queries.programmes import ProgrammeStep, programme_areas, programme_history
from wijkwerk.areas.queries.reasons import at, because, sourced
from wijkwerk.areas.queries.redivisions import Intensities, areas_now, intensities, planned_areas
from wijkwerk.areas.queries.surroundings import descendant_ids, lineage, neighbours
from wijkwerk.areas.queries.timeline import Event, timeline

__all__ = [
    "Difference",
    "Event",
    "Intensities",
    "Kept",
    "ProgrammeStep",
    "adopted",
    "adoptions",
    "approach_for",
    "areas_now",
    "at",
    "because",
    "descendant_ids",
    "differences",
    "every_difference",
    "former_approaches",
    "house_approach",
    "inhabitants",
    "inhabitants_of",
    "intensities",
    "kept",
    "lineage",
    "neighbours",
    "planned_areas",
    "programme_areas",
    "programme_history",
    "size_warning",
    "size_warnings",
    "sourced",
    "timeline",
    "warnings_within",
    "working_areas",
]
