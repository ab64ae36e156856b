"""How the municipality is organised around its areas."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.purpose import Question
from wijkwerk.approaches.values import Text


class UnitPlace(StrEnum):
    """Where in the organisation the people of the neighbourhood approach sit."""

    DEPARTMENT_OF_A_SERVICE = "department_of_a_service"
    CENTRAL_EXECUTIVE_SERVICE = "central_executive_service"
    OWN_SERVICE = "own_service"
    OWN_SERVICE_UNDER_OFFICES = "own_service_under_offices"
    NEUTRAL_CLUSTER = "neutral_cluster"


class AreaBase(StrEnum):
    """Whether officials are stationed in the areas."""

    ALL_AREAS = "all_areas"
    INTENSIVE_AREAS = "intensive_areas"
    SMALL_OFFICES = "small_offices"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Department:
    """A service or cluster of the municipality."""

    key: str
    label: Text
    physical: bool | None = None
    people: int | None = None
    tasks: tuple[str, ...] = ()
    parent: str | None = None
    crews_per_area: bool | None = None
    effort_visible: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Unit:
    """The part of the organisation that carries the approach."""

    label: Text | None = None
    place: UnitPlace | None = None
    service: str | None = None
    other_tasks: bool | None = None
    autonomous: bool | None = None
    restructuring: bool | None = None
    mission: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Organisation(Question):
    """Services, the unit, and where its people sit."""

    services: tuple[Department, ...] = ()
    unit: Unit | None = None
    based_in_area: AreaBase | None = None
    non_hierarchical: bool | None = None
    clients: tuple[str, ...] = ()
