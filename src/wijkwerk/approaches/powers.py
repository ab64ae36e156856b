"""The closed list of what a person can be allowed to do: mechanisms, not titles.

Which role has which power is data (the approach file); that a power exists is code.
"""

from enum import StrEnum


class Power(StrEnum):
    """One thing that a role may do by right."""

    # Reading
    READ_AREA = "read_area"
    READ_CONTACT = "read_contact"
    READ_EVERYTHING = "read_everything"
    # Signals and needs
    TRIAGE_SIGNAL = "triage_signal"
    ANSWER = "answer"
    HANDLE_SERVICE_SIGNALS = "handle_service_signals"
    ENTER_ON_BEHALF = "enter_on_behalf"
    UNDERSTAND_NEED = "understand_need"
    SET_SCOPE = "set_scope"
    # The year with residents
    RUN_PANEL = "run_panel"
    MANAGE_TEAM = "manage_team"
    MANAGE_LONGLIST = "manage_longlist"
    DECIDE_WISH = "decide_wish"
    RANK = "rank"
    COMMENT = "comment"
    OPEN_STEP = "open_step"
    CLOSE_STEP = "close_step"
    # Plans, projects and content
    EDIT_PLAN = "edit_plan"
    EDIT_SECTOR_PLAN = "edit_sector_plan"
    ADOPT_PLAN = "adopt_plan"
    TAKE_NOTE_PLAN = "take_note_plan"
    ADVISE = "advise"
    DECIDE_CONTENT = "decide_content"
    ACCEPT_PROJECT = "accept_project"
    DEVIATE_FROM_CITY_POLICY = "deviate_from_city_policy"
    STEP_ASIDE = "step_aside"
    # Money
    GRANT_BUDGET = "grant_budget"
    RESERVE_MONEY = "reserve_money"
    RELEASE_BUDGET = "release_budget"
    COMMIT_MONEY = "commit_money"
    BOOK_PAYMENT = "book_payment"
    ORDER_FROM_SERVICE = "order_from_service"
    # Work and learning
    REPORT_PROGRESS = "report_progress"
    EXECUTE_MEASURE = "execute_measure"
    RECORD_EFFECT = "record_effect"
    EVALUATE = "evaluate"
    # Between neighbourhood and organisation
    REQUEST_SERVICE = "request_service"
    DEMAND_SERVICE = "demand_service"
    REMIND = "remind"
    PROMISE = "promise"
    ESCALATE = "escalate"
    PLACE_ON_BOARD_LIST = "place_on_board_list"
    SPEAK_FOR_RESIDENTS = "speak_for_residents"
    FORWARD_PROPOSAL = "forward_proposal"
    CHAIR_MEETING = "chair_meeting"
    # Keeping the house
    SET_APPROACH = "set_approach"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_AREAS = "manage_areas"
