"""Everything that is done to areas."""

from wijkwerk.areas.actions.adopting import Adoption, adopt_approach
from wijkwerk.areas.actions.differing import differ, differ_no_longer, may_be_different
from wijkwerk.areas.actions.grouping import group_areas, keep_working_areas
from wijkwerk.areas.actions.importing import import_areas, keep_areas
from wijkwerk.areas.actions.outcome import Outcome
from wijkwerk.areas.actions.places import draw_landmarks, import_streets
from wijkwerk.areas.actions.programmes import start_programme, widen_programme

__all__ = [
    "Adoption",
    "Outcome",
    "adopt_approach",
    "differ",
    "differ_no_longer",
    "draw_landmarks",
    "group_areas",
    "import_areas",
    "import_streets",
    "keep_areas",
    "keep_working_areas",
    "may_be_different",
    "start_programme",
    "widen_programme",
]
