"""What an approach can say: frozen, typed, one class per part. The classes *are* the schema of the file.

A field that is ``None`` or empty is not described by the source and has no house default either.
"""

from wijkwerk.approaches.schema.approach import Approach, Provenance, ResidentText
from wijkwerk.approaches.schema.effects import (
    Criterion,
    Document,
    Effect,
    Evaluation,
    Finding,
    Statement,
)
from wijkwerk.approaches.schema.money import Budget, BudgetState, Decider, ProposedBudget
from wijkwerk.approaches.schema.organisation import (
    AreaBase,
    Department,
    Organisation,
    Unit,
    UnitPlace,
)
from wijkwerk.approaches.schema.outside import (
    AreaAldermen,
    CouncilLink,
    MeetingSeries,
    Partner,
    PartnerForm,
    Partners,
    Platform,
    Politics,
)
from wijkwerk.approaches.schema.places import Level
from wijkwerk.approaches.schema.plans import AuthorKind, Plan, PlanKind, Route, Stop, StopKind
from wijkwerk.approaches.schema.purpose import Development, Example, Moment, Objective, Principle, Validity
from wijkwerk.approaches.schema.roles import PowerGrant, Role, RoleKind, Scope, Standing, Team
from wijkwerk.approaches.schema.signals import Category, ScopeOutcome, ScopeRule, SignalRoute, Signals
from wijkwerk.approaches.schema.switches import (
    AreaStandard,
    Direction,
    InvolvementInitiative,
    OfficialPosition,
    Options,
    Organised,
    PlanOwner,
    ResponsibilityShift,
    WhoDecides,
)
from wijkwerk.approaches.schema.themes import Theme, Themes, ThemesKind
from wijkwerk.approaches.schema.year import Cycle, Involvement, Longlist, RankingRule, Step, StepKind

__all__ = [
    "Approach",
    "AreaAldermen",
    "AreaBase",
    "AreaStandard",
    "AuthorKind",
    "Budget",
    "BudgetState",
    "Category",
    "CouncilLink",
    "Criterion",
    "Cycle",
    "Decider",
    "Department",
    "Development",
    "Direction",
    "Document",
    "Effect",
    "Evaluation",
    "Example",
    "Finding",
    "Involvement",
    "InvolvementInitiative",
    "Level",
    "Longlist",
    "MeetingSeries",
    "Moment",
    "Objective",
    "OfficialPosition",
    "Options",
    "Organisation",
    "Organised",
    "Partner",
    "PartnerForm",
    "Partners",
    "Plan",
    "PlanKind",
    "PlanOwner",
    "Platform",
    "Politics",
    "PowerGrant",
    "Principle",
    "ProposedBudget",
    "Provenance",
    "RankingRule",
    "ResidentText",
    "ResponsibilityShift",
    "Role",
    "RoleKind",
    "Route",
    "Scope",
    "ScopeOutcome",
    "ScopeRule",
    "SignalRoute",
    "Signals",
    "Standing",
    "Statement",
    "Step",
    "StepKind",
    "Stop",
    "StopKind",
    "Team",
    "Theme",
    "Themes",
    "ThemesKind",
    "Unit",
    "UnitPlace",
    "Validity",
    "WhoDecides",
]
