"""What residents can report, where it goes, and when they hear."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.values import Text


@dataclass(frozen=True, kw_only=True)
class Category:
    """Something residents report. Nothing shows before a person looked, unless the category says so."""

    key: str
    label: Text
    examples: Text | None = None
    public_at_once: bool = False
    answer_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class SignalRoute:
    """Where a signal can go after triage, and how it is said to who asked."""

    key: str
    label: Text
    answer_days: int | None = None
    outside_plan: bool | None = None


class ScopeOutcome(StrEnum):
    """What happens to a matter of this sort."""

    WITHIN = "within"
    SUPRA_AREA = "supra_area"
    INDIVIDUAL = "individual"
    DEPENDS = "depends"


@dataclass(frozen=True, kw_only=True)
class ScopeRule:
    """A subject and whether it belongs to the area; the start of the register of precedents."""

    key: str
    label: Text
    outcome: ScopeOutcome
    examples: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Signals:
    """The register's own rules."""

    answer_days: int | None = None
    acknowledge_days: int | None = None
    categories: tuple[Category, ...] = ()
    routes: tuple[SignalRoute, ...] = ()
    scope: tuple[ScopeRule, ...] = ()
