"""Who takes part, with which powers, and in which teams."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema.about import Right
from wijkwerk.approaches.values import Amount, Band, Text


class Scope(StrEnum):
    """What a role goes about: how things are done, or what is done."""

    PROCESS = "process"
    CONTENT = "content"


class Entry(StrEnum):
    """How a person comes into a role or a team."""

    RECRUITED = "recruited"
    ELECTED = "elected"
    DRAWN_BY_LOT = "drawn_by_lot"
    OPEN = "open"
    APPOINTED = "appointed"
    ADOPTED = "adopted"
    SECONDED = "seconded"
    MANDATED = "mandated"


class Standing(StrEnum):
    """What a group of residents stands for."""

    PLATFORM = "platform"
    REPRESENTATIVE = "representative"
    SOUNDING_BOARD = "sounding_board"


@dataclass(frozen=True, kw_only=True)
class PowerGrant:
    """A power as given to one role, at most up to an amount."""

    power: Power
    limit: Amount | None = None


@dataclass(frozen=True, kw_only=True)
class RoleKind:
    """A house bundle of powers for a sort of role, used where a source names the role but not its powers."""

    key: str
    label: Text
    powers: tuple[PowerGrant, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Role:
    """A function in the approach. Powers come from here, never from the title."""

    key: str
    label: Text
    kind: str | None = None
    area_level: str | None = None
    service: str | None = None
    scope: Right[Scope | None] = None
    powers: Right[tuple[PowerGrant, ...]] = ()
    excluded_from: Right[tuple[Power, ...]] = ()
    task: Text | None = None
    guides: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    term_years: int | None = None
    entry: Entry | None = None
    recruited_by: str | None = None
    hours: Band | None = None
    employer: str | None = None
    base: Text | None = None
    minimum: int | None = None
    maximum: int | None = None
    leads: int | None = None
    areas_each: Band | None = None
    high_placed: bool | None = None
    per_service: bool | None = None
    other_tasks: bool | None = None
    adopts_areas: Right[bool | None] = None
    coordinates: bool | None = None
    direct_line_to: str | None = None
    is_resident: Right[bool] = False
    adviser: bool = False

    @property
    def city_wide(self) -> bool:
        """Whether the role holds for the whole municipality."""
        return self.area_level is None

    def grant(self, power: Power) -> PowerGrant | None:
        """The grant of this power, with its limit, or None when the role lacks it."""
        return next((grant for grant in self.powers if grant.power is power), None)

    def may(self, power: Power) -> bool:
        """Whether the role has this power at all, whatever its limit."""
        return self.grant(power) is not None


@dataclass(frozen=True, kw_only=True)
class Team:
    """A group with members in one area, or in the city."""

    key: str
    label: Text
    level: str | None = None
    members: Right[tuple[str, ...]] = ()
    guides: tuple[str, ...] = ()
    advisers: tuple[str, ...] = ()
    posts: Band | None = None
    size: Band | None = None
    count: int | None = None
    term_years: Right[int | None] = None
    entry: Right[Entry | None] = None
    recruited_by: str | None = None
    standing: Right[Standing | None] = None
    task: Text | None = None
    parts: tuple[str, ...] = ()
    budget_holder: Right[bool | None] = None
    formed_around_questions: bool | None = None
    own_rhythm: bool | None = None
    may_execute: Right[bool | None] = None
    all_steps: bool = False
    meets_per_year: int | None = None
