"""Tables of areas."""

from wijkwerk.areas.models.addresses import Address
from wijkwerk.areas.models.areas import Area, FormerOutline, Grouping, Inhabitants, Landmark, LandmarkKind
from wijkwerk.areas.models.programmes import AreaApproach, Programme, ProgrammeArea, ProgrammeDecision, Stage
from wijkwerk.areas.models.state import MapState

__all__ = [
    "Address",
    "Area",
    "AreaApproach",
    "FormerOutline",
    "Grouping",
    "Inhabitants",
    "Landmark",
    "LandmarkKind",
    "MapState",
    "Programme",
    "ProgrammeArea",
    "ProgrammeDecision",
    "Stage",
]
