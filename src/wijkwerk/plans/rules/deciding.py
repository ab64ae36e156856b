"""Who ranks and decides the measures of the year: what each answer asks of a measure and of a plan."""

from __future__ import annotations

from wijkwerk.approaches.schema import Plan, PlanKind, WhoDecides

# The plans in which the measures of a year stand; a sector plan or a project is another matter.
YEARLY = (PlanKind.AREA_PLAN, PlanKind.PROGRAMME, PlanKind.CITY_PROGRAMME)
# These hold measures; the others are words, tasks or a frame.
OF_MEASURES = (PlanKind.AREA_PLAN, PlanKind.SECTOR_PLAN, PlanKind.CITY_PROGRAMME)


def residents_ranked_it(decided_by: WhoDecides | None, kind: PlanKind) -> bool:
    """Whether a measure must come from a wish that residents put in order."""
    return kind in YEARLY and decided_by in {WhoDecides.RESIDENTS, WhoDecides.OFFICE_AND_RESIDENTS}


def residents_were_consulted(decided_by: WhoDecides | None, described: Plan | None, kind: PlanKind) -> bool:
    """Whether a plan holds only after residents were consulted on its draft (DOR-14)."""
    if described is not None and described.consultation_required:
        return True
    return kind is PlanKind.SECTOR_PLAN and decided_by is WhoDecides.SERVICES_AFTER_CONSULTATION
