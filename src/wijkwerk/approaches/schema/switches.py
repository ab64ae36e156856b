"""The switches that contradict each other between municipalities, each a value of the file.

Switches that belong to a part live there (`budget.decided_by`, `partners.form`); the others are here.
"""

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema.about import Manner, Right, Sum


class WhoDecides(StrEnum):
    """Who ranks and decides the measures of the year."""

    RESIDENTS = "residents"
    SERVICES_AFTER_CONSULTATION = "services_after_consultation"
    TEAM_AND_COUNCIL = "team_and_council"
    OFFICE_AND_RESIDENTS = "office_and_residents"


class PlanOwner(StrEnum):
    """Whose plan it is."""

    AREA = "area"
    LINE_SERVICE = "line_service"
    AREA_TEAM = "area_team"
    AREA_OFFICE = "area_office"


class Direction(StrEnum):
    """Who has to come to whom."""

    COORDINATOR_TO_SERVICE = "coordinator_to_service"
    SERVICE_TO_OFFICE = "service_to_office"
    TEAM_ORDERS = "team_orders"
    NOBODY_CAN_DEMAND = "nobody_can_demand"


class ResponsibilityShift(StrEnum):
    """Whether responsibility moves to residents."""

    AREA_BUDGET = "area_budget"
    NONE = "none"
    IN_STEPS = "in_steps"


class AreaStandard(StrEnum):
    """Whether every area works the same way."""

    SAME = "same"
    BY_INTENSITY = "by_intensity"
    EACH_ITS_OWN = "each_its_own"


class InvolvementInitiative(StrEnum):
    """Who takes the first step in involving residents."""

    ASKED_IN_PANELS = "asked_in_panels"
    RESIDENTS_REACT = "residents_react"
    ACTIVELY_APPROACHED = "actively_approached"
    OTHERS_ACTIVATE = "others_activate"
    RESIDENTS_STEP_IN = "residents_step_in"


class Organised(StrEnum):
    """Whether residents must be organised to take part."""

    NOT_NEEDED = "not_needed"
    THROUGH_ORGANISATIONS = "through_organisations"
    SOUNDING_BOARD = "sounding_board"


class OfficialPosition(StrEnum):
    """What the official of an area may do."""

    TRANSLATES = "translates"
    WATCHES_PROGRESS = "watches_progress"
    BUYS_AND_LEADS = "buys_and_leads"
    HEADS_OFFICE = "heads_office"
    POWERS_LOWERED_BROADLY = "powers_lowered_broadly"
    CANNOT_DEMAND = "cannot_demand"


@dataclass(frozen=True, kw_only=True)
class Options:
    """All switches that have no other home. None: the source says nothing and the house has no default.

    Each says what it is about: rights and money stand in the decision by which an approach is adopted.
    """

    measures_decided_by: Right[WhoDecides | None] = None
    plan_owner: Right[PlanOwner | None] = None
    direction: Right[Direction | None] = None
    responsibility_shift: Right[ResponsibilityShift | None] = None
    area_standard: Right[AreaStandard | None] = None
    involvement_initiative: Right[InvolvementInitiative | None] = None
    residents_organised: Right[Organised | None] = None
    official_position: Right[OfficialPosition | None] = None
    effort_visible: Manner[bool | None] = None
    effort_swap: Right[bool | None] = None
    quick_measures_outside_plan: Right[bool | None] = None
    budget_proposal_when_exceeding: Sum[bool | None] = None
    service_registers_projects: Right[bool | None] = None
    office_may_execute: Right[bool | None] = None
    service_must_answer: Right[bool | None] = None
    agreements_locked: Right[bool | None] = None
    area_overrides: Right[bool | None] = None
    step_aside: Right[bool | None] = None
    deviation_from_city_policy: Right[bool | None] = None
    say_grows_after_evaluation: Right[bool | None] = None
    scope_register: Manner[bool | None] = None
    resident_bids: Right[bool | None] = None
    own_contribution_asked: Sum[bool | None] = None
    weighing_at_board: Manner[bool | None] = None
    external_evaluation: Manner[bool | None] = None
    consultation_for_important_decisions: Right[bool | None] = None
    concentration_limit_percent: Manner[int | None] = None
    hours_hardly_enough: Manner[int | None] = None
    board_size_limit: Manner[int | None] = None
    review_months: Manner[int | None] = None
