"""The relation to politics, to partners, and the meetings that keep them up."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.purpose import Question
from wijkwerk.approaches.schema.roles import Scope
from wijkwerk.approaches.values import Band, Text


class AreaAldermen(StrEnum):
    """Whether aldermen have an area in their care."""

    NONE = "none"
    PROCESS_ONLY = "process_only"
    TOUGH_ISSUES = "tough_issues"
    OPTIONAL_WITH_AGREEMENT = "optional_with_agreement"


class CouncilLink(StrEnum):
    """How the council is tied to the areas."""

    NONE = "none"
    GROUP_CONTACTS = "group_contacts"
    ADVISORY_COMMITTEES = "advisory_committees"
    FIXED_CONTACT = "fixed_contact"
    PROGRAMME_ADOPTION = "programme_adoption"
    MAIN_LINES = "main_lines"


class Visits(StrEnum):
    """Which aldermen visit the areas."""

    ALL = "all"
    FIRST_AND_SECOND = "first_and_second"


@dataclass(frozen=True, kw_only=True)
class ContactFunction:
    """What a council contact is for."""

    key: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Politics(Question):
    """Aldermen, council, and how a matter reaches them."""

    area_aldermen: AreaAldermen | None = None
    areas_each: Band | None = None
    mayor_adopts: bool | None = None
    scope: Scope | None = None
    agreement_required: bool | None = None
    coordinated_by: str | None = None
    responsible: str | None = None
    council_link: CouncilLink | None = None
    contacts_since: int | None = None
    contact_functions: tuple[ContactFunction, ...] = ()
    committees_may_decide: bool | None = None
    minutes_to_board: bool | None = None
    direct_board_access: bool | None = None
    tough_issues_to_board: bool | None = None
    surgery_hours: bool | None = None
    walks: bool | None = None
    visits: tuple[Visits, ...] = ()
    accounts_on_main_lines: bool | None = None
    ideas: tuple[ContactFunction, ...] = ()


class PartnerForm(StrEnum):
    """How partners are bound."""

    COVENANT = "covenant"
    NOT_ARRANGED = "not_arranged"
    PROJECT_GROUP_MEMBER = "project_group_member"
    SECONDED = "seconded"
    CO_MAKERS = "co_makers"
    INVITED = "invited"


@dataclass(frozen=True, kw_only=True)
class Partner:
    """An organisation outside the municipality that takes part."""

    key: str
    label: Text
    founding: bool | None = None
    by_area: bool | None = None
    market_party: bool | None = None
    task: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Platform:
    """The meeting that keeps up what partners agreed."""

    label: Text | None = None
    level: str | None = None
    chair: str | None = None
    times_per_year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Partners(Question):
    """With whom, and in which form."""

    form: PartnerForm | None = None
    parties: tuple[Partner, ...] = ()
    platform: Platform | None = None
    open_advice: Text | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingSeries:
    """A meeting that returns."""

    key: str
    label: Text
    level: str | None = None
    chair: str | None = None
    members: tuple[str, ...] = ()
    times_per_year: int | None = None
    minutes_to_board: bool | None = None
    optional: bool | None = None
    informal: bool | None = None
