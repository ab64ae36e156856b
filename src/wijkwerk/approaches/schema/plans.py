"""The plans an approach knows and the stops they pass before they hold."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.about import Right
from wijkwerk.approaches.values import Band, Text


class PlanKind(StrEnum):
    """What sort of document a plan is to the program."""

    AREA_PLAN = "area_plan"
    SECTOR_PLAN = "sector_plan"
    CITY_PROGRAMME = "city_programme"
    POLICY_FRAME = "policy_frame"
    PROGRAMME = "programme"
    PROJECT = "project"
    AMBITION = "ambition"
    LONG_TERM_PERSPECTIVE = "long_term_perspective"
    AGENDA = "agenda"
    ASSIGNMENT = "assignment"
    SKETCH = "sketch"
    VISION = "vision"
    RENEWAL = "renewal"
    COMMUNICATION = "communication"


class AuthorKind(StrEnum):
    """Who writes a plan."""

    RESIDENTS = "residents"
    SERVICE = "service"
    MUNICIPALITY = "municipality"
    OFFICE = "office"
    AREA_TEAM = "area_team"
    HOUSING_CORPORATION = "housing_corporation"
    POLICE = "police"
    STAKEHOLDERS = "stakeholders"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A kind of plan."""

    key: str
    kind: PlanKind
    label: Text
    level: str | None = None
    owner: str | None = None
    authors: tuple[AuthorKind, ...] = ()
    months: int | None = None
    horizon_years: Band | None = None
    horizon_wished_years: int | None = None
    review_months: int | None = None
    adopted_every_months: int | None = None
    rolling: bool | None = None
    made_from: tuple[str, ...] = ()
    parent: str | None = None
    themes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    amounts_required: bool | None = None
    per_service: bool | None = None
    areas: int | None = None
    minimum_authors: int | None = None
    with_residents: bool | None = None
    resident_evenings: int | None = None
    working_party: bool | None = None
    consultation_required: Right[bool | None] = None
    route: Right[str | None] = None


class StopKind(StrEnum):
    """What happens at a stop of a route."""

    TAKE_NOTE = "take_note"
    DISCUSS = "discuss"
    ADVISE = "advise"
    FORMAL_CONSULTATION = "formal_consultation"
    ADOPT = "adopt"


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One stop; `after` is the stop before it, by default the one written above."""

    key: str
    kind: StopKind
    label: Text
    role: str | None = None
    after: str | None = None


@dataclass(frozen=True, kw_only=True)
class Route:
    """An ordered way to adoption. No stop can be skipped."""

    key: str
    label: Text
    stops: tuple[Stop, ...] = ()
