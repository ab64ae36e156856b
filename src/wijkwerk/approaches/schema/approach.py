"""The approach itself: all parts together, and for every value an answer to "why?"."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema.about import Right, Sum
from wijkwerk.approaches.schema.effects import Effect
from wijkwerk.approaches.schema.money import Budget
from wijkwerk.approaches.schema.organisation import Organisation
from wijkwerk.approaches.schema.outside import MeetingSeries, Partners, Politics
from wijkwerk.approaches.schema.places import Level
from wijkwerk.approaches.schema.plans import Plan, Route
from wijkwerk.approaches.schema.purpose import (
    Development,
    Example,
    Goal,
    Objective,
    Principle,
    Validity,
)
from wijkwerk.approaches.schema.roles import Role, RoleKind, Team
from wijkwerk.approaches.schema.signals import Signals
from wijkwerk.approaches.schema.switches import Options
from wijkwerk.approaches.schema.themes import Themes
from wijkwerk.approaches.schema.year import Cycle, Longlist
from wijkwerk.approaches.trail import Provenance, Trail, named, reach
from wijkwerk.approaches.values import Text

__all__ = ["Approach", "Provenance", "ResidentText"]


@dataclass(frozen=True, kw_only=True)
class ResidentText:
    """A sentence that residents meet, which a municipality may word itself."""

    key: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Approach:
    """A municipality's way of neighbourhood working, merged over the house defaults."""

    key: str
    title: Text
    valid: Validity = field(default_factory=Validity)
    municipality: str | None = None
    succeeds: str | None = None
    example: Example | None = None
    advice: Text | None = None
    # The six questions.
    objective: Objective = field(default_factory=Objective)
    development: Development = field(default_factory=Development)
    organisation: Organisation = field(default_factory=Organisation)
    politics: Right[Politics] = field(default_factory=Politics)
    partners: Partners = field(default_factory=Partners)
    effect: Effect = field(default_factory=Effect)
    # What fills them.
    principles: tuple[Principle, ...] = ()
    levels: tuple[Level, ...] = ()
    role_kinds: tuple[RoleKind, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=dict, hash=False)
    teams: Mapping[str, Team] = field(default_factory=dict, hash=False)
    meetings: tuple[MeetingSeries, ...] = ()
    cycle: Cycle = field(default_factory=Cycle)
    longlist: Longlist = field(default_factory=Longlist)
    plans: tuple[Plan, ...] = ()
    routes: Right[tuple[Route, ...]] = ()
    budget: Sum[Budget] = field(default_factory=Budget)
    themes: Themes = field(default_factory=Themes)
    signals: Signals = field(default_factory=Signals)
    options: Options = field(default_factory=Options)
    resident_texts: Mapping[str, ResidentText] = field(default_factory=dict, hash=False)
    trail: Trail = field(default_factory=Trail, repr=False, compare=False)

    @property
    def working_goals(self) -> tuple[Goal, ...]:
        """The goals under the central objective."""
        return self.objective.goals

    def level(self, key: str) -> Level:
        """The level with this key; KeyError where the approach has none."""
        return named(self.levels, key)

    @property
    def plan_level(self) -> Level:
        """The level at which area plans are made."""
        return next(level for level in self.levels if level.plans)

    @property
    def ranking_level(self) -> Level:
        """The level at which wishes are weighed: where the approach says so, else where plans are made."""
        return next((level for level in self.levels if level.ranking), self.plan_level)

    def plan(self, key: str) -> Plan:
        """The kind of plan with this key."""
        return named(self.plans, key)

    def route(self, key: str) -> Route:
        """The route of adoption with this key."""
        return named(self.routes, key)

    def roles_with(self, power: Power) -> tuple[Role, ...]:
        """Every role that has this power, in the order of the file."""
        return tuple(role for role in self.roles.values() if role.may(power))

    def why(self, path: str) -> Provenance:
        """Where the value at a dotted path comes from: `why("budget.per_resident")`.

        KeyError when the schema has no such path, so that a typing error never reads as "not described".
        """
        return self.trail.provenance(path, reach(self, path), since=self.valid.from_)

    def label(self, path: str, language: str = "nl") -> str:
        """The words for people at a path: a text itself, or the label of the thing there."""
        value = reach(self, path)
        text = value if isinstance(value, Text) else getattr(value, "label", None)
        return text.within(language) if isinstance(text, Text) else path.rpartition(".")[2]
