"""The year of an area: which steps follow which, who does what in them, and how wishes are ranked."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.about import Right
from wijkwerk.approaches.values import Text


class StepKind(StrEnum):
    """What happens in a step: a mechanism of the program. Its name for people is in the file."""

    PANEL = "panel"
    PRIORITISATION = "prioritisation"
    EXECUTION = "execution"
    SECTOR_PLANNING = "sector_planning"
    CONSULTATION = "consultation"
    BUDGET_PROPOSAL = "budget_proposal"
    INTEGRATION = "integration"
    FIGURES = "figures"
    PROGRAMMING = "programming"
    COMMITTEE = "committee"
    FORMAL_CONSULTATION = "formal_consultation"
    COUNCIL = "council"
    POLICY_FRAME = "policy_frame"
    PROGRAMME = "programme"
    PROJECT = "project"
    NEED = "need"
    AGENDA = "agenda"
    TEAMWORK = "teamwork"
    AMBITION = "ambition"
    ASSIGNMENT = "assignment"
    PLANNING = "planning"
    ACCOUNT = "account"
    DISCUSSION = "discussion"
    LEARNING = "learning"


class Involvement(StrEnum):
    """How far residents go in a step; shown to them before it starts."""

    INFORMED = "informed"
    CONSULTED = "consulted"
    CO_DECIDE = "co_decide"
    DECIDE = "decide"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step. The lists of roles are keys of roles; an empty list: nobody is named."""

    key: str
    kind: StepKind
    label: Text
    task: Text | None = None
    involvement: Right[Involvement | None] = None
    opened_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    contribute: Right[tuple[str, ...]] = ()
    rank: Right[tuple[str, ...]] = ()
    decide: Right[tuple[str, ...]] = ()
    execute: tuple[str, ...] = ()
    weeks: int | None = None
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """The rhythm. A step opens when the one before it is closed; two cycles may overlap."""

    length_months: int | None = None
    ordered: bool | None = None
    overlap: bool | None = None
    rolling_years: int | None = None
    steps: tuple[Step, ...] = ()

    def step(self, key: str) -> Step:
        """The step with this key; KeyError where the approach has none."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def of_kind(self, kind: StepKind) -> tuple[Step, ...]:
        """All steps of one kind, in order."""
        return tuple(step for step in self.steps if step.kind is kind)

    def before(self, key: str) -> Step | None:
        """The step that must be closed before this one opens."""
        position = self.steps.index(self.step(key))
        return self.steps[position - 1] if position else None

    def after(self, key: str) -> Step | None:
        """The step that follows, or None after the last."""
        position = self.steps.index(self.step(key)) + 1
        return self.steps[position] if position < len(self.steps) else None


class RankingRule(StrEnum):
    """How lists become one order."""

    BORDA = "borda"
    APPROVAL = "approval"
    SCHULZE = "schulze"


@dataclass(frozen=True, kw_only=True)
class Longlist:
    """The raw list of wishes and how residents make it shorter."""

    limit: int | None = None
    rule: RankingRule | None = None
    positions: int | None = None
    tie_chain: tuple[str, ...] = ()
    one_form_per_address: Right[bool | None] = None
    pass_on: bool | None = None
    ranked_by_residents_only: Right[bool | None] = None
