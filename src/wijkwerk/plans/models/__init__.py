"""Tables of plans, measures and work."""

from wijkwerk.plans.models.ambitions import AreaTask, HorizonChange, Maker, ReviewPoint
from wijkwerk.plans.models.area import AddedTheme, AdoptedGoal
from wijkwerk.plans.models.consulting import ConsultationRound, Reaction
from wijkwerk.plans.models.measures import Executor, ExecutorKind, Funding, Included, KeyFigure, Measure
from wijkwerk.plans.models.plans import Plan, Registration
from wijkwerk.plans.models.programmes import ProgrammeItem
from wijkwerk.plans.models.work import ProgressReport, Work

__all__ = [
    "AddedTheme",
    "AdoptedGoal",
    "AreaTask",
    "ConsultationRound",
    "Executor",
    "ExecutorKind",
    "Funding",
    "HorizonChange",
    "Included",
    "KeyFigure",
    "Maker",
    "Measure",
    "Plan",
    "ProgrammeItem",
    "ProgressReport",
    "Reaction",
    "Registration",
    "ReviewPoint",
    "Work",
]
