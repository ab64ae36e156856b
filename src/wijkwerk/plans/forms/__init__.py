"""What officials and executors fill in."""

from wijkwerk.plans.forms.measures import EXECUTORS, MeasureForm
from wijkwerk.plans.forms.planning import AdoptForm, ForewordForm, NoteForm, ReserveForm, StopForm
from wijkwerk.plans.forms.working import FinishForm, LateForm, ProgressForm, StartForm

__all__ = [
    "EXECUTORS",
    "AdoptForm",
    "FinishForm",
    "ForewordForm",
    "LateForm",
    "MeasureForm",
    "NoteForm",
    "ProgressForm",
    "ReserveForm",
    "StartForm",
    "StopForm",
]
