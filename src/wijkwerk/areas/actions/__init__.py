"""Everything that is done to areas."""

from wijkwerk.areas.actions.adopting import Adoption, adopt_approach
from wijkwerk.areas.actions.differing import differ, differ_no_longer, may_be_different
from wijkwerk.areas.actions.grouping import group_areas, keep_working_areas
from wijkwerk.areas.actions.importing import import_areas, keep_areas
from wijkwerk.areas.actions.intensity import Order, explain_border, set_intensity
from wijkwerk.areas.actions.outcome import Outcome
from wijkwerk.areas.actions.places import draw_landmarks, import_streets
from wijkwerk.areas.actions.programmes import start_programme, widen_programme
from wijkwerk.areas.actions.redividing import redivide

__all__ = [
    "Adoption",
    "Order",
    "Outcome",
    "adopt_approach",
    "differ",
    "differ_no_longer",
    "draw_landmarks",
    "explain_border",
    "group_areas",
    "import_areas",
    "import_streets",
    "keep_areas",
    "keep_working_areas",
    "may_be_different",
    "redivide",
    "set_intensity",
    "start_programme",
    "widen_programme",
]
