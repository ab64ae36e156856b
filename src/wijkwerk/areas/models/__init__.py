"""Tables of areas."""

from wijkwerk.areas.models.addresses import Address
from wijkwerk.areas.models.areas import Area, FormerOutline, Grouping, Inhabitants, Landmark, LandmarkKind
from wijkwerk.areas.models.intensity import Intensity, ManagementIntensity
from wijkwerk.areas.models.programmes import AreaApproach, Programme, ProgrammeArea, ProgrammeDecision, Stage
from wijkwerk.areas.models.redivisions import AreaSuccession, Redivision
from wijkwerk.areas.models.state import MapState

__all__ = [
    "Address",
    "Area",
    "AreaApproach",
    "AreaSuccession",
    "FormerOutline",
    "Grouping",
    "Inhabitants",
    "Intensity",
    "Landmark",
    "LandmarkKind",
    "ManagementIntensity",
    "MapState",
    "Programme",
    "ProgrammeArea",
    "ProgrammeDecision",
    "Redivision",
    "Stage",
]
