"""The switches of the contradictions between municipalities: each position is a value of a file."""

from enum import StrEnum

import pytest

from wijkwerk.approaches import catalogue, load
from wijkwerk.approaches.schema import (
    AreaAldermen,
    AreaBase,
    AreaStandard,
    CouncilLink,
    Decider,
    Direction,
    InvolvementInitiative,
    OfficialPosition,
    Organised,
    PartnerForm,
    PlanOwner,
    ResponsibilityShift,
    ThemesKind,
    UnitPlace,
    WhoDecides,
)
from wijkwerk.approaches.tests.switches import switches

DEVENTER, DORDRECHT, TILBURG = "deventer_1997", "dordrecht_1997", "tilburg_1997"
UTRECHT, UTRECHT_18, AMERSFOORT = "utrecht_1997", "utrecht_2018", "amersfoort_advice_1997"
ROTTERDAM, ARNHEM = "rotterdam_2020s", "arnhem_2023"

POSITIONS: dict[str, dict[str, StrEnum]] = {
    "options.measures_decided_by": {
        DEVENTER: WhoDecides.RESIDENTS,
        DORDRECHT: WhoDecides.SERVICES_AFTER_CONSULTATION,
        TILBURG: WhoDecides.TEAM_AND_COUNCIL,
        UTRECHT: WhoDecides.OFFICE_AND_RESIDENTS,
    },
    "options.plan_owner": {
        DEVENTER: PlanOwner.AREA,
        DORDRECHT: PlanOwner.LINE_SERVICE,
        TILBURG: PlanOwner.AREA_TEAM,
        UTRECHT: PlanOwner.AREA_OFFICE,
    },
    "options.direction": {
        DORDRECHT: Direction.COORDINATOR_TO_SERVICE,
        UTRECHT: Direction.SERVICE_TO_OFFICE,
        TILBURG: Direction.TEAM_ORDERS,
        ROTTERDAM: Direction.NOBODY_CAN_DEMAND,
    },
    "options.responsibility_shift": {
        DEVENTER: ResponsibilityShift.AREA_BUDGET,
        DORDRECHT: ResponsibilityShift.NONE,
        AMERSFOORT: ResponsibilityShift.IN_STEPS,
    },
    "budget.decided_by": {
        DEVENTER: Decider.RESIDENTS,
        DORDRECHT: Decider.NONE,
        TILBURG: Decider.TEAM,
        UTRECHT: Decider.OFFICE_AND_RESIDENTS,
    },
    "budget.proposal.decided_by": {DORDRECHT: Decider.COORDINATOR},
    "politics.area_aldermen": {
        DEVENTER: AreaAldermen.PROCESS_ONLY,
        DORDRECHT: AreaAldermen.NONE,
        TILBURG: AreaAldermen.NONE,
        UTRECHT: AreaAldermen.NONE,
        UTRECHT_18: AreaAldermen.TOUGH_ISSUES,
        AMERSFOORT: AreaAldermen.OPTIONAL_WITH_AGREEMENT,
    },
    "politics.council_link": {
        DEVENTER: CouncilLink.GROUP_CONTACTS,
        DORDRECHT: CouncilLink.NONE,
        TILBURG: CouncilLink.PROGRAMME_ADOPTION,
        UTRECHT: CouncilLink.ADVISORY_COMMITTEES,
        AMERSFOORT: CouncilLink.FIXED_CONTACT,
        "den_haag_2018": CouncilLink.MAIN_LINES,
    },
    "organisation.unit.place": {
        DEVENTER: UnitPlace.DEPARTMENT_OF_A_SERVICE,
        DORDRECHT: UnitPlace.CENTRAL_EXECUTIVE_SERVICE,
        TILBURG: UnitPlace.OWN_SERVICE,
        UTRECHT: UnitPlace.OWN_SERVICE_UNDER_OFFICES,
        ROTTERDAM: UnitPlace.NEUTRAL_CLUSTER,
    },
    "organisation.based_in_area": {
        UTRECHT: AreaBase.ALL_AREAS,
        DORDRECHT: AreaBase.INTENSIVE_AREAS,
        UTRECHT_18: AreaBase.SMALL_OFFICES,
    },
    "partners.form": {
        DEVENTER: PartnerForm.COVENANT,
        TILBURG: PartnerForm.NOT_ARRANGED,
        DORDRECHT: PartnerForm.PROJECT_GROUP_MEMBER,
        UTRECHT: PartnerForm.SECONDED,
        UTRECHT_18: PartnerForm.CO_MAKERS,
        ROTTERDAM: PartnerForm.INVITED,
    },
    "options.area_standard": {
        DEVENTER: AreaStandard.SAME,
        DORDRECHT: AreaStandard.BY_INTENSITY,
        ROTTERDAM: AreaStandard.EACH_ITS_OWN,
    },
    "options.involvement_initiative": {
        DEVENTER: InvolvementInitiative.ASKED_IN_PANELS,
        DORDRECHT: InvolvementInitiative.RESIDENTS_REACT,
        UTRECHT: InvolvementInitiative.ACTIVELY_APPROACHED,
        AMERSFOORT: InvolvementInitiative.OTHERS_ACTIVATE,
        UTRECHT_18: InvolvementInitiative.RESIDENTS_STEP_IN,
        ARNHEM: InvolvementInitiative.RESIDENTS_STEP_IN,
    },
    "options.residents_organised": {
        DEVENTER: Organised.NOT_NEEDED,
        TILBURG: Organised.THROUGH_ORGANISATIONS,
        AMERSFOORT: Organised.SOUNDING_BOARD,
    },
    "options.official_position": {
        DEVENTER: OfficialPosition.TRANSLATES,
        DORDRECHT: OfficialPosition.WATCHES_PROGRESS,
        TILBURG: OfficialPosition.BUYS_AND_LEADS,
        UTRECHT: OfficialPosition.HEADS_OFFICE,
        AMERSFOORT: OfficialPosition.POWERS_LOWERED_BROADLY,
        ROTTERDAM: OfficialPosition.CANNOT_DEMAND,
    },
    "themes.kind": {
        DEVENTER: ThemesKind.OPEN,
        DORDRECHT: ThemesKind.CLOSED,
        TILBURG: ThemesKind.CLOSED,
        UTRECHT: ThemesKind.CLOSED,
        AMERSFOORT: ThemesKind.CASE_BY_CASE,
    },
}


@pytest.mark.parametrize("path", POSITIONS)
def test_each_municipality_stands_where_its_source_puts_it(path: str) -> None:
    for key, position in POSITIONS[path].items():
        why = load(key).why(path)
        assert why.value is position
        assert why.source, f"{key} does not say where it has this from"


@pytest.mark.parametrize("path", POSITIONS)
def test_who_is_not_named_left_it_open(path: str) -> None:
    """Nothing is invented: a file outside the table states nothing here, whatever the house adds."""
    for key in catalogue():
        if key not in POSITIONS[path]:
            leaf = load(key).trail.leaves.get(tuple(path.split(".")))
            assert leaf is None or leaf.file == "_house", f"{key} states {path} without being in the table"


def test_every_switch_of_the_schema_is_in_the_table() -> None:
    assert set(POSITIONS) - {"budget.proposal.decided_by"} == set(switches())
